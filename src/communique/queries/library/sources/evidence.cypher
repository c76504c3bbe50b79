// Which release says so, in which sentence?
//
// tags: sentence, quote, source, release
// parameters:
//   fact: fact, the id of a fact
// columns:
//   release: string, the id of the release
//   title: string?, its headline
//   date: date?, its day of issue
//   issuer: string?, who published it
//   url: string?, its address
//   quote: string, the words that say so
//   start: integer, where they start in the release's text, in code points
//   end: integer, where they end
//   rule: string, the rule that read them
//   confidence: number, between 0 and 1
//   inferred: string?, on what it rests that a title there means its holder, as office-holder tells
// example:
//   fact: https://www.atlantic-chamber.example/news/new-chairman#met-with.53-65.100-116

MATCH (r:Release {id: split($fact, '#')[0]})
MATCH ()-[e:ATTENDED|SPOKE_AT|HOSTED|SIGNED|VISITED|THANKED|CONGRATULATED|ACCOMPANIED]->()   // if not embedded
WHERE e.id IN [$fact, $fact + '/principal', $fact + '/counterpart']   // if not embedded
MATCH (r)-[:MENTIONS]->()-[e:ATTENDED|SPOKE_AT|HOSTED|SIGNED|VISITED|THANKED|CONGRATULATED|ACCOMPANIED]->()   // if embedded
WHERE e.fact = $fact   // if embedded
WITH DISTINCT r, e
OPTIONAL MATCH (r)-[m:MENTIONS]->()
WHERE m.id IN [e.source_mention, e.target_mention] AND m.inferred IS NOT NULL
WITH r, e.quote AS quote, e.start AS start, e.end AS end, max(e.rule) AS rule,
     min(e.confidence) AS confidence, max(m.inferred) AS inferred
RETURN r.id AS release, r.title AS title, r.date AS date, r.issuer AS issuer, r.url AS url,
       quote, start, end, rule, confidence, inferred
ORDER BY start
