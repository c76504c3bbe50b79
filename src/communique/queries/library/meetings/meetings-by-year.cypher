// How often did people meet, year by year?
//
// tags: count, years, trend, person, organization, place
// parameters:
//   party: party = null, who met: a person, an organization or a country; without, anybody
//   city: place = null, met in this city, region or country
// columns:
//   year: integer, the year
//   meetings: integer, how many meetings
//   counterparts: integer, how many were met; without a party, how many met or were met
// example:
//   party: Ingrid Solheim

MATCH (x:Person|Organization|Place {id: $party})-[m:MET_WITH]-(y)  // if party
MATCH (x:Person)-[m:MET_WITH]->(y)                                 // if not party and not city
MATCH (:Place {id: $city})<-[:IN*0..3]-(:Place)<-[:HELD_IN]-(e:Event)   // if city and not party
MATCH (e)<-[:ATTENDED]-(x:Person)-[m:MET_WITH]->(y)                // if city and not party
WHERE NOT m.date STARTS WITH '-'
  AND m.event = e.id                                               // if city and not party
  AND EXISTS { MATCH (:Event {id: m.event})-[:HELD_IN]->()-[:IN*0..3]->(:Place {id: $city}) }   // if city and party
WITH toInteger(substring(m.date, 0, 4)) AS year, m, x, y
UNWIND [y.id] AS id                                                // if party
UNWIND [x.id, y.id] AS id                                          // if not party
RETURN year, count(DISTINCT m.event) AS meetings, count(DISTINCT id) AS counterparts
       , collect(DISTINCT m.facts) AS evidence                     // if evidence
ORDER BY year

// -- left out --
MATCH (:Person|Organization|Place {id: $party})-[m:MET_WITH]-()    // if party
MATCH (:Person)-[m:MET_WITH]->()                                   // if not party
WHERE m.date IS NULL OR m.date STARTS WITH '-'
RETURN count(DISTINCT m.event) AS left_out
