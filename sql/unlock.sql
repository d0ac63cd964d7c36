-- Copyright the Suspicious Connects authors.
-- SPDX-License-Identifier: Apache-2.0
--
-- Gives back the lock of a day of a source, and with it those of dead runs before it.
-- Reads: run_locks. Writes: run_locks, all partitions of the source and day.
-- Variables: dbname; source, such as flow; event_day, yyyy-MM-dd; run_id, that of the run that holds the lock.
-- Example: scripts/run_sql.sh sql/unlock.sql --hivevar source=flow --hivevar event_day=2016-07-08 --hivevar run_id=1467961125000

USE ${hivevar:dbname};

SELECT sc_require(
  COUNT(CASE WHEN holder = '${hivevar:run_id}' THEN 1 END) = 1 AND COUNT(CASE WHEN after_run = '${hivevar:run_id}' THEN 1 END) = 0,
  'run ${hivevar:run_id} does not hold the lock of ${hivevar:source} on ${hivevar:event_day}, nothing was given back: sql/locks.sql lists the locks') AS lock_is_held
FROM run_locks
WHERE source = '${hivevar:source}' AND event_day = '${hivevar:event_day}';

ALTER TABLE run_locks DROP IF EXISTS PARTITION (source = '${hivevar:source}', event_day = '${hivevar:event_day}');
