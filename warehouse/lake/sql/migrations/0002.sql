-- What a load is (load, undo, redo), and which load an undo or a redo is about.
ALTER TABLE loads ADD COLUMN IF NOT EXISTS kind VARCHAR;
ALTER TABLE loads ADD COLUMN IF NOT EXISTS "of" BIGINT;
-- The name of the copy that is kept of a file, without personal columns: its SHA-256 and suffix.
ALTER TABLE files ADD COLUMN IF NOT EXISTS "copy" VARCHAR;
-- Spellings of headers that a person has confirmed.
CREATE TABLE IF NOT EXISTS spellings (
    source VARCHAR, header VARCHAR, "column" VARCHAR, actor VARCHAR, "at" TIMESTAMP WITH TIME ZONE
);
CREATE TABLE IF NOT EXISTS closings (month DATE, name VARCHAR, "at" TIMESTAMP WITH TIME ZONE, message VARCHAR);
-- What a load changed in a closed month.
CREATE TABLE IF NOT EXISTS restatements (
    load BIGINT, indicator VARCHAR, month DATE, before DOUBLE, before_n DOUBLE, after DOUBLE, after_n DOUBLE
);
