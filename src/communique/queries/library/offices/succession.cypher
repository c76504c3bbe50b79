// Who held an office, one after another?
//
// tags: tenure, holder, person
// parameters:
//   office: office, such as "Mayor of Shanghai"
// columns:
//   person: string, a holder; whoever held it at the same time is listed, too
//   first_seen: date, the first day a release shows the person in it
//   last_seen: date, the last day
//   attestations: integer, on how many days
//   predecessor: string?, who else is shown in it last before the first day
//   successor: string?, who else is shown in it first after the last day
// example:
//   office: Mayor of Lisbon

MATCH (p:Person)-[h:HOLDS]->(o:Office {id: $office})
UNWIND h.attested AS day
WITH p, day
WHERE size(day) = 10 AND NOT day STARTS WITH '-'
WITH p, day
ORDER BY day, p.name, p.id
WITH collect({person: p.name, id: p.id, day: day}) AS days
UNWIND days AS d
WITH days, d.id AS id, d.person AS person, min(d.day) AS first_seen, max(d.day) AS last_seen,
     count(d.day) AS attestations
WITH id, person, first_seen, last_seen, attestations,
     [d IN days WHERE d.id <> id AND d.day < first_seen] AS before,
     [d IN days WHERE d.id <> id AND d.day > last_seen] AS after
OPTIONAL MATCH (:Person {id: id})<-[m:MENTIONS]-()                 // if evidence
WHERE $office IN m.offices AND m.attested IN [first_seen, last_seen]   // if evidence
WITH id, person, first_seen, last_seen, attestations, before, after, collect(m.id) AS evidence   // if evidence
RETURN person, first_seen, last_seen, attestations,
       CASE WHEN size(before) > 0 THEN before[size(before) - 1].person END AS predecessor,
       CASE WHEN size(after) > 0 THEN after[0].person END AS successor
       , evidence                                                  // if evidence
ORDER BY first_seen, last_seen, person, id

// -- left out --
MATCH (:Person)-[h:HOLDS]->(:Office {id: $office})
UNWIND h.attested AS day
WITH day
WHERE size(day) <> 10 OR day STARTS WITH '-'
RETURN count(day) AS left_out
