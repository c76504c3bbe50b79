// Whom did somebody thank and congratulate, and who them?
//
// tags: gratitude, thanks, congratulations, given, received, balance, counterpart
// parameters:
//   party: party, a person, an organization or a country
//   since: date = null, on this day or later
//   until: date = null, on this day or earlier
//   limit: integer = null, at most so many rows
// columns:
//   counterpart: string, who else
//   thanks_given: integer, on how many days they were thanked
//   thanks_received: integer, on how many they gave thanks
//   congratulations_given: integer, on how many they were congratulated
//   congratulations_received: integer, on how many they congratulated
// example:
//   party: Ingrid Solheim

MATCH (x:Person|Organization|Place {id: $party})-[t:THANKED|CONGRATULATED]-(y)
WHERE t.status = 'occurred' AND NOT y:Event
  AND NOT t.date STARTS WITH '-' AND t.date >= substring($since, 0, size(t.date))   // if since
  AND NOT t.date STARTS WITH '-' AND t.date <= substring($until, 0, size(t.date))   // if until
WITH y, t, coalesce(t.date, t.release) AS day,
     CASE WHEN startNode(t).id = $party THEN type(t) + ' GIVEN' ELSE type(t) + ' RECEIVED' END AS what
WITH y, count(DISTINCT CASE what WHEN 'THANKED GIVEN' THEN day END) AS thanks_given,
     count(DISTINCT CASE what WHEN 'THANKED RECEIVED' THEN day END) AS thanks_received,
     count(DISTINCT CASE what WHEN 'CONGRATULATED GIVEN' THEN day END) AS congratulations_given,
     count(DISTINCT CASE what WHEN 'CONGRATULATED RECEIVED' THEN day END) AS congratulations_received
     , collect(DISTINCT t.fact) AS evidence                        // if evidence
RETURN y.name AS counterpart, thanks_given, thanks_received, congratulations_given,
       congratulations_received
       , evidence                                                  // if evidence
ORDER BY thanks_given + thanks_received + congratulations_given + congratulations_received DESC,
         counterpart, y.id
LIMIT $limit                                                       // if limit

// -- left out --
MATCH (:Person|Organization|Place {id: $party})-[t:THANKED|CONGRATULATED]-(y)
WHERE t.status = 'occurred' AND NOT y:Event AND (t.date IS NULL OR t.date STARTS WITH '-')
RETURN count(DISTINCT t.fact) AS left_out
