// On which days were most engagements?
//
// tags: days, count, person, place, load
// parameters:
//   person: person = null, whose engagements; without, everybody's
//   city: place = null, held in this city, region or country
//   since: date = null, on this day or later
//   until: date = null, on this day or earlier
//   limit: integer = null, at most so many rows
// columns:
//   date: date, the day
//   engagements: integer, how many events there were: attended, hosted, spoken or signed at
//   meetings: integer, at how many of them the person met somebody; without a person, anybody
//   people: integer, how many people took part in them
// example:
//   limit: 3

MATCH (:Person {id: $person})-[r:ATTENDED|SPOKE_AT|HOSTED|SIGNED]->(e:Event)        // if person
MATCH (:Place {id: $city})<-[:IN*0..3]-(:Place)<-[:HELD_IN]-(e:Event)   // if city and not person
MATCH ()-[r:ATTENDED|SPOKE_AT|HOSTED|SIGNED]->(e:Event)            // if not person
WHERE r.status = 'occurred' AND size(r.date) = 10
  AND r.date >= $since                                             // if since
  AND r.date <= $until                                             // if until
  AND EXISTS { MATCH (e)-[:HELD_IN]->()-[:IN*0..3]->(:Place {id: $city}) }   // if city and person
WITH r.date AS date, e,
     max(CASE WHEN r.role IN ['principal', 'counterpart'] THEN 1 ELSE 0 END) AS met
     , collect(DISTINCT r.fact) AS facts                           // if evidence
OPTIONAL MATCH (e)<-[s:ATTENDED|SPOKE_AT|HOSTED|SIGNED]-(p:Person)
WHERE s.status = 'occurred'
WITH date, e, met, collect(DISTINCT p.id) AS ids
     , facts                                                       // if evidence
UNWIND CASE WHEN size(ids) = 0 THEN [null] ELSE ids END AS id
RETURN date, count(DISTINCT e) AS engagements,
       count(DISTINCT CASE WHEN met = 1 THEN e END) AS meetings, count(DISTINCT id) AS people
       , collect(facts) AS evidence                                // if evidence
ORDER BY engagements DESC, meetings DESC, date
LIMIT $limit                                                       // if limit

// -- left out --
MATCH (:Person {id: $person})-[r:ATTENDED|SPOKE_AT|HOSTED|SIGNED]->(e:Event)        // if person
MATCH ()-[r:ATTENDED|SPOKE_AT|HOSTED|SIGNED]->(e:Event)            // if not person
WHERE r.status = 'occurred' AND (r.date IS NULL OR size(r.date) <> 10)
RETURN count(DISTINCT e) AS left_out
