// Which meetings does one side alone report?
//
// tags: issuer, silence, corroboration, release, person, counterpart
// parameters:
//   person: person = null, one of the two who met
//   issuer: string = null, the issuer that reports it, or part of its name
//   since: date = null, met on this day or later
//   until: date = null, met on this day or earlier
//   limit: integer = null, at most so many rows
// columns:
//   date: date?, the day of the meeting
//   person: string, one of the two
//   counterpart: string, the other
//   reported_by: strings, the issuers that say the two met that day: that of one side, perhaps third parties
//   silent: string, the issuer of the other side; the side of a person is the issuer that most often shows them as the one who met somebody
//   event: string, the id of the meeting
//   fact: string, the id of the fact that tells it
// example:
//   person: Duarte Pinhal

MATCH (x:Person {id: $person})-[a:ATTENDED {role: 'principal'}]->()   // if person
MATCH (x:Person)-[a:ATTENDED {role: 'principal'}]->()              // if not person
MATCH (r:Release {id: a.release})
WHERE r.issuer IS NOT NULL
WITH x, r.issuer AS home, count(DISTINCT a.fact) AS times
ORDER BY times DESC, home
WITH x, collect(home)[0] AS home
MATCH (x)-[m:MET_WITH]-(y:Person)                                  // if person
MATCH (x)-[m:MET_WITH]->(y:Person)                                 // if not person
WHERE true
  AND NOT m.date STARTS WITH '-' AND m.date >= substring($since, 0, size(m.date))   // if since
  AND NOT m.date STARTS WITH '-' AND m.date <= substring($until, 0, size(m.date))   // if until
UNWIND m.facts AS fact
WITH x, home, y, coalesce(m.date, m.event) AS day, max(m.date) AS date, min(m.event) AS event,
     min(fact) AS fact, collect(DISTINCT fact) AS facts
WITH y, collect({name: x.name, home: home, date: date, event: event, fact: fact, facts: facts}) AS met
MATCH (y)-[a:ATTENDED {role: 'principal'}]->()
MATCH (r:Release {id: a.release})
WHERE r.issuer IS NOT NULL
WITH y, met, r.issuer AS home, count(DISTINCT a.fact) AS times
ORDER BY times DESC, home
WITH y, met, collect(home)[0] AS home
UNWIND met AS m
WITH y, m, home
WHERE m.home <> home
UNWIND m.facts AS fact
MATCH (r:Release {id: split(fact, '#')[0]})
WHERE r.issuer IS NOT NULL
WITH y, m, home, r.issuer AS issuer
ORDER BY issuer
WITH y, m, home, collect(DISTINCT issuer) AS reported_by
WHERE (home IN reported_by) <> (m.home IN reported_by)
  AND any(each IN reported_by WHERE toLower(each) CONTAINS toLower($issuer))   // if issuer
RETURN m.date AS date, m.name AS person, y.name AS counterpart, reported_by,
       CASE WHEN home IN reported_by THEN m.home ELSE home END AS silent, m.event AS event,
       m.fact AS fact
       , m.facts AS evidence                                       // if evidence
ORDER BY date, person, counterpart, event, y.id
LIMIT $limit                                                       // if limit

// -- left out --
MATCH (x:Person {id: $person})-[m:MET_WITH]-(:Person)              // if person
MATCH (:Person)-[m:MET_WITH]->(:Person)                            // if not person
WHERE m.date IS NULL OR m.date STARTS WITH '-'
RETURN count(DISTINCT m.event) AS left_out
