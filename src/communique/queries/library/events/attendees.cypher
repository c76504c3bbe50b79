// Who was at an event, in which role and in which offices?
//
// tags: room, event, office
// parameters:
//   event: event, a named event, or the id of any
//   status: status = occurred, occurred, planned or cancelled
// columns:
//   attendee: string, a person, an organization or a country
//   role: string, principal, counterpart, attendee, speaker or host
//   offices: strings, the offices held that day
//   date: date?, the day
//   fact: string, the id of a fact that tells it
// example:
//   event: Nordic Harbours Conference

MATCH (x)-[r:ATTENDED|SPOKE_AT|HOSTED]->(e:Event {id: $event})
WHERE r.status = $status
WITH x, r, CASE type(r) WHEN 'ATTENDED' THEN r.role WHEN 'HOSTED' THEN 'host' ELSE 'speaker' END AS role
WITH x, role, min(r.fact) AS fact, min(r.date) AS date, collect(r.offices) AS held
     , collect(r.fact) AS evidence                                 // if evidence
UNWIND CASE WHEN size(held) = 0 THEN [[null]] ELSE held END AS ids
UNWIND ids AS id
OPTIONAL MATCH (o:Office {id: id})
WITH DISTINCT x, role, fact, date, o.name AS office
     , evidence                                                    // if evidence
ORDER BY office
WITH x, role, fact, date, collect(office) AS offices
     , evidence                                                    // if evidence
RETURN x.name AS attendee, role, offices, date, fact
       , evidence                                                  // if evidence
ORDER BY role, attendee, x.id
