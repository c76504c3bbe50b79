// What did the holders of an office do in it, day by day?
//
// tags: person, days, engagements, holder
// method: office_timeline, timeline
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

MATCH (:Office {id: $office})<-[:HOLDS]-(p)
WITH DISTINCT p
CALL {
  WITH p
  MATCH (p)-[r:ATTENDED]->(e)<-[s:ATTENDED]-(x)
  WHERE r.role <> 'attendee' AND s.fact = r.fact AND s.id <> r.id
  RETURN r, 'met-with' AS what, x.name AS whom
  UNION
  WITH p
  MATCH (p)-[r:ATTENDED]->(x)
  WHERE r.role = 'attendee'
  RETURN r, 'attended' AS what, x.name AS whom
  UNION
  WITH p
  MATCH (p)-[r:SPOKE_AT|HOSTED|SIGNED|VISITED|THANKED|CONGRATULATED|ACCOMPANIED]->(x)
  RETURN r, replace(toLower(type(r)), '_', '-') AS what, x.name AS whom
}
WITH p, r, what, whom
WHERE $office IN r.offices AND r.status = $status
  AND NOT r.date STARTS WITH '-' AND r.date >= substring($since, 0, size(r.date))   // if since
  AND NOT r.date STARTS WITH '-' AND r.date <= substring($until, 0, size(r.date))   // if until
RETURN r.date AS date, p.name AS person, what, whom, r.place AS place, r.fact AS fact
       , r.fact AS evidence                                        // if evidence
ORDER BY date, person, what, whom, fact
LIMIT $limit                                                       // if limit

// -- left out --
MATCH (:Office {id: $office})<-[:HOLDS]-(p)
WITH DISTINCT p
MATCH (p)-[r:ATTENDED|SPOKE_AT|HOSTED|SIGNED|VISITED|THANKED|CONGRATULATED|ACCOMPANIED]->()
WHERE $office IN r.offices AND r.status = $status AND (r.date IS NULL OR r.date STARTS WITH '-')
RETURN count(DISTINCT r.fact) AS left_out
