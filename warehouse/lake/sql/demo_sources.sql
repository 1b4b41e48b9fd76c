-- Whether the loads in force of each source are demonstration loads only.
WITH undone AS (
    SELECT "of" AS load FROM loads WHERE "of" IS NOT NULL GROUP BY "of" HAVING arg_max(kind, load) = 'undo'
)
SELECT source, bool_and(demo) FROM loads ANTI JOIN undone USING (load) WHERE demo IS NOT NULL GROUP BY source
