// Whom has a person met, but not since a day?
//
// tags: interval, neglect, person, counterpart, lapsed
// parameters:
//   person: person, whose meetings
//   since: date, not met on this day or later
//   limit: integer = null, at most so many rows
// columns:
//   counterpart: string, who was met before; nobody without a name
//   meetings: integer, how many meetings
//   last: date, the day of the last
//   days: integer?, how many days before the day asked; empty where the last is not known to the day
// example:
//   person: Ingrid Solheim
//   since: 2032

MATCH (:Person {id: $person})-[m:MET_WITH]-(y)
WHERE m.named AND NOT m.date STARTS WITH '-'
WITH y, count(DISTINCT m.event) AS meetings, max(m.date) AS last,
     sum(CASE WHEN m.date >= substring($since, 0, size(m.date)) THEN 1 ELSE 0 END) AS later
     , collect(m.facts) AS evidence                                // if evidence
WHERE later = 0
RETURN y.name AS counterpart, meetings, last,
       CASE WHEN size(last) = 10 THEN duration.inDays(date(last), date($since)).days END AS days
       , evidence                                                  // if evidence
ORDER BY meetings DESC, last, counterpart, y.id
LIMIT $limit                                                       // if limit

// -- left out --
MATCH (:Person {id: $person})-[m:MET_WITH]-()
WHERE m.named AND (m.date IS NULL OR m.date STARTS WITH '-')
RETURN count(DISTINCT m.event) AS left_out
