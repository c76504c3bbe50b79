// Of which rank are those whom a person met?
//
// tags: rank, protocol, level, person, counterpart, office, count
// lookups: ranks, countries
// parameters:
//   person: person, whose meetings
//   since: date = null, met on this day or later
//   until: date = null, met on this day or earlier
// columns:
//   rank: string?, head of state, head of government, minister, deputy minister, ambassador, governor or mayor, head of an organization, parliament or other, by the offices of that day; empty where none is told
//   counterparts: integer, how many were met; somebody met in two ranks is in both
//   meetings: integer, how many meetings
//   names: strings, who was met
// example:
//   person: Ingrid Solheim

MATCH (:Person {id: $person})-[m:MET_WITH]-(y:Person|Organization)
WHERE true
  AND NOT m.date STARTS WITH '-' AND m.date >= substring($since, 0, size(m.date))   // if since
  AND NOT m.date STARTS WITH '-' AND m.date <= substring($until, 0, size(m.date))   // if until
MATCH (y)-[s:ATTENDED]->(:Event {id: m.event})
WHERE s.fact IN m.facts AND (y:Person OR size(coalesce(s.offices, [])) > 0)
UNWIND CASE WHEN size(coalesce(s.offices, [])) = 0 THEN [null] ELSE s.offices END AS id
OPTIONAL MATCH (o:Office {id: id})
OPTIONAL MATCH (o)-[:OF]->(b)
WITH y, m, b IS NULL AS bare, b:Country AS of_country,
     ' ' + replace(replace(replace(replace(replace(replace(replace(toLower(o.title) + ' ',
       '.', ''), ',', ''), '-', ' '), '’s ', ' '), '\'s ', ' '), 'dear ', ''), '  ', ' ') AS title,
     ' ' + replace(replace(replace(replace(replace(replace(replace(toLower(o.name) + ' ',
       '.', ''), ',', ''), '-', ' '), '’s ', ' '), '\'s ', ' '), 'dear ', ''), '  ', ' ') AS name
WITH y, m, title, name, bare, of_country, split(title, ' ') AS words,
     ' ' + replace(coalesce(split(name, ' of ')[1], ''), 'the ', '') AS body
WITH y, m, title, name,
     coalesce(of_country, false) OR (bare AND size(words) = 3)
     OR $countries.codes[rtrim(body)] IS NOT NULL
     OR any(state IN $ranks.states WHERE body + ' ' CONTAINS state)
     OR any(n IN [1, 2, 3, 4, 5] WHERE n + 4 >= size(words) AND $countries.codes[
          reduce(start = '', word IN words[1..n + 1] | start + ' ' + word)] IS NOT NULL) AS country
WITH y, m, CASE WHEN title IS NULL THEN null ELSE
       coalesce(head([r IN $ranks.rules
                      WHERE any(phrase IN r.title WHERE title CONTAINS phrase)
                        AND (size(r.name) = 0 OR any(phrase IN r.name WHERE name CONTAINS phrase))
                        AND (country OR NOT r.country) | r.rank]),
                size($ranks.names) - 1) END AS place
WITH y, m, min(place) AS place
ORDER BY y.name, y.id
WITH place, count(DISTINCT y) AS counterparts, count(DISTINCT m.event) AS meetings,
     collect(DISTINCT y.name) AS names
     , collect(m.facts) AS evidence                                // if evidence
RETURN $ranks.names[place] AS rank, counterparts, meetings, names
       , evidence                                                  // if evidence
ORDER BY coalesce(place, 99)

// -- left out --
MATCH (:Person {id: $person})-[m:MET_WITH]-()
WHERE m.date IS NULL OR m.date STARTS WITH '-'
RETURN count(DISTINCT m.event) AS left_out
