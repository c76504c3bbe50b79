// Who met whom, how often, first and last?
//
// tags: pairs, count, person, counterpart, place
// method: who_met, counterparts
// parameters:
//   person: person = null, one of the two
//   counterpart: party = null, the other: a person, an organization or a country
//   since: date = null, met on this day or later
//   until: date = null, met on this day or earlier
//   city: place = null, met in this city, region or country
//   limit: integer = null, at most so many rows
// columns:
//   person: string, one of the two
//   counterpart: string, the other
//   meetings: integer, how many meetings
//   first: date?, the day of the first
//   last: date?, the day of the last
// example:
//   person: Ingrid Solheim
//   since: 2032

MATCH (x:Person {id: $person})                                     // if person
MATCH (y:Person|Organization|Place {id: $counterpart})             // if counterpart
MATCH (:Place {id: $city})<-[:IN*0..3]-(:Place)<-[:HELD_IN]-(e:Event)   // if city and not person and not counterpart
MATCH (e)<-[:ATTENDED]-(x:Person)                                  // if embedded and city and not person and not counterpart
WITH DISTINCT e, x                                                 // if embedded and city and not person and not counterpart
MATCH (x)-[m:MET_WITH]-(y)                                         // if person
MATCH (x)-[m:MET_WITH]-(y)                                         // if counterpart and not person
MATCH (x:Person)-[m:MET_WITH]->(y)                                 // if not person and not counterpart
WHERE true
  AND m.event = e.id                                               // if city and not person and not counterpart
  AND NOT m.date STARTS WITH '-' AND m.date >= substring($since, 0, size(m.date))   // if since
  AND NOT m.date STARTS WITH '-' AND m.date <= substring($until, 0, size(m.date))   // if until
  AND EXISTS { MATCH (:Event {id: m.event})-[:HELD_IN]->()-[:IN*0..3]->(:Place {id: $city}) }   // if city and person
  AND EXISTS { MATCH (:Event {id: m.event})-[:HELD_IN]->()-[:IN*0..3]->(:Place {id: $city}) }   // if city and counterpart and not person
WITH m, CASE WHEN x:Person THEN x ELSE y END AS a, CASE WHEN x:Person THEN y ELSE x END AS b
WITH a, b, count(DISTINCT m.event) AS meetings,
     min(CASE WHEN m.date STARTS WITH '-' THEN null ELSE m.date END) AS first_dated,
     max(CASE WHEN m.date STARTS WITH '-' THEN null ELSE m.date END) AS last_dated,
     min(m.date) AS first_any, max(m.date) AS last_any
     , collect(m.facts) AS evidence                                // if evidence
RETURN a.name AS person, b.name AS counterpart, meetings,
       coalesce(first_dated, first_any) AS first, coalesce(last_dated, last_any) AS last
       , evidence                                                  // if evidence
ORDER BY meetings DESC, person, counterpart, first, a.id, b.id
LIMIT $limit                                                       // if limit

// -- left out --
MATCH (x:Person {id: $person})                                     // if person
MATCH (y:Person|Organization|Place {id: $counterpart})             // if counterpart
MATCH (:Place {id: $city})<-[:IN*0..3]-(:Place)<-[:HELD_IN]-(e:Event)<-[:ATTENDED]-(x:Person)   // if city and not person and not counterpart
WITH DISTINCT e, x                                                 // if city and not person and not counterpart
MATCH (x:Person)-[m:MET_WITH]-(y)                                  // if not counterpart
MATCH (x)-[m:MET_WITH]-(y)                                         // if counterpart
WHERE (m.date IS NULL OR m.date STARTS WITH '-')
  AND m.event = e.id                                               // if city and not person and not counterpart
RETURN count(DISTINCT m.event) AS left_out
