// Who thanked whom, when and for what?
//
// parameters:
//   by: party = null, who gave thanks
//   to: party = null, who was thanked
//   since: date = null, on this day or later
//   until: date = null, on this day or earlier
//   limit: integer = null, at most so many rows
// columns:
//   date: date, the day
//   by: string, who gave thanks
//   to: string, who was thanked
//   for_what: string, for what, in the release's words
//   place: string, where
//   fact: string, the id of the fact

MATCH (x)-[t:THANKED]->(y)
WHERE t.status = 'occurred'
  AND ($by IS NULL OR x.id = $by)
  AND ($to IS NULL OR y.id = $to)
  AND ($since IS NULL
       OR (NOT t.date STARTS WITH '-' AND t.date >= substring($since, 0, size(t.date))))
  AND ($until IS NULL
       OR (NOT t.date STARTS WITH '-' AND t.date <= substring($until, 0, size(t.date))))
RETURN t.date AS date, x.name AS by, y.name AS to, t.for_what AS for_what, t.place AS place,
       t.fact AS fact
ORDER BY date, by, to, fact
LIMIT coalesce($limit, 1000000000)

// -- left out --
MATCH (x)-[t:THANKED]->(y)
WHERE t.status = 'occurred' AND (t.date IS NULL OR t.date STARTS WITH '-')
  AND ($by IS NULL OR x.id = $by)
  AND ($to IS NULL OR y.id = $to)
RETURN count(*) AS left_out
