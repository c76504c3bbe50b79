// Where did a person go, and when?
//
// tags: travel, visit, trip, country
// method: visits
// parameters:
//   person: person, whose visits
//   since: date = null, on this day or later
//   until: date = null, on this day or earlier
//   status: status = occurred, occurred, planned or cancelled
//   limit: integer = null, at most so many rows
// columns:
//   date: date?, the day
//   visited: string, a place, an organization or an event
//   kind: string, what sort of place, organization or event it is
//   place: string?, where, as the release says
//   country: string?, the country of what was visited, else of where
//   fact: string, the id of a fact that tells it
// example:
//   person: Ingrid Solheim

MATCH (:Person {id: $person})-[v:VISITED]->(x)
WHERE v.status = $status
  AND NOT v.date STARTS WITH '-' AND v.date >= substring($since, 0, size(v.date))   // if since
  AND NOT v.date STARTS WITH '-' AND v.date <= substring($until, 0, size(v.date))   // if until
OPTIONAL MATCH (x)-[:HELD_IN|BASED_IN*0..1]->(:Place)-[:IN*0..3]->(own:Country)
WITH v, x, min(own.name) AS own
OPTIONAL MATCH (:Release {id: v.release})-[m:MENTIONS]->(:Place)-[:IN*0..3]->(where:Country)
WHERE m.form = v.place
WITH x, v, own, min(where.name) AS there
WITH x, v.date AS date, min(v.place) AS place, min(coalesce(own, there)) AS country, min(v.fact) AS fact
     , collect(v.fact) AS evidence                                 // if evidence
RETURN date, x.name AS visited,
       coalesce(x.kind, CASE WHEN x:Event THEN 'event' WHEN x:Place THEN 'place' ELSE 'organization' END) AS kind,
       place, country, fact
       , evidence                                                  // if evidence
ORDER BY date, visited, x.id
LIMIT $limit                                                       // if limit

// -- left out --
MATCH (:Person {id: $person})-[v:VISITED]->()
WHERE v.status = $status AND (v.date IS NULL OR v.date STARTS WITH '-')
RETURN count(DISTINCT v.fact) AS left_out
