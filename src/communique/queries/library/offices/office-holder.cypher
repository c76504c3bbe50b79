// Who held an office on a day?
//
// tags: tenure, holder, person
// method: held, holder
// parameters:
//   office: office, such as "Mayor of Shanghai"
//   on: date, the day
// columns:
//   person: string, the holder
//   office: string, the office
//   attested: date, the nearest day a release shows the person in it
//   basis: string, attested on the day, between two attestations, or the nearest one
// example:
//   office: Mayor of Lisbon
//   on: 2032-04-01

MATCH (p:Person)-[h:HOLDS]->(o:Office {id: $office})
UNWIND h.attested AS day
WITH p, o, day
WHERE size(day) = 10 AND NOT day STARTS WITH '-'
WITH p, o, day, abs(duration.inDays(date($on), date(day)).days) AS away
ORDER BY day
WITH o, collect({person: p.name, id: p.id, day: day, away: away}) AS all_days
WITH o, all_days,
     [d IN all_days WHERE d.day <= $on] AS before, [d IN all_days WHERE d.day >= $on] AS after
WITH o, all_days, [d IN before WHERE d.day = before[size(before) - 1].day] AS earlier,
     [d IN after WHERE d.day = after[0].day] AS later
WITH o, earlier, later,
     CASE WHEN size(earlier) = 0 THEN later WHEN size(later) = 0 THEN earlier
          WHEN earlier[0].away < later[0].away THEN earlier
          WHEN earlier[0].away > later[0].away THEN later ELSE earlier + later END AS nearest
UNWIND nearest AS d
WITH o, d.id AS id, d.person AS person, d.away AS away, min(d.day) AS attested,
     min(CASE WHEN size(earlier) = 1 AND size(later) = 1 AND earlier[0].id = later[0].id
              THEN 1 ELSE 0 END) AS enclosed
OPTIONAL MATCH (:Person {id: id})<-[m:MENTIONS]-()                 // if evidence
WHERE $office IN m.offices AND m.attested = attested               // if evidence
WITH o, id, person, away, attested, enclosed, collect(m.id) AS evidence   // if evidence
RETURN person, o.name AS office, attested,
       CASE WHEN away = 0 THEN 'attested' WHEN enclosed = 1 THEN 'between' ELSE 'nearest' END AS basis
       , evidence                                                  // if evidence
ORDER BY person, id

// -- left out --
MATCH (:Person)-[h:HOLDS]->(:Office {id: $office})
UNWIND h.attested AS day
WITH day
WHERE size(day) <> 10 OR day STARTS WITH '-'
RETURN count(day) AS left_out
