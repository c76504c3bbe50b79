// Who held which offices of an organization?
//
// tags: office, holder, staff, tenure
// method: people_of, people
// parameters:
//   organization: organization, such as "World Trade Organization"
// columns:
//   person: string, a holder
//   office: string, the office
//   first_seen: date?, the first day a release shows the person in it
//   last_seen: date?, the last day
//   attestations: integer, on how many days
// example:
//   organization: Atlantic Chamber of Commerce

MATCH (g:Organization {id: $organization})
WITH g
MATCH (g)<-[:OF]-(o)<-[h:HOLDS]-(p)
OPTIONAL MATCH (p)<-[m:MENTIONS]-()                                // if evidence
WHERE o.id IN m.offices AND (h.first_seen IS NULL OR m.attested IN [h.first_seen, h.last_seen])   // if evidence
WITH p, o, h, collect(m.id) AS evidence                            // if evidence
RETURN p.name AS person, o.name AS office, h.first_seen AS first_seen, h.last_seen AS last_seen,
       size(coalesce(h.attested, [])) AS attestations
       , evidence                                                  // if evidence
ORDER BY first_seen, last_seen, person, office, p.id, o.id
