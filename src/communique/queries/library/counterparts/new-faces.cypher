// Who met whom for the first time ever in a period?
//
// tags: first, new, person, counterpart, quarter
// parameters:
//   since: date, met for the first time on this day or later
//   person: person = null, whose meetings; without, everybody's
//   until: date = null, and on this day or earlier
//   limit: integer = null, at most so many rows
// columns:
//   date: date, the day of the first meeting
//   person: string, one of the two
//   counterpart: string, the other, new to the one; nobody without a name
//   place: string?, where
//   event: string, the id of the meeting
//   fact: string, the id of the fact that tells it
// example:
//   person: Ingrid Solheim
//   since: 2031-04

MATCH (x:Person {id: $person})-[m:MET_WITH]-(y)                    // if person
MATCH (x:Person)-[m:MET_WITH]->(y)                                 // if not person
WHERE m.named AND NOT m.date STARTS WITH '-'
WITH x, y, m
ORDER BY m.date, m.event
WITH x, y, collect({date: m.date, place: m.place, event: m.event, facts: m.facts}) AS met,
     sum(CASE WHEN m.date < substring($since, 0, size(m.date)) THEN 1 ELSE 0 END) AS earlier
WHERE earlier = 0
WITH x, y, met[0] AS first
WHERE true
  AND first.date <= substring($until, 0, size(first.date))         // if until
RETURN first.date AS date, x.name AS person, y.name AS counterpart, first.place AS place,
       first.event AS event, first.facts[0] AS fact
       , first.facts AS evidence                                   // if evidence
ORDER BY date, person, counterpart, event, x.id, y.id
LIMIT $limit                                                       // if limit

// -- left out --
MATCH (x:Person {id: $person})-[m:MET_WITH]-()                     // if person
MATCH (:Person)-[m:MET_WITH]->()                                   // if not person
WHERE m.named AND (m.date IS NULL OR m.date STARTS WITH '-')
RETURN count(DISTINCT m.event) AS left_out
