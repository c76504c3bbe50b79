// What did an organization do, what was done with it, and what did people do in its offices?
//
// tags: days, engagements, office, holder
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
  MATCH (g)-[r:ATTENDED|SPOKE_AT|HOSTED|SIGNED|VISITED|THANKED|CONGRATULATED|ACCOMPANIED]->(y)
  RETURN r, g AS actor, y, '' AS by
  UNION
  WITH g
  MATCH (g)<-[r:VISITED|THANKED|CONGRATULATED|ACCOMPANIED]-(y)
  RETURN r, g AS actor, y, '-by' AS by
  UNION
  WITH g
  MATCH (g)<-[:OF]-(o:Office)<-[:HOLDS]-(p:Person)
  MATCH (p)-[r:ATTENDED|SPOKE_AT|HOSTED|SIGNED|VISITED|THANKED|CONGRATULATED|ACCOMPANIED]->(y)
  WHERE o.id IN r.offices
  RETURN r, p AS actor, y, '' AS by
}
WITH r, actor, y, by
WHERE r.status = $status
  AND NOT r.date STARTS WITH '-' AND r.date >= substring($since, 0, size(r.date))   // if since
  AND NOT r.date STARTS WITH '-' AND r.date <= substring($until, 0, size(r.date))   // if until
OPTIONAL MATCH (y)<-[s:ATTENDED]-(x)
WHERE r.role <> 'attendee' AND s.fact = r.fact AND s.id <> r.id
RETURN r.date AS date, actor.name AS who,
       CASE WHEN x IS NULL THEN replace(toLower(type(r)), '_', '-') + by ELSE 'met-with' END AS what,
       coalesce(x.name, y.name) AS whom, r.place AS place, r.fact AS fact
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
  MATCH (g)<-[:OF]-(o:Office)<-[:HOLDS]-(p:Person)
  MATCH (p)-[r:ATTENDED|SPOKE_AT|HOSTED|SIGNED|VISITED|THANKED|CONGRATULATED|ACCOMPANIED]->()
  WHERE o.id IN r.offices
  RETURN r
}
WITH r
WHERE r.status = $status AND (r.date IS NULL OR r.date STARTS WITH '-')
RETURN count(DISTINCT r.fact) AS left_out
