// Whom did a person meet, when and where?
//
// tags: person, counterpart, place
// method: meetings
// parameters:
//   person: person, whose meetings
//   since: date = null, met on this day or later
//   until: date = null, met on this day or earlier
//   city: place = null, met in this city, region or country
//   limit: integer = null, at most so many rows
// columns:
//   date: date?, the day of the meeting
//   counterpart: string, who was met
//   place: string?, where
//   kind: string?, meeting, call, lunch and the like
//   event: string, the id of the meeting
//   fact: string, the id of the fact that tells it
// example:
//   person: Beatriz Fontoura
//   city: Lisbon

MATCH (p:Person {id: $person})-[m:MET_WITH]-(other)
WHERE true
  AND NOT m.date STARTS WITH '-' AND m.date >= substring($since, 0, size(m.date))   // if since
  AND NOT m.date STARTS WITH '-' AND m.date <= substring($until, 0, size(m.date))   // if until
MATCH (e:Event {id: m.event})
WHERE EXISTS { MATCH (e)-[:HELD_IN]->()-[:IN*0..3]->(:Place {id: $city}) }          // if city
RETURN m.date AS date, other.name AS counterpart, m.place AS place, e.kind AS kind,
       e.id AS event, m.facts[0] AS fact
       , m.facts AS evidence                                       // if evidence
ORDER BY date, counterpart, event
LIMIT $limit                                                       // if limit

// -- left out --
MATCH (:Person {id: $person})-[m:MET_WITH]-()
WHERE m.date IS NULL OR m.date STARTS WITH '-'
RETURN count(DISTINCT m.event) AS left_out
