// With whom was a person at the same events, whether or not the two met?
//
// tags: event, pairs, count, encounter
// parameters:
//   person: person, whose events
//   since: date = null, on this day or later
//   until: date = null, on this day or earlier
//   limit: integer = null, at most so many rows
// columns:
//   other: string, a person, a named organization or a country
//   events: integer, how many events both attended, spoke at or hosted
//   met: integer, at how many of them the two met, as a release says
//   first: date?, the day of the first
//   last: date?, the day of the last
// example:
//   person: Rita Queirós

MATCH (:Person {id: $person})-[r:ATTENDED|SPOKE_AT|HOSTED]->(e:Event)
WHERE r.status = 'occurred'
  AND NOT r.date STARTS WITH '-' AND r.date >= substring($since, 0, size(r.date))   // if since
  AND NOT r.date STARTS WITH '-' AND r.date <= substring($until, 0, size(r.date))   // if until
WITH e, collect(r.fact) AS own,
     min(CASE WHEN r.date STARTS WITH '-' THEN null ELSE r.date END) AS dated, min(r.date) AS any_date
MATCH (e)<-[s:ATTENDED|SPOKE_AT|HOSTED]-(x)
WHERE s.status = 'occurred' AND x.id <> $person AND coalesce(x.kind, '') <> 'group'
WITH x, count(DISTINCT e.id) AS events,
     count(DISTINCT CASE WHEN s.fact IN own THEN e.id END) AS met,
     min(dated) AS first_dated, max(dated) AS last_dated, min(any_date) AS first_any, max(any_date) AS last_any
     , collect([own, s.fact]) AS evidence                          // if evidence
RETURN x.name AS other, events, met,
       coalesce(first_dated, first_any) AS first, coalesce(last_dated, last_any) AS last
       , evidence                                                  // if evidence
ORDER BY events DESC, met DESC, other, x.id
LIMIT $limit                                                       // if limit

// -- left out --
MATCH (:Person {id: $person})-[r:ATTENDED|SPOKE_AT|HOSTED]->(e:Event)
WHERE r.status = 'occurred'
WITH e, count(CASE WHEN NOT r.date STARTS WITH '-' THEN 1 END) AS dated
WHERE dated = 0
RETURN count(e) AS left_out
