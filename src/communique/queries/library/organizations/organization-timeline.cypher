// What did an organization do, what was done with it, and what did people do in its offices?
//
// tags: days, engagements, office, holder
// method: organization_timeline, timeline
// parameters:
//   organization: organization, such as "World Trade Organization"
//   since: date = null, on this day or later
//   until: date = null, on this day or earlier
//   status: status = occurred, occurred, planned or cancelled
//   limit: integer = null, at most so many rows
// columns:
//   date: date?, the day
//   who: string, the organization, or who held an office of it that day
//   what: string, what was done: met-with, hosted, thanked, thanked-by, visited-by and the like
//   whom: string, with whom, to whom, at what
//   place: string?, where
//   fact: string, the id of the fact
// example:
//   organization: Atlantic Chamber of Commerce

MATCH (g:Organization {id: $organization})
CALL {
  WITH g
  RETURN g AS actor, null AS office
  UNION
  WITH g
  MATCH (g)<-[:OF]-(o)<-[:HOLDS]-(actor)
  RETURN actor, o.id AS office
}
CALL {
  WITH actor
  MATCH (actor)-[r:ATTENDED]->(e)<-[s:ATTENDED]-(x)
  WHERE r.role <> 'attendee' AND s.fact = r.fact AND s.id <> r.id
  RETURN r, 'met-with' AS what, x.name AS whom, true AS own
  UNION
  WITH actor
  MATCH (actor)-[r:ATTENDED]->(x)
  WHERE r.role = 'attendee'
  RETURN r, 'attended' AS what, x.name AS whom, true AS own
  UNION
  WITH actor
  MATCH (actor)-[r:SPOKE_AT|HOSTED|SIGNED|VISITED|THANKED|CONGRATULATED|ACCOMPANIED]->(x)
  RETURN r, replace(toLower(type(r)), '_', '-') AS what, x.name AS whom, true AS own
  UNION
  WITH actor
  MATCH (actor)<-[r:VISITED|THANKED|CONGRATULATED|ACCOMPANIED]-(x)
  RETURN r, toLower(type(r)) + '-by' AS what, x.name AS whom, false AS own
}
WITH actor, r, what, whom, office, own
WHERE r.status = $status AND (office IS NULL OR own AND office IN r.offices)
  AND NOT r.date STARTS WITH '-' AND r.date >= substring($since, 0, size(r.date))   // if since
  AND NOT r.date STARTS WITH '-' AND r.date <= substring($until, 0, size(r.date))   // if until
WITH DISTINCT actor, r, what, whom
RETURN r.date AS date, actor.name AS who, what, whom, r.place AS place, r.fact AS fact
       , r.fact AS evidence                                        // if evidence
ORDER BY date, who, what, whom, fact
LIMIT $limit                                                       // if limit

// -- left out --
MATCH (g:Organization {id: $organization})
CALL {
  WITH g
  MATCH (g)-[r:ATTENDED|SPOKE_AT|HOSTED|SIGNED|VISITED|THANKED|CONGRATULATED|ACCOMPANIED]-()
  RETURN r
  UNION
  WITH g
  MATCH (g)<-[:OF]-(o)<-[:HOLDS]-(p)
  MATCH (p)-[r:ATTENDED|SPOKE_AT|HOSTED|SIGNED|VISITED|THANKED|CONGRATULATED|ACCOMPANIED]->()
  WHERE o.id IN r.offices
  RETURN r
}
WITH r
WHERE r.status = $status AND (r.date IS NULL OR r.date STARTS WITH '-')
RETURN count(DISTINCT r.fact) AS left_out
