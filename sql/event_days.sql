-- Copyright the Suspicious Connects authors.
-- SPDX-License-Identifier: Apache-2.0
--
-- Lists the days before a day that have events, in order, and how many.
-- Reads: flow (or another source). Writes: nothing.
-- Variables: dbname; source, such as flow; from_day, the first day to look at, and event_day, the one before which to stop
-- (UTC, yyyy-MM-dd).
-- Example: scripts/run_sql.sh sql/event_days.sql --hivevar source=flow --hivevar from_day=2016-07-01 --hivevar event_day=2016-07-08

SELECT k.event_day AS event_day, COUNT(*) AS events
FROM (
  SELECT CONCAT(CAST(e.y AS STRING), '-', LPAD(CAST(e.m AS STRING), 2, '0'), '-', LPAD(CAST(e.d AS STRING), 2, '0')) AS event_day
  FROM ${hivevar:dbname}.${hivevar:source} e
) k
WHERE k.event_day >= '${hivevar:from_day}' AND k.event_day < '${hivevar:event_day}'
GROUP BY k.event_day
ORDER BY event_day;
