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
