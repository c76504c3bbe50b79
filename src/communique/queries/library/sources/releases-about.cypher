// Which releases name somebody?
//
// tags: release, mention, person, organization, place, title, archive
// parameters:
//   party: party, a person, an organization or a place
//   since: date = null, issued on this day or later
//   until: date = null, issued on this day or earlier
//   limit: integer = null, at most so many rows
// columns:
//   release: string, the id of the release
//   title: string?, its headline
//   date: date?, its day of issue
//   issuer: string?, who published it
//   form: string, the fullest name there; for a title without a name, the title
//   times: integer, at how many places of the text it is named or pointed at
//   start: integer, where the first starts in the release's text, in code points
//   end: integer, where it ends
// example:
//   party: Rita Queirós

MATCH (:Person|Organization|Place {id: $party})<-[m:MENTIONS]-(r:Release)
WHERE size(m.spans) > 0
  AND NOT r.date STARTS WITH '-' AND r.date >= substring($since, 0, size(r.date))   // if since
  AND NOT r.date STARTS WITH '-' AND r.date <= substring($until, 0, size(r.date))   // if until
WITH r, m
ORDER BY m.spans[0], m.id
WITH r, collect({form: m.form, start: m.spans[0], end: m.spans[1]}) AS named,
     sum(size(m.spans) / 2) AS times
RETURN r.id AS release, r.title AS title, r.date AS date, r.issuer AS issuer, named[0].form AS form,
       times, named[0].start AS start, named[0].end AS end
ORDER BY date, release
LIMIT $limit                                                       // if limit

// -- left out --
MATCH (:Person|Organization|Place {id: $party})<-[m:MENTIONS]-(r:Release)
WHERE size(m.spans) > 0 AND (r.date IS NULL OR r.date STARTS WITH '-')
RETURN count(DISTINCT r) AS left_out
