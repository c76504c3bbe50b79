// Who met with an organization, directly or through those who held its offices?
//
// tags: meeting, count, counterpart, office
// method: organization_counterparts, counterparts
// parameters:
//   organization: organization, such as "World Trade Organization"
//   since: date = null, met on this day or later
//   until: date = null, met on this day or earlier
//   limit: integer = null, at most so many rows
// columns:
//   counterpart: string, who was met; colleagues in another office of the organization are left out
//   meetings: integer, how many meetings
//   through: strings, the organization itself, or who met for it
//   first: date?, the day of the first
//   last: date?, the day of the last
// example:
//   organization: Atlantic Chamber of Commerce

MATCH (g:Organization {id: $organization})
OPTIONAL MATCH (g)<-[:OF]-(o:Office)
WITH g, collect(o.id) AS seats
CALL {
  WITH g
  RETURN g AS actor
  UNION
  WITH g
  MATCH (g)<-[:OF]-(:Office)<-[:HOLDS]-(actor:Person)
  RETURN actor
}
WITH g, seats, actor
MATCH (actor)-[r:ATTENDED]->(e:Event)<-[s:ATTENDED]-(x)
WHERE r.role <> 'attendee' AND r.status = 'occurred' AND s.fact = r.fact AND s.id <> r.id AND x.id <> g.id
  AND (actor.id = g.id OR any(seat IN r.offices WHERE seat IN seats))
  AND none(seat IN coalesce(s.offices, []) WHERE seat IN seats)
  AND NOT r.date STARTS WITH '-' AND r.date >= substring($since, 0, size(r.date))   // if since
  AND NOT r.date STARTS WITH '-' AND r.date <= substring($until, 0, size(r.date))   // if until
WITH x, actor, e, r
ORDER BY actor.name, actor.id
WITH x, count(DISTINCT e.id) AS meetings, collect(DISTINCT actor.name) AS through,
     min(CASE WHEN r.date STARTS WITH '-' THEN null ELSE r.date END) AS first_dated,
     max(CASE WHEN r.date STARTS WITH '-' THEN null ELSE r.date END) AS last_dated,
     min(r.date) AS first_any, max(r.date) AS last_any
     , collect(r.fact) AS evidence                                 // if evidence
RETURN x.name AS counterpart, meetings, through,
       coalesce(first_dated, first_any) AS first, coalesce(last_dated, last_any) AS last
       , evidence                                                  // if evidence
ORDER BY meetings DESC, counterpart, x.id
LIMIT $limit                                                       // if limit

// -- left out --
MATCH (g:Organization {id: $organization})
OPTIONAL MATCH (g)<-[:OF]-(o:Office)
WITH g, collect(o.id) AS seats
CALL {
  WITH g
  RETURN g AS actor
  UNION
  WITH g
  MATCH (g)<-[:OF]-(:Office)<-[:HOLDS]-(actor:Person)
  RETURN actor
}
WITH g, seats, actor
MATCH (actor)-[r:ATTENDED]->(e:Event)
WHERE r.role <> 'attendee' AND r.status = 'occurred' AND (r.date IS NULL OR r.date STARTS WITH '-')
  AND (actor.id = g.id OR any(seat IN r.offices WHERE seat IN seats))
RETURN count(DISTINCT e.id) AS left_out
