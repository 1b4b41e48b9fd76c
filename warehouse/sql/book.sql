-- Observations for evaluation: days that lie inside one piece are summed to that piece, all others stay as they are.
-- pieces: day -> the piece that it lies in; {category}: the category column or NULL.
SELECT indicator, coalesce(p."from", o."from") AS "from", coalesce(p."to", o."to") AS "to", office,
       {category} AS category, bin, sum(numerator) AS numerator, sum(denominator) AS denominator,
       any_value(qualifier) AS qualifier
FROM observations o
LEFT JOIN pieces p ON o."from" = p.day AND o."to" = p.day AND list_contains($daily, o.source)
WHERE {filter}
GROUP BY ALL
