// Which events reached farthest?
//
// tags: reach, count, attendees, issuers, countries
// parameters:
//   city: place = null, held in this city, region or country
//   kind: string = null, such as forum: a kind, or a word of the name
//   since: date = null, on this day or later
//   until: date = null, on this day or earlier
//   limit: integer = null, at most so many rows
// columns:
//   name: string, the event
//   kind: string?, forum, meeting, dinner and the like
//   date: date?, the day
//   place: string?, where
//   attendees: integer, how many with a name attended, spoke, hosted or signed
//   releases: integer, how many releases report it
//   issuers: integer, how many published these
//   countries: integer, of how many countries the attendees are, or the offices they were there in
//   event: string, the id of the event
// example:
//   limit: 5

MATCH (:Place {id: $city})<-[:IN*0..3]-(:Place)<-[:HELD_IN]-(e)   // if city
WITH DISTINCT e                                                    // if city
MATCH (x)-[r:ATTENDED|SPOKE_AT|HOSTED|SIGNED]->(e)                 // if city
MATCH (x)-[r:ATTENDED|SPOKE_AT|HOSTED|SIGNED]->(e:Event)           // if not city
WHERE r.status = 'occurred'
  AND (e.kind = toLower($kind) OR toLower(e.name) CONTAINS toLower($kind))  // if kind
  AND NOT r.date STARTS WITH '-' AND r.date >= substring($since, 0, size(r.date))   // if since
  AND NOT r.date STARTS WITH '-' AND r.date <= substring($until, 0, size(r.date))   // if until
WITH e, count(DISTINCT CASE WHEN coalesce(x.kind, '') <> 'group' THEN x END) AS attendees,
     coalesce(min(CASE WHEN r.date STARTS WITH '-' THEN null ELSE r.date END), min(r.date)) AS date,
     min(r.place) AS place,
     collect(DISTINCT CASE WHEN size(coalesce(r.offices, [])) > 0 THEN r.offices WHEN x:Person THEN []
                           ELSE [x.id] END) AS seats
     , collect(r.fact) AS facts                                    // if evidence
OPTIONAL MATCH (e)<-[:REPORTS]-(release:Release)
WITH e, attendees, date, place, seats, count(DISTINCT release) AS releases,
     count(DISTINCT release.issuer) AS issuers
     , facts                                                       // if evidence
ORDER BY attendees + releases DESC, attendees DESC, e.name, e.id
LIMIT $limit                                                       // if limit
UNWIND seats AS ids
UNWIND CASE WHEN size(ids) = 0 THEN [null] ELSE ids END AS from
OPTIONAL MATCH (:Office|Organization|Place {id: from})-[:OF|BASED_IN*0..2]->(:Place)-[:IN*0..3]->(c:Country)
WITH e, attendees, date, place, releases, issuers, count(DISTINCT c) AS countries
     , facts AS evidence                                           // if evidence
RETURN e.name AS name, e.kind AS kind, date, place, attendees, releases, issuers, countries,
       e.id AS event
       , evidence                                                  // if evidence
ORDER BY attendees + releases DESC, attendees DESC, name, event

// -- left out --
MATCH (:Place {id: $city})<-[:IN*0..3]-(:Place)<-[:HELD_IN]-(e)   // if city
WITH DISTINCT e                                                    // if city
MATCH ()-[r:ATTENDED|SPOKE_AT|HOSTED|SIGNED]->(e)
WHERE r.status = 'occurred'
  AND (e.kind = toLower($kind) OR toLower(e.name) CONTAINS toLower($kind))  // if kind
WITH e, count(CASE WHEN NOT r.date STARTS WITH '-' THEN 1 END) AS dated
WHERE dated = 0
RETURN count(e) AS left_out
