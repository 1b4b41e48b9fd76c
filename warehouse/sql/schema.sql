-- Tables that every warehouse has; the facts_SOURCE tables are made from the catalogue.
CREATE TABLE IF NOT EXISTS loads (
    load BIGINT, "at" TIMESTAMP WITH TIME ZONE, actor VARCHAR, source VARCHAR, message VARCHAR, demo BOOLEAN,
    added BIGINT, changed BIGINT, removed BIGINT, unchanged BIGINT
);
CREATE TABLE IF NOT EXISTS files (
    load BIGINT, file INTEGER, name VARCHAR, sha256 VARCHAR, rows BIGINT, "from" DATE, "to" DATE, as_of DATE
);
CREATE TABLE IF NOT EXISTS coverage (source VARCHAR, "from" DATE, "to" DATE, as_of DATE, load BIGINT);
CREATE TABLE IF NOT EXISTS observations (
    source VARCHAR, indicator VARCHAR, "from" DATE, "to" DATE, office VARCHAR, category VARCHAR, bin DOUBLE,
    numerator DOUBLE, denominator DOUBLE, qualifier VARCHAR, load BIGINT
);
CREATE TABLE IF NOT EXISTS definitions (indicator VARCHAR, fingerprint VARCHAR);
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
