// What happened at an event, fact by fact?
//
// tags: facts, attendance, speech, host
// method: event_story, story
// parameters:
//   event: event, a named event, or the id of any
//   status: status = occurred, occurred, planned or cancelled
// columns:
//   what: string, met-with, attended, spoke-at, hosted, signed, visited, thanked or congratulated
//   who: string, who did it
//   whom: string?, who was met
//   date: date?, the day
//   place: string?, where
//   release: string, the release that tells it
//   fact: string, the id of the fact
// example:
//   event: event:ocean-economy-forum-2031

MATCH (e:Event {id: $event})<-[r:ATTENDED|SPOKE_AT|HOSTED|SIGNED|VISITED|THANKED|CONGRATULATED]-(x)
WHERE r.status = $status AND coalesce(r.role, '') <> 'counterpart'
OPTIONAL MATCH (e)<-[s:ATTENDED]-(y)
WHERE r.role = 'principal' AND s.role = 'counterpart' AND s.fact = r.fact
WITH r, x, y, CASE WHEN r.role = 'principal' THEN 'met-with' ELSE replace(toLower(type(r)), '_', '-') END AS what
RETURN what, x.name AS who, y.name AS whom, r.date AS date, r.place AS place,
       r.release AS release, r.fact AS fact
       , r.fact AS evidence                                        // if evidence
ORDER BY release, r.start, what, who, whom, fact
