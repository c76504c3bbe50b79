// Through whom are two people connected?
//
// tags: chain, path, person
// method: connection, path_to
// parameters:
//   person: person, from whom
//   to: person, to whom
// columns:
//   meetings: integer, how many meetings long the chain is
//   chain: strings, everyone on it, from the one to the other
//   ids: strings, their ids
// example:
//   person: Tomás Avelar
//   to: Noor Haddad

MATCH (a:Person {id: $person}), (b:Person {id: $to})
WHERE a.id <> b.id
MATCH path = allShortestPaths((a)-[:MET_WITH*..8]-(b))             // if not embedded
WHERE all(m IN relationships(path) WHERE m.named)                  // if not embedded
MATCH path = allShortestPaths((a)-[:MET_WITH*..8 {named: true}]-(b))   // if embedded
WITH [n IN nodes(path) | n.name] AS chain, [n IN nodes(path) | n.id] AS ids, length(path) AS meetings
     , collect([m IN relationships(path) | m.facts]) AS evidence   // if evidence
RETURN DISTINCT meetings, chain, ids
       , evidence                                                  // if evidence
ORDER BY meetings, chain, ids
