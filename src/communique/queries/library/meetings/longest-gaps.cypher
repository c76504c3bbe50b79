// Which two went longest between two meetings?
//
// tags: interval, pairs, person, counterpart, neglect
// parameters:
//   person: person = null, one of the two
//   since: date = null, met on this day or later
//   until: date = null, met on this day or earlier
//   limit: integer = null, at most so many rows
// columns:
//   person: string, one of the two
//   counterpart: string, the other
//   start: date, the day of the meeting before their longest gap
//   end: date, the day on which they met again
//   days: integer, how many days lie between
// example:
//   limit: 3

MATCH (x:Person {id: $person})-[m:MET_WITH]-(y)                    // if person
MATCH (x:Person)-[m:MET_WITH]->(y)                                 // if not person
WHERE m.named AND size(m.date) = 10
  AND m.date >= $since                                             // if since
  AND m.date <= $until                                             // if until
WITH x, y, m.date AS day, collect(m.facts) AS facts
ORDER BY day
WITH x, y, collect({day: day, facts: facts}) AS met
WHERE size(met) > 1
UNWIND range(1, size(met) - 1) AS i
WITH x, y, met[i - 1] AS one, met[i] AS next,
     duration.inDays(date(met[i - 1].day), date(met[i].day)).days AS days
ORDER BY days DESC, one.day
WITH x, y, collect({start: one.day, end: next.day, days: days
                    , facts: [one.facts, next.facts]               // if evidence
                   }) AS gaps
WITH x, y, gaps[0] AS gap
RETURN x.name AS person, y.name AS counterpart, gap.start AS start, gap.end AS end, gap.days AS days
       , gap.facts AS evidence                                     // if evidence
ORDER BY days DESC, start, person, counterpart, x.id, y.id
LIMIT $limit                                                       // if limit

// -- left out --
MATCH (x:Person {id: $person})-[m:MET_WITH]-()                     // if person
MATCH (:Person)-[m:MET_WITH]->()                                   // if not person
WHERE m.named AND (m.date IS NULL OR size(m.date) <> 10)
RETURN count(DISTINCT m.event) AS left_out
