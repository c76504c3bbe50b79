// What did the holders of an office do in it, day by day?
//
// tags: person, days, engagements, holder
// parameters:
//   office: office, such as "Mayor of Shanghai"
//   since: date = null, on this day or later
//   until: date = null, on this day or earlier
//   status: status = occurred, occurred, planned or cancelled
//   limit: integer = null, at most so many rows
// columns:
//   date: date?, the day
//   person: string, who held the office that day
//   what: string, what was done: met-with, attended, thanked and the like
//   whom: string, with whom, to whom, at what
//   place: string?, where
//   fact: string, the id of the fact
// example:
//   office: Mayor of Lisbon

MATCH (:Office {id: $office})<-[:HOLDS]-(p:Person)
WITH DISTINCT p
MATCH (p)-[r:ATTENDED|SPOKE_AT|HOSTED|SIGNED|VISITED|THANKED|CONGRATULATED|ACCOMPANIED]->(y)
WHERE $office IN r.offices AND r.status = $status
  AND NOT r.date STARTS WITH '-' AND r.date >= substring($since, 0, size(r.date))   // if since
  AND NOT r.date STARTS WITH '-' AND r.date <= substring($until, 0, size(r.date))   // if until
OPTIONAL MATCH (y)<-[s:ATTENDED]-(x)
WHERE r.role <> 'attendee' AND s.fact = r.fact AND s.id <> r.id
RETURN r.date AS date, p.name AS person,
       CASE WHEN x IS NULL THEN replace(toLower(type(r)), '_', '-') ELSE 'met-with' END AS what,
       coalesce(x.name, y.name) AS whom, r.place AS place, r.fact AS fact
       , r.fact AS evidence                                        // if evidence
ORDER BY date, person, what, whom, fact
LIMIT $limit                                                       // if limit

// -- left out --
MATCH (:Office {id: $office})<-[:HOLDS]-(p:Person)
WITH DISTINCT p
MATCH (p)-[r:ATTENDED|SPOKE_AT|HOSTED|SIGNED|VISITED|THANKED|CONGRATULATED|ACCOMPANIED]->()
WHERE $office IN r.offices AND r.status = $status AND (r.date IS NULL OR r.date STARTS WITH '-')
RETURN count(DISTINCT r.fact) AS left_out
