-- Copyright the Suspicious Connects authors.
-- SPDX-License-Identifier: Apache-2.0
--
-- The database, Apache Spot's unless named otherwise.
-- Reads: nothing. Writes: the database.
-- Variables: dbname.
-- Example: impala-shell -f ddl/impala/database.sql --var=dbname=spot
-- Where Hive ran ddl/database.sql on the same metastore, INVALIDATE METADATA shows Impala what that made; this file is not needed.
-- Generated from ddl/templates/database.sql.ftl: change that, not this file.

CREATE DATABASE IF NOT EXISTS ${hivevar:dbname};
