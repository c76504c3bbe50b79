// Through whom are two people connected?
//
// parameters:
//   person: person, from whom
//   to: person, to whom
// columns:
//   meetings: integer, how many meetings long the chain is
//   chain: strings, everyone on it, from the one to the other

MATCH (a:Person {id: $person}), (b:Person {id: $to})
WHERE a.id <> b.id
MATCH path = allShortestPaths((a)-[:MET_WITH*..8]-(b))
WHERE all(m IN relationships(path) WHERE m.named)
WITH DISTINCT [n IN nodes(path) | n.name] AS chain, length(path) AS meetings
RETURN meetings, chain
ORDER BY meetings, chain

// -- embedded --
MATCH (a:Person {id: $person}), (b:Person {id: $to})
WHERE a.id <> b.id
MATCH path = allShortestPaths((a)-[:MET_WITH*..8 {named: true}]-(b))
WITH DISTINCT [n IN nodes(path) | n.name] AS chain, length(path) AS meetings
RETURN meetings, chain
ORDER BY meetings, chain
