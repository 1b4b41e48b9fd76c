-- The loads whose rows stand behind each indicator, month by month, with the days from the first to the last of them.
SELECT indicator, load, min("from") AS "from", max("to") AS "to" FROM observations
GROUP BY indicator, load, date_trunc('month', "to")
