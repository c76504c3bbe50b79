// Who met whom, how often, first and last?
//
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
//   first: date, the day of the first
//   last: date, the day of the last

MATCH (x:Person)-[m:MET_WITH]->(y)
WHERE ($person IS NULL OR x.id = $person OR y.id = $person)
  AND ($counterpart IS NULL OR x.id = $counterpart OR y.id = $counterpart)
  AND ($since IS NULL
       OR (NOT m.date STARTS WITH '-' AND m.date >= substring($since, 0, size(m.date))))
  AND ($until IS NULL
       OR (NOT m.date STARTS WITH '-' AND m.date <= substring($until, 0, size(m.date))))
  AND ($city IS NULL OR EXISTS {
        MATCH (e:Event {id: m.event})-[:HELD_IN]->()-[:IN*0..3]->(:Place {id: $city}) })
WITH m, x, y,
     y.id = $person OR ($person IS NULL AND x.id = $counterpart AND y:Person) AS turned
WITH m, CASE WHEN turned THEN y ELSE x END AS a, CASE WHEN turned THEN x ELSE y END AS b
WITH a, b, count(DISTINCT m.event) AS meetings,
     min(CASE WHEN m.date STARTS WITH '-' THEN null ELSE m.date END) AS first_dated,
     max(CASE WHEN m.date STARTS WITH '-' THEN null ELSE m.date END) AS last_dated,
     min(m.date) AS first_any, max(m.date) AS last_any
RETURN a.name AS person, b.name AS counterpart, meetings,
       coalesce(first_dated, first_any) AS first, coalesce(last_dated, last_any) AS last
ORDER BY meetings DESC, person, counterpart, first, a.id, b.id
LIMIT coalesce($limit, 1000000000)

// -- left out --
MATCH (x:Person)-[m:MET_WITH]->(y)
WHERE (m.date IS NULL OR m.date STARTS WITH '-')
  AND ($person IS NULL OR x.id = $person OR y.id = $person)
  AND ($counterpart IS NULL OR x.id = $counterpart OR y.id = $counterpart)
RETURN count(DISTINCT m.event) AS left_out
