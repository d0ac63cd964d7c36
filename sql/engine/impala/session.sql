-- Copyright the Suspicious Connects authors.
-- SPDX-License-Identifier: Apache-2.0
--
-- Settings of Impala that the results of our files depend on; scripts/run_sql.sh runs it first.
-- Reads: nothing. Writes: nothing; the settings last to the end of the session.
-- Variables: none.
-- Example: impala-shell -f sql/engine/impala/session.sql

-- A requirement that does not hold stops the script. Impala before 4.1 does not know this and stops here: there sc_require
-- could only warn, and a day would be replaced by what is wrong.
SET ABORT_JAVA_UDF_ON_EXCEPTION=true;

-- Hive and Spark find a Parquet file's column by its name, Impala by its place unless told.
SET PARQUET_FALLBACK_SCHEMA_RESOLUTION=name;

-- Else Hive and Spark would have to guess that the text Impala writes is text.
SET PARQUET_ANNOTATE_STRINGS_UTF8=true;

-- UNIX_TIMESTAMP() is Impala's local time taken for UTC: without this the seconds of score_runs would be hours off.
SET TIMEZONE=UTC;
