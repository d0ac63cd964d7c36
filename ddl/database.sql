-- Copyright the Suspicious Connects authors.
-- SPDX-License-Identifier: Apache-2.0
--
-- The database, Apache Spot's unless named otherwise.
-- Reads: nothing. Writes: the database.
-- Variables: dbname.
-- Example: beeline -f ddl/database.sql --hivevar dbname=spot
-- Generated from ddl/templates/database.sql.ftl: change that, not this file.

CREATE DATABASE IF NOT EXISTS ${hivevar:dbname};
