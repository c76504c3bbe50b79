// What was planned for a day that has passed, and is not reported as held?
//
// tags: planned, announced, missing, status
// parameters:
//   on: date, the day from which to look back, such as today; the graph knows no clock
//   person: person = null, planned by or with this person
//   since: date = null, planned for this day or later
//   limit: integer = null, at most so many rows
// columns:
//   date: date, the day for which it was planned
//   what: string, the event, or a visit
//   who: strings, whose part in it was planned; of a visit the visitor and what was to be visited
//   place: string?, where
//   event: string?, the id of the event
//   fact: string, the id of a fact that tells it
// example:
//   on: 2033-06-01

MATCH (p:Person {id: $person})-[own:ATTENDED|SPOKE_AT|HOSTED|SIGNED|VISITED]->(y)   // if person
WHERE own.status = 'planned' AND own.date < substring($on, 0, size(own.date))   // if person
WITH DISTINCT y                                                    // if person
MATCH (x)-[r:ATTENDED|SPOKE_AT|HOSTED|SIGNED|VISITED]->(y)
WHERE r.status = 'planned' AND r.date < substring($on, 0, size(r.date)) AND NOT r.date STARTS WITH '-'
  AND r.date >= substring($since, 0, size(r.date))                 // if since
  AND (y:Event OR x.id = $person)                                  // if person
WITH y, CASE WHEN y:Event THEN null ELSE x END AS visitor,
     CASE WHEN y:Event THEN null ELSE r.date END AS visited, min(r.date) AS date, min(r.place) AS place,
     min(r.fact) AS fact, collect(DISTINCT x.name) AS names
     , collect(r.fact) AS evidence                                 // if evidence
OPTIONAL MATCH (y)<-[held:ATTENDED|SPOKE_AT|HOSTED|SIGNED|VISITED]-(other)
WHERE held.status <> 'planned' AND (visitor IS NULL OR other.id = visitor.id AND held.date STARTS WITH visited)
WITH y, visitor, date, place, fact, names, count(held) AS held
     , evidence                                                    // if evidence
WHERE held = 0 AND (visitor IS NOT NULL OR coalesce(y.status, 'planned') = 'planned')
UNWIND names AS name
WITH y, visitor, date, place, fact, name
     , evidence                                                    // if evidence
ORDER BY name
WITH y, visitor, date, place, fact, collect(name) AS names
     , evidence                                                    // if evidence
RETURN date, CASE WHEN visitor IS NULL THEN y.name ELSE 'visit' END AS what,
       CASE WHEN visitor IS NULL THEN names ELSE names + [y.name] END AS who, place,
       CASE WHEN visitor IS NULL THEN y.id END AS event, fact
       , evidence                                                  // if evidence
ORDER BY date, what, fact
LIMIT $limit                                                       // if limit

// -- left out --
MATCH (x:Person {id: $person})                                     // if person
MATCH (x)-[r:ATTENDED|SPOKE_AT|HOSTED|SIGNED|VISITED]->()
WHERE r.status = 'planned' AND (r.date IS NULL OR r.date STARTS WITH '-')
RETURN count(DISTINCT r.fact) AS left_out
