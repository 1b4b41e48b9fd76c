-- Observations for evaluation: days that lie inside one piece are summed to that piece, all others stay as they are.
-- pieces: day -> the piece that it lies in; {category}: the category column or NULL.
-- The day stands alone in the join, so that it is a hash join: with further conditions it compares every pair.
WITH dated AS (
    SELECT *, CASE WHEN "from" = "to" AND list_contains($daily, source) THEN "from" END AS day
    FROM observations
    WHERE {filter}
)
SELECT indicator, coalesce(p."from", o."from") AS "from", coalesce(p."to", o."to") AS "to", office,
       {category} AS category, bin, sum(numerator) AS numerator, sum(denominator) AS denominator,
       any_value(qualifier) AS qualifier
FROM dated o
LEFT JOIN pieces p ON o.day = p.day
GROUP BY ALL
