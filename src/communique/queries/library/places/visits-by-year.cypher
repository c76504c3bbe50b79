// How often was a place visited, by year?
//
// tags: visit, count, year, city, travel
// parameters:
//   place: place = null, a city, region, country or venue with all in it; every place for itself if not given
//   since: date = null, on this day or later
//   until: date = null, on this day or earlier
// columns:
//   place: string, what was visited
//   year: string, the year
//   visits: integer, how many visits; of one visitor one a day
//   visitors: integer, how many visitors
// example:
//   since: 2031

MATCH (to:Place {id: $place})<-[:IN*0..3]-(pl:Place)               // if place
WITH DISTINCT to, pl                                               // if place
MATCH (pl)<-[v:VISITED]-(x)                                        // if place
MATCH (to:Place)<-[v:VISITED]-(x)                                  // if not place
WHERE v.status = 'occurred' AND NOT v.date STARTS WITH '-'
  AND v.date >= substring($since, 0, size(v.date))                 // if since
  AND v.date <= substring($until, 0, size(v.date))                 // if until
WITH to, substring(v.date, 0, 4) AS year, x, v.date AS date
     , collect(v.fact) AS facts                                    // if evidence
WITH to, year, count(date) AS visits, count(DISTINCT x.id) AS visitors
     , collect(facts) AS evidence                                  // if evidence
RETURN to.name AS place, year, visits, visitors
       , evidence                                                  // if evidence
ORDER BY year, visits DESC, visitors DESC, place, to.id

// -- left out --
MATCH (:Place {id: $place})<-[:IN*0..3]-(pl:Place)                 // if place
WITH DISTINCT pl                                                   // if place
MATCH (pl:Place)<-[v:VISITED]-()
WHERE v.status = 'occurred' AND (v.date IS NULL OR v.date STARTS WITH '-')
RETURN count(DISTINCT v.fact) AS left_out
