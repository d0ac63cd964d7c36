-- Copyright the Suspicious Connects authors.
-- SPDX-License-Identifier: Apache-2.0
--
-- Before sql/lock.sql: Impala looks at what other engines wrote since.
-- Reads: the table it reads. Writes: nothing.
-- Variables: dbname.
-- Example: scripts/run_sql.sh --engine impala sql/lock.sql --hivevar source=flow --hivevar event_day=2016-07-08 --hivevar after_run=none --hivevar host=node4 --hivevar pid=4711 --hivevar process_started=81277 --hivevar started_at=2016-07-09T01:00:00Z

REFRESH ${hivevar:dbname}.run_locks;
