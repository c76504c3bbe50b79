// Which facts are least sure?
//
// tags: confidence, doubt, review, quality, person
// parameters:
//   below: number = 0.8, less sure than this
//   person: person = null, whose facts; without, everybody's
//   limit: integer = null, at most so many rows
// columns:
//   confidence: number, between 0 and 1
//   predicate: string, met-with, attended, thanked and the like
//   subject: string, who
//   object: string, whom or what
//   status: string, occurred, planned or cancelled
//   date: date?, the day
//   quote: string, the words that say so
//   inferred: string?, on what it rests that a title there means its holder, as office-holder tells
//   fact: string, the id of the fact
// example:
//   below: 0.9

MATCH (x:Person {id: $person})-[f:ATTENDED|SPOKE_AT|HOSTED|VISITED|THANKED|CONGRATULATED|ACCOMPANIED|SIGNED]-(o)   // if person
MATCH (x)-[f:ATTENDED|SPOKE_AT|HOSTED|VISITED|THANKED|CONGRATULATED|ACCOMPANIED|SIGNED]->(o)   // if not person
WHERE f.confidence < $below
  AND coalesce(f.role, '') <> 'counterpart'                        // if not person
OPTIONAL MATCH (o)<-[g:ATTENDED]-(z)
WHERE f.role IN ['principal', 'counterpart'] AND g.fact = f.fact AND g.role <> f.role
WITH f, CASE WHEN z IS NULL THEN toLower(replace(type(f), '_', '-')) ELSE 'met-with' END AS predicate,
     CASE WHEN f.role = 'counterpart' THEN z.name WHEN z IS NULL THEN startNode(f).name
          ELSE x.name END AS subject,
     CASE WHEN f.role = 'counterpart' THEN x.name WHEN z IS NULL THEN endNode(f).name
          ELSE z.name END AS object
ORDER BY f.confidence, f.fact
LIMIT $limit                                                       // if limit
OPTIONAL MATCH (:Release {id: f.release})-[m:MENTIONS]->()
WHERE m.id IN [f.source_mention, f.target_mention] AND m.inferred IS NOT NULL
WITH f, predicate, subject, object, max(m.inferred) AS inferred
RETURN f.confidence AS confidence, predicate, subject, object, f.status AS status, f.date AS date,
       f.quote AS quote, inferred, f.fact AS fact
       , f.fact AS evidence                                        // if evidence
ORDER BY confidence, fact
