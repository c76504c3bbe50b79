// Who succeeded whom in an office, and whom did each holder meet first in it?
//
// tags: succession, predecessor, first, meeting, person
// parameters:
//   office: office, such as "Mayor of Shanghai"
// columns:
//   person: string, a holder of the office
//   predecessor: string?, who else is shown in it last before the first day
//   since: date, the first day a release shows the person in it
//   first_meeting: date?, the first day of a meeting in the office, on that day or later
//   met: string?, who was met on the first day of meetings; a row for each
//   place: string?, where
//   event: string?, the id of the meeting
//   fact: string?, the id of a fact that tells it
// example:
//   office: Mayor of Lisbon

MATCH (p:Person)-[h:HOLDS]->(:Office {id: $office})
UNWIND h.attested AS day
WITH p, day
WHERE size(day) = 10 AND NOT day STARTS WITH '-'
WITH p, day
ORDER BY day, p.name, p.id
WITH collect({person: p.name, id: p.id, day: day}) AS days
UNWIND days AS d
WITH days, d.id AS id, d.person AS person, min(d.day) AS since
WITH id, person, since, [d IN days WHERE d.id <> id AND d.day < since] AS before
OPTIONAL MATCH (:Person {id: id})-[r:ATTENDED]->(e:Event)<-[s:ATTENDED]-(x)
WHERE $office IN r.offices AND r.status = 'occurred' AND r.role <> 'attendee'
  AND s.fact = r.fact AND s.id <> r.id AND size(r.date) = 10 AND r.date >= since
WITH id, person, since, before, x, e, r.date AS date, min(r.place) AS place, min(r.fact) AS fact
     , collect(r.fact) AS facts                                    // if evidence
WITH id, person, since, before, min(date) AS first,
     collect({met: x.name, other: x.id, event: e.id, date: date, place: place, fact: fact}) AS meetings
     , collect({date: date, event: e.id, other: x.id, facts: facts}) AS told   // if evidence
UNWIND CASE WHEN first IS NULL THEN [null] ELSE [m IN meetings WHERE m.date = first] END AS m
OPTIONAL MATCH (:Person {id: id})<-[n:MENTIONS]-()                 // if evidence
WHERE $office IN n.offices AND n.attested = since                  // if evidence
WITH id, person, since, before, first, m, told, collect(n.id) AS shown   // if evidence
WITH id, person, since, before, first, m,                          // if evidence
     [shown, [t IN told WHERE t.event = m.event AND t.other = m.other | t.facts]] AS evidence   // if evidence
RETURN person, CASE WHEN size(before) > 0 THEN before[size(before) - 1].person END AS predecessor,
       since, first AS first_meeting, m.met AS met, m.place AS place, m.event AS event, m.fact AS fact
       , evidence                                                  // if evidence
ORDER BY since, person, id, met, event, fact

// -- left out --
MATCH (:Person)-[h:HOLDS]->(:Office {id: $office})
UNWIND h.attested AS day
WITH day
WHERE size(day) <> 10 OR day STARTS WITH '-'
RETURN count(day) AS left_out
