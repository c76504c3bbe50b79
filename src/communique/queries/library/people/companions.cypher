// Who usually travels with a person, or sits in on the person's meetings?
//
// tags: travel, delegation, entourage, count
// parameters:
//   person: person, whose companions
//   since: date = null, on this day or later
//   until: date = null, on this day or earlier
//   limit: integer = null, at most so many rows
// columns:
//   companion: string, a person or an organization
//   days: integer, on how many days the two were together
//   accompanied: integer, on how many of them a release says that the companion accompanied the person
//   meetings: integer, at how many meetings the companion was in the room, on whichever side, while the person led
//   first: date?, the first of the days
//   last: date?, the last
// example:
//   person: Ingrid Solheim

MATCH (p:Person {id: $person})
CALL {
  WITH p
  MATCH (p)<-[r:ACCOMPANIED]-(x)
  RETURN r, x, null AS event
  UNION
  WITH p
  MATCH (p)-[led:ATTENDED]->(e:Event)<-[r:ATTENDED]-(x)
  WHERE led.role = 'principal' AND led.status = 'occurred' AND r.role = 'attendee' AND x.id <> p.id
  RETURN r, x, e.id AS event
}
WITH r, x, event
WHERE r.status = 'occurred' AND coalesce(x.kind, '') <> 'group'
  AND NOT r.date STARTS WITH '-' AND r.date >= substring($since, 0, size(r.date))   // if since
  AND NOT r.date STARTS WITH '-' AND r.date <= substring($until, 0, size(r.date))   // if until
WITH x, count(DISTINCT coalesce(r.date, r.release)) AS days,
     count(DISTINCT CASE WHEN event IS NULL THEN coalesce(r.date, r.release) END) AS accompanied,
     count(DISTINCT event) AS meetings,
     min(CASE WHEN r.date STARTS WITH '-' THEN null ELSE r.date END) AS first_dated,
     max(CASE WHEN r.date STARTS WITH '-' THEN null ELSE r.date END) AS last_dated,
     min(r.date) AS first_any, max(r.date) AS last_any
     , collect(r.fact) AS evidence                                 // if evidence
RETURN x.name AS companion, days, accompanied, meetings,
       coalesce(first_dated, first_any) AS first, coalesce(last_dated, last_any) AS last
       , evidence                                                  // if evidence
ORDER BY days DESC, accompanied DESC, companion, x.id
LIMIT $limit                                                       // if limit

// -- left out --
MATCH (p:Person {id: $person})
CALL {
  WITH p
  MATCH (p)<-[r:ACCOMPANIED]-(x)
  RETURN r, x
  UNION
  WITH p
  MATCH (p)-[led:ATTENDED]->(:Event)<-[r:ATTENDED]-(x)
  WHERE led.role = 'principal' AND led.status = 'occurred' AND r.role = 'attendee' AND x.id <> p.id
  RETURN r, x
}
WITH r, x
WHERE r.status = 'occurred' AND coalesce(x.kind, '') <> 'group'
  AND (r.date IS NULL OR r.date STARTS WITH '-')
RETURN count(DISTINCT r.fact) AS left_out
