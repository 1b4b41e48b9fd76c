-- The loads whose rows stand behind an indicator in a period.
SELECT DISTINCT load FROM observations
WHERE indicator = $indicator AND "from" <= $to AND "to" >= $from
