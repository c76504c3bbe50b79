// Who came to a place, and how often?
//
// tags: visit, count, guest, travel, city
// parameters:
//   place: place, a city, region, country or venue
//   since: date = null, on this day or later
//   until: date = null, on this day or earlier
//   limit: integer = null, at most so many rows
// columns:
//   visitor: string, a person or an organization that a release calls a visitor
//   visits: integer, on how many days
//   places: strings, what was visited: the place, or what lies in it
//   first: date?, the day of the first
//   last: date?, the day of the last
// example:
//   place: Portugal

MATCH (:Place {id: $place})<-[:IN*0..3]-(pl:Place)
WITH DISTINCT pl
MATCH (pl)<-[v:VISITED]-(x)
WHERE v.status = 'occurred'
  AND NOT v.date STARTS WITH '-' AND v.date >= substring($since, 0, size(v.date))   // if since
  AND NOT v.date STARTS WITH '-' AND v.date <= substring($until, 0, size(v.date))   // if until
WITH x, pl, v
ORDER BY pl.name, pl.id
WITH x, count(DISTINCT coalesce(v.date, v.release)) AS visits, collect(DISTINCT pl.name) AS places,
     min(CASE WHEN v.date STARTS WITH '-' THEN null ELSE v.date END) AS first_dated,
     max(CASE WHEN v.date STARTS WITH '-' THEN null ELSE v.date END) AS last_dated,
     min(v.date) AS first_any, max(v.date) AS last_any
     , collect(v.fact) AS evidence                                 // if evidence
RETURN x.name AS visitor, visits, places,
       coalesce(first_dated, first_any) AS first, coalesce(last_dated, last_any) AS last
       , evidence                                                  // if evidence
ORDER BY visits DESC, visitor, x.id
LIMIT $limit                                                       // if limit

// -- left out --
MATCH (:Place {id: $place})<-[:IN*0..3]-(pl:Place)
WITH DISTINCT pl
MATCH (pl)<-[v:VISITED]-()
WHERE v.status = 'occurred' AND (v.date IS NULL OR v.date STARTS WITH '-')
RETURN count(DISTINCT v.fact) AS left_out
