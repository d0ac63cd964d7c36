-- Copyright the Suspicious Connects authors.
-- SPDX-License-Identifier: Apache-2.0
--
-- Lists the days before a day whose words of method profile are counted, in order.
-- Reads: flow_word_counts (or that of another source). Writes: nothing.
-- Variables: dbname; source, such as flow; from_day, the first day to look at, and event_day, the one before which to stop
-- (UTC, yyyy-MM-dd).
-- Example: scripts/run_sql.sh sql/history_days.sql --hivevar source=flow --hivevar from_day=2016-07-01 --hivevar event_day=2016-07-08

SELECT k.event_day AS event_day
FROM (
  SELECT CONCAT(CAST(c.y AS STRING), '-', LPAD(CAST(c.m AS STRING), 2, '0'), '-', LPAD(CAST(c.d AS STRING), 2, '0')) AS event_day
  FROM ${hivevar:dbname}.${hivevar:source}_word_counts c
  WHERE c.score_method = 'profile'
) k
WHERE k.event_day >= '${hivevar:from_day}' AND k.event_day < '${hivevar:event_day}'
GROUP BY k.event_day
ORDER BY event_day;
