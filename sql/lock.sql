-- Copyright the Suspicious Connects authors.
-- SPDX-License-Identifier: Apache-2.0
--
-- Takes the lock of a day of a source for a run, or fails if another run has it. scripts/ml_ops.sh does so before it begins.
--
-- What decides is one call of the metastore, the ADD PARTITION without IF NOT EXISTS: of two runs that ask for the same
-- partition one gets it. A run that nobody was before asks for after_run none; one that found the holder dead asks for the
-- partition behind it.
-- Reads: run_locks. Writes: run_locks, one more partition; its row is written to run_locks_staging.
-- Variables: dbname; huser; source, such as flow; event_day, yyyy-MM-dd; after_run, none or the run_id of the dead holder; host,
-- pid and process_started, which tell the process that holds the lock; started_at, when it began (yyyy-MM-ddTHH:mm:ssZ, UTC);
-- run_id, milliseconds since 1970, another one for each run.
-- Example: scripts/run_sql.sh sql/lock.sql --hivevar source=flow --hivevar event_day=2016-07-08 --hivevar after_run=none --hivevar host=node4 --hivevar pid=4711 --hivevar process_started=81277 --hivevar started_at=2016-07-09T01:00:00Z
-- run_sql.sh sets dbname, huser and run_id; with Beeline itself: beeline -u URL --hivevar dbname=spot --hivevar huser=/user/spot --hivevar run_id=$(date +%s%3N) and the rest.

USE ${hivevar:dbname};

SELECT sc_require('${hivevar:source}' IN ('flow', 'dns', 'proxy'), 'source has to be flow, dns or proxy') AS source_is_known;

-- A run_id that was used before names a folder that may be a lock by now.
ALTER TABLE run_locks_staging ADD IF NOT EXISTS PARTITION (run_id = '${hivevar:run_id}');

SELECT sc_require(COUNT(*) = 0, 'run_id ${hivevar:run_id} was used before: give each run another one, such as milliseconds since 1970') AS run_id_is_new
FROM run_locks_staging
WHERE run_id = '${hivevar:run_id}';

INSERT OVERWRITE TABLE run_locks_staging PARTITION (run_id = '${hivevar:run_id}')
SELECT
  '${hivevar:run_id}' AS holder, '${hivevar:host}' AS host, CAST('${hivevar:pid}' AS BIGINT) AS pid,
  '${hivevar:process_started}' AS process_started, '${hivevar:started_at}' AS started_at;

-- The lock. It fails if the partition is there.
ALTER TABLE run_locks
ADD PARTITION (source = '${hivevar:source}', event_day = '${hivevar:event_day}', after_run = '${hivevar:after_run}')
LOCATION '${hivevar:huser}/sc/run_locks_staging/run_id=${hivevar:run_id}';

-- Is the row where readers look for it, and the dead run's still before it? If the latter was given back meanwhile, by a run
-- that found it dead too and is done, another run may have the lock by now. What is left of ours then is that of a dead run.
SELECT sc_require(
  COUNT(CASE WHEN holder = '${hivevar:run_id}' THEN 1 END) = 1
  AND COUNT(CASE WHEN holder = '${hivevar:after_run}' THEN 1 END) = CASE WHEN '${hivevar:after_run}' = 'none' THEN 0 ELSE 1 END,
  'run ${hivevar:run_id} did not get the lock of ${hivevar:source} on ${hivevar:event_day}: either run ${hivevar:after_run} gave it back meanwhile, then begin again, or huser ${hivevar:huser} is not the one that the tables were created with (SHOW CREATE TABLE run_locks)') AS lock_is_held
FROM run_locks
WHERE source = '${hivevar:source}' AND event_day = '${hivevar:event_day}';

-- The staging partition is only a name by now: the table is external, the file stays.
ALTER TABLE run_locks_staging DROP IF EXISTS PARTITION (run_id = '${hivevar:run_id}');
