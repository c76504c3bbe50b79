// From which countries are those whom a person met?
//
// tags: country, nationality, person, counterpart, office, count
// lookups: countries
// parameters:
//   person: person, whose meetings
//   since: date = null, met on this day or later
//   until: date = null, met on this day or earlier
// columns:
//   country: string?, that of an office in which the counterpart is ever shown, or of the organization or place met; an envoy's is whose envoy it is; empty where none is known
//   counterparts: integer, how many were met; somebody of two countries is in both
//   meetings: integer, how many meetings
//   first: date?, the day of the first
//   last: date?, the day of the last
//   names: strings, who was met
// example:
//   person: Ingrid Solheim

MATCH (:Person {id: $person})-[m:MET_WITH]-(y)
WHERE true
  AND NOT m.date STARTS WITH '-' AND m.date >= substring($since, 0, size(m.date))   // if since
  AND NOT m.date STARTS WITH '-' AND m.date <= substring($until, 0, size(m.date))   // if until
WITH DISTINCT y
OPTIONAL MATCH (y)-[:HOLDS]->(h:Office)
OPTIONAL MATCH (y:Organization {kind: 'group'})-[s:ATTENDED]->(:Event)
WITH y, collect(DISTINCT h.id) AS held, collect(s.offices) AS told
WITH y, reduce(ids = held, each IN told | ids + each) AS ids
UNWIND CASE WHEN size(ids) = 0 THEN [null] ELSE ids END AS id
OPTIONAL MATCH (o:Office {id: id})
OPTIONAL MATCH (o)-[:OF]->(b)
WITH y, b,
     any(word IN ['ambassador', 'envoy', 'consul', 'representative', 'chargé', 'nuncio', 'coordinator',
                  'high commissioner'] WHERE toLower(o.title) CONTAINS word) AS posted,
     split(replace(replace(replace(replace(replace(replace(
       toLower(coalesce(o.name, CASE WHEN y:Person THEN '' ELSE y.name END)) + ' ',
       '.', ''), ',', ''), '-', ' '), '’s ', ' '), '\'s ', ' '), ' the ', ' '), ' of ') AS parts
WITH y, parts, CASE WHEN posted THEN null ELSE coalesce(b, y) END AS base
OPTIONAL MATCH path = (base)-[:BASED_IN|IN*0..4]->(c:Country)
WITH y, parts, c, length(path) AS away
ORDER BY away, c.id
WITH y, parts, collect(c)[0] AS c
WITH y, c, [part IN parts | split(part, ' ')] AS parts
WITH y, c, reduce(starts = [], words IN parts | starts + [n IN [5, 4, 3, 2, 1] |
       reduce(start = '', word IN words[0..n] | start + ' ' + word)]) AS starts
WITH y, c, head([start IN starts WHERE $countries.codes[start] IS NOT NULL |
                      $countries.codes[start]]) AS told
WITH y, coalesce($countries.names[coalesce(c.country, told)], c.name) AS country
WITH y, collect(DISTINCT country) AS known
UNWIND CASE WHEN size(known) = 0 THEN [null] ELSE known END AS country
MATCH (:Person {id: $person})-[m:MET_WITH]-(y)
WHERE true
  AND NOT m.date STARTS WITH '-' AND m.date >= substring($since, 0, size(m.date))   // if since
  AND NOT m.date STARTS WITH '-' AND m.date <= substring($until, 0, size(m.date))   // if until
WITH y, m, country
ORDER BY y.name, y.id
WITH country, count(DISTINCT y) AS counterparts, count(DISTINCT m.event) AS meetings,
     min(m.date) AS first_any, max(m.date) AS last_any,
     min(CASE WHEN m.date STARTS WITH '-' THEN null ELSE m.date END) AS first_dated,
     max(CASE WHEN m.date STARTS WITH '-' THEN null ELSE m.date END) AS last_dated,
     collect(DISTINCT y.name) AS names
     , collect(m.facts) AS evidence                                // if evidence
RETURN country, counterparts, meetings, coalesce(first_dated, first_any) AS first,
       coalesce(last_dated, last_any) AS last, names
       , evidence                                                  // if evidence
ORDER BY meetings DESC, counterparts DESC, coalesce(country, '~')

// -- left out --
MATCH (:Person {id: $person})-[m:MET_WITH]-()
WHERE m.date IS NULL OR m.date STARTS WITH '-'
RETURN count(DISTINCT m.event) AS left_out
