// Who signed what with whom?
//
// tags: signing, treaty, memorandum, party
// parameters:
//   party: party = null, who signed: a person, an organization or a country
//   city: place = null, signed in this city, region or country
//   since: date = null, on this day or later
//   until: date = null, on this day or earlier
//   limit: integer = null, at most so many rows
// columns:
//   date: date?, the day
//   agreement: string, what was signed
//   signatories: strings, who signed
//   place: string?, where
//   event: string, the id of the signing
//   fact: string, the id of a fact that tells it
// example:
//   since: 2031

MATCH (:Person|Organization|Place {id: $party})-[own:SIGNED]->(e:Event)   // if party
WHERE own.status = 'occurred'                                      // if party
WITH DISTINCT e                                                    // if party
MATCH (e:Event)<-[r:SIGNED]-(x)
WHERE r.status = 'occurred'
  AND NOT r.date STARTS WITH '-' AND r.date >= substring($since, 0, size(r.date))   // if since
  AND NOT r.date STARTS WITH '-' AND r.date <= substring($until, 0, size(r.date))   // if until
MATCH (:Release {id: r.release})-[m:MENTIONS]->(:Place)-[:IN*0..3]->(:Place {id: $city})   // if city
WHERE m.form = r.place                                             // if city
WITH e, x, min(CASE WHEN r.date STARTS WITH '-' THEN null ELSE r.date END) AS dated,
     min(r.date) AS any_date, min(r.place) AS place, min(r.fact) AS fact
     , collect(r.fact) AS facts                                    // if evidence
ORDER BY x.name, x.id
WITH e, collect(x.name) AS signatories, coalesce(min(dated), min(any_date)) AS date,
     min(place) AS place, min(fact) AS fact
     , collect(facts) AS evidence                                  // if evidence
RETURN date, e.name AS agreement, signatories, place, e.id AS event, fact
       , evidence                                                  // if evidence
ORDER BY date, agreement, event
LIMIT $limit                                                       // if limit

// -- left out --
MATCH (x:Person|Organization|Place {id: $party})                   // if party
MATCH (x)-[r:SIGNED]->(e:Event)
WHERE r.status = 'occurred'
WITH e, count(CASE WHEN NOT r.date STARTS WITH '-' THEN 1 END) AS dated
WHERE dated = 0
RETURN count(e) AS left_out
