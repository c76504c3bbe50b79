// In which offices is a person shown, and from when to when?
//
// tags: tenure, career, person, office
// method: tenures_of, tenures
// parameters:
//   person: person, the holder
// columns:
//   office: string, an office the person is attested in
//   body: string?, the organization or place it is of
//   first_seen: date?, the first day a release shows the person in it
//   last_seen: date?, the last day
//   attestations: integer, on how many days
// example:
//   person: Anders Hauge

MATCH (:Person {id: $person})-[h:HOLDS]->(o:Office)
OPTIONAL MATCH (o)-[:OF]->(b)
WITH o, h, min(b.name) AS body
OPTIONAL MATCH (:Person {id: $person})<-[m:MENTIONS]-()            // if evidence
WHERE o.id IN m.offices AND (h.first_seen IS NULL OR m.attested IN [h.first_seen, h.last_seen])   // if evidence
WITH o, h, body, collect(m.id) AS evidence                         // if evidence
RETURN o.name AS office, body, h.first_seen AS first_seen, h.last_seen AS last_seen,
       size(coalesce(h.attested, [])) AS attestations
       , evidence                                                  // if evidence
ORDER BY first_seen, last_seen, office, o.id
