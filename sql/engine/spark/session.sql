-- Copyright the Suspicious Connects authors.
-- SPDX-License-Identifier: Apache-2.0
--
-- Settings of Spark SQL that the results of our files depend on; scripts/run_sql.sh runs it first.
-- Reads: nothing. Writes: nothing; the settings last to the end of the session.
-- Variables: none.
-- Example: spark-sql -i sql/engine/spark/session.sql -f sql/models.sql --hivevar dbname=spot --hivevar source=flow

-- As on Hive and Impala a CAST of what is no number is NULL, which our requirements then explain. Spark 4 would stop.
SET spark.sql.ansi.enabled=false;
