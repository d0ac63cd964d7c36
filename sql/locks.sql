-- Copyright the Suspicious Connects authors.
-- SPDX-License-Identifier: Apache-2.0
--
-- Lists the locks of a day of a source. The lock is held by the row whose holder is no other row's after_run; the others are
-- dead runs that it came after.
-- Reads: run_locks. Writes: nothing.
-- Variables: dbname; source, such as flow; event_day, yyyy-MM-dd.
-- Example: scripts/run_sql.sh sql/locks.sql --hivevar source=flow --hivevar event_day=2016-07-08

SELECT
  l.holder AS holder, l.after_run AS after_run, l.host AS host, l.pid AS pid, l.process_started AS process_started,
  l.started_at AS started_at
FROM ${hivevar:dbname}.run_locks l
WHERE l.source = '${hivevar:source}' AND l.event_day = '${hivevar:event_day}';
