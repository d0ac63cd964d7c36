-- Copyright the Suspicious Connects authors.
-- SPDX-License-Identifier: Apache-2.0
--
-- Settings of Hive that the results of our files depend on; scripts/run_sql.sh runs it first.
-- Reads: nothing. Writes: nothing; the settings last to the end of the session.
-- Variables: none.
-- Example: beeline -i sql/engine/hive/session.sql -f sql/models.sql --hivevar dbname=spot --hivevar source=flow

-- A cluster may refuse what some files do on purpose: read small tables whole, order without a limit.
SET hive.mapred.mode=nonstrict;

-- A COUNT looks at the rows. The statistics of a partition don't see what Spark, Impala or the loader write into it.
SET hive.compute.query.using.stats=false;

-- Else Hive 4.0.1 on Tez computes a CASE behind a vectorized map join only for the rows that need it, and gets some wrong:
-- an invalid request without a time was reported with another reason.
SET hive.vectorized.if.expr.mode=good;
