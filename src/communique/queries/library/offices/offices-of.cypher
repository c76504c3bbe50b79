// Which offices did a person hold on a day?
//
// tags: tenure, person, office
// method: offices
// parameters:
//   person: person, the holder
//   on: date, the day
// columns:
//   office: string, an office the person is ever attested in
//   body: string?, the organization or place it is of
//   attested: date, the nearest day a release shows the person in it
//   basis: string, attested on the day, between two attestations with nobody else's, or the nearest one
// example:
//   person: Beatriz Fontoura
//   on: 2032-04-01

MATCH (:Person {id: $person})-[h:HOLDS]->(o:Office)
UNWIND h.attested AS day
WITH o, day
WHERE size(day) = 10 AND NOT day STARTS WITH '-'
WITH o, day, abs(duration.inDays(date($on), date(day)).days) AS away
ORDER BY away, day
WITH o, min(away) AS away, collect(day) AS days
WITH o, away, days[0] AS attested,
     [d IN days WHERE d <= $on] AS before, [d IN days WHERE d >= $on] AS after
WITH o, away, attested, CASE WHEN size(before) > 0 AND size(after) > 0 THEN before[0] END AS start,
     CASE WHEN size(before) > 0 AND size(after) > 0 THEN after[0] END AS end
OPTIONAL MATCH (other:Person)-[h:HOLDS]->(o)
WHERE other.id <> $person
  AND any(d IN h.attested WHERE size(d) = 10 AND d >= start AND d <= end)
WITH o, away, attested, start, count(other) AS others
OPTIONAL MATCH (o)-[:OF]->(b)
WITH o, away, attested, start, others, min(b.name) AS body
OPTIONAL MATCH (:Person {id: $person})<-[m:MENTIONS]-()            // if evidence
WHERE o.id IN m.offices AND m.attested = attested                  // if evidence
WITH o, body, away, attested, start, others, collect(m.id) AS evidence   // if evidence
RETURN o.name AS office, body, attested,
       CASE WHEN away = 0 THEN 'attested' WHEN start IS NOT NULL AND others = 0 THEN 'between'
            ELSE 'nearest' END AS basis
       , evidence                                                  // if evidence
ORDER BY away, office, o.id

// -- left out --
MATCH (:Person {id: $person})-[h:HOLDS]->(:Office)
UNWIND h.attested AS day
WITH day
WHERE size(day) <> 10 OR day STARTS WITH '-'
RETURN count(day) AS left_out
