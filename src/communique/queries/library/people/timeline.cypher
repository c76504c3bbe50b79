// What did a person do, day by day?
//
// tags: person, days, engagements
// parameters:
//   person: person, whose days
//   since: date = null, on this day or later
//   until: date = null, on this day or earlier
//   status: status = occurred, occurred, planned or cancelled
//   limit: integer = null, at most so many rows
// columns:
//   date: date?, the day
//   what: string, what was done: met-with, attended, thanked, thanked-by and the like
//   whom: string, with whom, to whom, at what
//   place: string?, where
//   fact: string, the id of the fact
// example:
//   person: Rita Queirós

MATCH (p:Person {id: $person})
CALL {
  WITH p
  MATCH (p)-[r:ATTENDED]->(e:Event)<-[s:ATTENDED]-(x)
  WHERE r.role <> 'attendee' AND s.fact = r.fact AND s.id <> r.id
  RETURN r, 'met-with' AS what, x.name AS whom
  UNION
  WITH p
  MATCH (p)-[r:ATTENDED]->(x)
  WHERE r.role = 'attendee'
  RETURN r, 'attended' AS what, x.name AS whom
  UNION
  WITH p
  MATCH (p)-[r:SPOKE_AT|HOSTED|VISITED|THANKED|CONGRATULATED|ACCOMPANIED|SIGNED]->(x)
  RETURN r, replace(toLower(type(r)), '_', '-') AS what, x.name AS whom
  UNION
  WITH p
  MATCH (p)<-[r:THANKED|CONGRATULATED|ACCOMPANIED]-(x)
  RETURN r, toLower(type(r)) + '-by' AS what, x.name AS whom
}
WITH r, what, whom
WHERE r.status = $status
  AND NOT r.date STARTS WITH '-' AND r.date >= substring($since, 0, size(r.date))   // if since
  AND NOT r.date STARTS WITH '-' AND r.date <= substring($until, 0, size(r.date))   // if until
RETURN r.date AS date, what, whom, r.place AS place, r.fact AS fact
       , r.fact AS evidence                                        // if evidence
ORDER BY date, what, whom, fact
LIMIT $limit                                                       // if limit

// -- left out --
MATCH (:Person {id: $person})-[r:ATTENDED|SPOKE_AT|HOSTED|VISITED|THANKED|CONGRATULATED|ACCOMPANIED|SIGNED]-()
WHERE r.status = $status AND (r.date IS NULL OR r.date STARTS WITH '-')
RETURN count(DISTINCT r.fact) AS left_out
