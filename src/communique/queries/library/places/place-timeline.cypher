// What happened in a city, region or country, day by day?
//
// tags: days, event, visit, city
// method: place_timeline, timeline
// parameters:
//   place: place, a city, region, country or venue
//   since: date = null, on this day or later
//   until: date = null, on this day or earlier
//   limit: integer = null, at most so many rows
// columns:
//   date: date?, the day
//   what: string, the event, or visit
//   kind: string?, forum, meeting, dinner and the like; of a visit the sort of place
//   who: strings, who took part or came; ten at most
//   place: string?, where, as a release names it
//   event: string?, the id of the event
//   fact: string, the id of a fact that tells it
// example:
//   place: Portugal

MATCH (:Place {id: $place})<-[:IN*0..3]-(pl:Place)
WITH DISTINCT pl, pl.names AS names
CALL {
  WITH pl
  MATCH (pl)<-[:HELD_IN]-(y:Event)<-[r:ATTENDED|SPOKE_AT|HOSTED|SIGNED]-(x)
  RETURN y, r, x
  UNION
  WITH pl
  MATCH (pl)<-[m:MENTIONS]-(release:Release)-[:REPORTS]->(y:Event)<-[r:SIGNED]-(x)
  WHERE r.release = release.id AND r.place = m.form
  RETURN y, r, x
  UNION
  WITH pl
  MATCH (pl)<-[r:VISITED]-(x)
  RETURN pl AS y, r, x
}
WITH names, y, r, x
WHERE r.status = 'occurred'
  AND NOT r.date STARTS WITH '-' AND r.date >= substring($since, 0, size(r.date))   // if since
  AND NOT r.date STARTS WITH '-' AND r.date <= substring($until, 0, size(r.date))   // if until
WITH y, x, CASE WHEN y:Event THEN null ELSE r.date END AS visited,
     min(CASE WHEN r.date STARTS WITH '-' THEN null ELSE r.date END) AS dated, min(r.date) AS any_date,
     min(CASE WHEN r.place IN names THEN r.place END) AS here, min(r.place) AS place, min(r.fact) AS fact
     , collect(r.fact) AS facts                                    // if evidence
ORDER BY x.name, x.id
WITH y, visited, coalesce(min(dated), min(any_date)) AS date, coalesce(min(here), min(place)) AS place, min(fact) AS fact,
     collect(x.name) AS who
     , collect(facts) AS evidence                                  // if evidence
RETURN date, CASE WHEN y:Event THEN y.name ELSE 'visit' END AS what, y.kind AS kind, who[0..10] AS who,
       coalesce(place, CASE WHEN y:Event THEN null ELSE y.name END) AS place, CASE WHEN y:Event THEN y.id END AS event, fact
       , evidence                                                  // if evidence
ORDER BY date, what, fact
LIMIT $limit                                                       // if limit

// -- left out --
MATCH (:Place {id: $place})<-[:IN*0..3]-(pl:Place)
WITH DISTINCT pl
CALL {
  WITH pl
  MATCH (pl)<-[:HELD_IN]-(y:Event)<-[r:ATTENDED|SPOKE_AT|HOSTED|SIGNED]-()
  RETURN r
  UNION
  WITH pl
  MATCH (pl)<-[r:VISITED]-()
  RETURN r
}
WITH r
WHERE r.status = 'occurred' AND (r.date IS NULL OR r.date STARTS WITH '-')
RETURN count(DISTINCT r.fact) AS left_out
