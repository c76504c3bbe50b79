// Who held an office on a day?
//
// parameters:
//   office: office, such as "Mayor of Shanghai"
//   on: date, the day
// columns:
//   person: string, the holder
//   office: string, the office
//   attested: date, the nearest day a release shows the person in it
//   basis: string, attested on the day, between two attestations, or the nearest one

MATCH (p:Person)-[h:HOLDS]->(o:Office {id: $office})
UNWIND h.attested AS day
WITH p, o, day
WHERE size(day) = 10 AND NOT day STARTS WITH '-'
WITH p, o, day, abs(duration.inDays(date($on), date(day)).days) AS away
ORDER BY day
WITH o, collect({person: p.name, id: p.id, day: day, away: away}) AS all_days
WITH o, all_days,
     [d IN all_days WHERE d.day <= $on] AS before, [d IN all_days WHERE d.day >= $on] AS after
WITH o, all_days, [d IN before WHERE d.day = before[size(before) - 1].day] AS earlier,
     [d IN after WHERE d.day = after[0].day] AS later
WITH o, earlier, later,
     CASE WHEN size(earlier) = 0 THEN later WHEN size(later) = 0 THEN earlier
          WHEN earlier[0].away <= later[0].away THEN earlier ELSE later END AS nearest
UNWIND nearest AS d
WITH DISTINCT o, d.person AS person, d.day AS attested, d.away AS away,
     size([e IN earlier WHERE e.id = d.id]) > 0 AND size([l IN later WHERE l.id = d.id]) > 0
     AND size(earlier) = 1 AND size(later) = 1 AS enclosed
RETURN person, o.name AS office, attested,
       CASE WHEN away = 0 THEN 'attested' WHEN enclosed THEN 'between' ELSE 'nearest' END AS basis
ORDER BY person
