-- The loads that are not in force: the last thing that happened to them is an undo.
SELECT "of" FROM loads WHERE "of" IS NOT NULL GROUP BY "of" HAVING arg_max(kind, load) = 'undo'
