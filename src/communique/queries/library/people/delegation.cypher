// Who was in the room with a person, or in the person's delegation, and in which offices?
//
// tags: travel, companion, entourage, room
// parameters:
//   person: person, whose delegation
//   place: place = null, in this city, region or country
//   since: date = null, on this day or later
//   until: date = null, on this day or earlier
//   limit: integer = null, at most so many rows
// columns:
//   date: date?, the day
//   place: string?, where
//   companion: string, who came along
//   offices: strings, the offices held that day
//   how: string, accompanied, or attended a meeting of the person, on whichever side
//   event: string?, the id of the meeting
//   fact: string, the id of a fact that tells it
// example:
//   person: Ingrid Solheim
//   place: Singapore

MATCH (p:Person {id: $person})
CALL {
  WITH p
  MATCH (p)<-[r:ACCOMPANIED]-(x)
  RETURN r, x, 'accompanied' AS how, null AS event
  UNION
  WITH p
  MATCH (p)-[own:ATTENDED]->(e:Event)<-[r:ATTENDED]-(x)
  WHERE own.role <> 'attendee' AND own.status = 'occurred' AND r.role = 'attendee' AND x.id <> p.id
  RETURN r, x, 'attended' AS how, e.id AS event
}
WITH r, x, how, event
WHERE r.status = 'occurred'
  AND NOT r.date STARTS WITH '-' AND r.date >= substring($since, 0, size(r.date))   // if since
  AND NOT r.date STARTS WITH '-' AND r.date <= substring($until, 0, size(r.date))   // if until
MATCH (:Release {id: r.release})-[m:MENTIONS]->(:Place)-[:IN*0..3]->(:Place {id: $place})   // if place
WHERE m.form = r.place                                             // if place
WITH DISTINCT x, how, event, r.date AS date, r.place AS place, r.fact AS fact, r.offices AS held
WITH x, how, event, date, min(place) AS place, min(fact) AS fact, collect(held) AS held
     , collect(fact) AS evidence                                   // if evidence
UNWIND CASE WHEN size(held) = 0 THEN [[null]] ELSE held END AS ids
UNWIND CASE WHEN size(ids) = 0 THEN [null] ELSE ids END AS id
OPTIONAL MATCH (o:Office {id: id})
WITH DISTINCT x, how, event, date, place, fact, o.name AS office
     , evidence                                                    // if evidence
ORDER BY office
WITH x, how, event, date, place, fact, collect(office) AS offices
     , evidence                                                    // if evidence
RETURN date, place, x.name AS companion, offices, how, event, fact
       , evidence                                                  // if evidence
ORDER BY date, companion, how, event, fact
LIMIT $limit                                                       // if limit

// -- left out --
MATCH (p:Person {id: $person})
CALL {
  WITH p
  MATCH (p)<-[r:ACCOMPANIED]-()
  RETURN r
  UNION
  WITH p
  MATCH (p)-[own:ATTENDED]->(:Event)<-[r:ATTENDED]-(x)
  WHERE own.role <> 'attendee' AND own.status = 'occurred' AND r.role = 'attendee' AND x.id <> p.id
  RETURN r
}
WITH r
WHERE r.status = 'occurred' AND (r.date IS NULL OR r.date STARTS WITH '-')
RETURN count(DISTINCT r.fact) AS left_out
