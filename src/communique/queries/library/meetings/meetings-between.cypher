// When did two meet, and how long after the time before?
//
// tags: person, counterpart, pair, interval, history
// method: meetings_between, meetings_with
// parameters:
//   person: person, one of the two
//   counterpart: party, the other: a person, an organization or a country
//   since: date = null, on this day or later
//   until: date = null, on this day or earlier
// columns:
//   date: date?, the day of the meeting
//   place: string?, where
//   kind: string?, meeting, call, lunch and the like
//   days_since: integer?, days since they met before, also before the period; empty for their first and where the day is not known
//   event: string, the id of the meeting
//   fact: string, the id of the fact that tells it
// example:
//   person: Ingrid Solheim
//   counterpart: Duarte Pinhal

MATCH (x:Person {id: $person})-[m:MET_WITH]-(y:Person|Organization|Place {id: $counterpart})
WITH m, CASE WHEN size(m.date) = 10 THEN m.date ELSE '~' END AS day
ORDER BY day, m.event
WITH collect({day: day, date: m.date, place: m.place, event: m.event, facts: m.facts}) AS met
UNWIND range(0, size(met) - 1) AS i
WITH met[i] AS m, CASE WHEN i > 0 AND met[i].day <> '~' THEN met[i - 1].day END AS before
WHERE true
  AND NOT m.date STARTS WITH '-' AND m.date >= substring($since, 0, size(m.date))   // if since
  AND NOT m.date STARTS WITH '-' AND m.date <= substring($until, 0, size(m.date))   // if until
MATCH (e:Event {id: m.event})
RETURN m.date AS date, m.place AS place, e.kind AS kind,
       CASE WHEN before IS NOT NULL
            THEN duration.inDays(date(before), date(m.day)).days END AS days_since,
       e.id AS event, m.facts[0] AS fact
       , m.facts AS evidence                                       // if evidence
ORDER BY date, event

// -- left out --
MATCH (:Person {id: $person})-[m:MET_WITH]-(:Person|Organization|Place {id: $counterpart})
WHERE m.date IS NULL OR m.date STARTS WITH '-'
RETURN count(DISTINCT m.event) AS left_out
