// Who has met both of two people?
//
// tags: introduction, between, person, path
// parameters:
//   person: person, one of the two
//   to: person, the other
//   since: date = null, met both on this day or later
//   until: date = null, met both on this day or earlier
//   limit: integer = null, at most so many rows
// columns:
//   through: string, who has met both: a person, an organization or a country; nobody without a name
//   meetings_with_person: integer, how many meetings with the one
//   last_with_person: date?, the day of the last of them
//   meetings_with_to: integer, how many with the other
//   last_with_to: date?, the day of the last of them
// example:
//   person: Ingrid Solheim
//   to: Noor Haddad

MATCH (:Person {id: $person})-[m:MET_WITH]-(t)
WHERE m.named AND $person <> $to AND t.id <> $to
  AND NOT m.date STARTS WITH '-' AND m.date >= substring($since, 0, size(m.date))   // if since
  AND NOT m.date STARTS WITH '-' AND m.date <= substring($until, 0, size(m.date))   // if until
WITH t, count(DISTINCT m.event) AS meetings_with_person, max(m.date) AS last_any,
     max(CASE WHEN m.date STARTS WITH '-' THEN null ELSE m.date END) AS last_dated
     , collect(m.facts) AS facts                                   // if evidence
WITH t, meetings_with_person, coalesce(last_dated, last_any) AS last_with_person
     , facts                                                       // if evidence
MATCH (:Person {id: $to})-[m:MET_WITH]-(t)
WHERE m.named
  AND NOT m.date STARTS WITH '-' AND m.date >= substring($since, 0, size(m.date))   // if since
  AND NOT m.date STARTS WITH '-' AND m.date <= substring($until, 0, size(m.date))   // if until
WITH t, meetings_with_person, last_with_person, count(DISTINCT m.event) AS meetings_with_to,
     max(m.date) AS last_any,
     max(CASE WHEN m.date STARTS WITH '-' THEN null ELSE m.date END) AS last_dated
     , facts, collect(m.facts) AS more                             // if evidence
RETURN t.name AS through, meetings_with_person, last_with_person, meetings_with_to,
       coalesce(last_dated, last_any) AS last_with_to
       , [facts, more] AS evidence                                 // if evidence
ORDER BY CASE WHEN meetings_with_person < meetings_with_to
              THEN meetings_with_person ELSE meetings_with_to END DESC,
         meetings_with_person + meetings_with_to DESC, through, t.id
LIMIT $limit                                                       // if limit

// -- left out --
MATCH (x:Person)-[m:MET_WITH]-(t)
WHERE x.id IN [$person, $to] AND m.named AND (m.date IS NULL OR m.date STARTS WITH '-')
RETURN count(DISTINCT m.event) AS left_out
