// Who congratulated whom, when and on what?
//
// tags: felicitation, appointment, person, given, received
// parameters:
//   by: party = null, who congratulated
//   to: party = null, who was congratulated
//   since: date = null, on this day or later
//   until: date = null, on this day or earlier
//   limit: integer = null, at most so many rows
// columns:
//   date: date?, the day
//   by: string, who congratulated
//   to: string, who was congratulated
//   for_what: string?, on what, in the release's words
//   place: string?, where
//   fact: string, the id of the fact
// example:
//   by: Ingrid Solheim

MATCH (x:Person|Organization|Place {id: $by})                      // if by
MATCH (y:Person|Organization|Place {id: $to})                      // if to
MATCH (x)-[t:CONGRATULATED]->(y)
WHERE t.status = 'occurred'
  AND NOT t.date STARTS WITH '-' AND t.date >= substring($since, 0, size(t.date))   // if since
  AND NOT t.date STARTS WITH '-' AND t.date <= substring($until, 0, size(t.date))   // if until
RETURN t.date AS date, x.name AS by, y.name AS to, t.for_what AS for_what, t.place AS place,
       t.fact AS fact
       , t.fact AS evidence                                        // if evidence
ORDER BY date, by, to, fact
LIMIT $limit                                                       // if limit

// -- left out --
MATCH (x:Person|Organization|Place {id: $by})                      // if by
MATCH (y:Person|Organization|Place {id: $to})                      // if to
MATCH (x)-[t:CONGRATULATED]->(y)
WHERE t.status = 'occurred' AND (t.date IS NULL OR t.date STARTS WITH '-')
RETURN count(*) AS left_out
