-- Copyright the Suspicious Connects authors.
-- SPDX-License-Identifier: Apache-2.0
--
-- Simplifies a day's flows to words and counts them per IP: the corpus that the topic model is trained on.
-- Reads: flow_events (flow). Writes: flow_word_counts, the day's partition of score_method spot, replaced as a whole.
-- Variables: dbname; huser; y, m, d, the day (UTC); run_id, milliseconds since 1970, another one for each run.
-- Example: scripts/run_sql.sh sql/count_words_flow.sql --hivevar y=2016 --hivevar m=7 --hivevar d=8
-- run_sql.sh sets dbname, huser and run_id; with Beeline itself: beeline -u URL --hivevar dbname=spot --hivevar huser=/user/spot --hivevar run_id=$(date +%s%3N) and the rest.

USE ${hivevar:dbname};

SELECT sc_require(COUNT(*) > 0, 'flow has no events on ${hivevar:y}-${hivevar:m}-${hivevar:d}: load some with scripts/load.sh flow') AS day_has_events
FROM flow
WHERE y = ${hivevar:y} AND m = ${hivevar:m} AND d = ${hivevar:d};

-- A run_id that was used before names a folder that is live by now.
ALTER TABLE flow_word_counts_staging ADD IF NOT EXISTS PARTITION (run_id = '${hivevar:run_id}');

SELECT sc_require(COUNT(*) = 0, 'run_id ${hivevar:run_id} was used before: give each run another one, such as milliseconds since 1970') AS run_id_is_new
FROM flow_word_counts_staging
WHERE run_id = '${hivevar:run_id}';

INSERT OVERWRITE TABLE flow_word_counts_staging PARTITION (run_id = '${hivevar:run_id}')
SELECT w.ip, w.word, COUNT(*) AS word_count, 'spot' AS vocabulary
FROM (
  SELECT e.sip AS ip, e.src_word AS word
  FROM flow_events e
  WHERE e.y = ${hivevar:y} AND e.m = ${hivevar:m} AND e.d = ${hivevar:d} AND e.field_name IS NULL
  UNION ALL
  SELECT e.dip AS ip, e.dst_word AS word
  FROM flow_events e
  WHERE e.y = ${hivevar:y} AND e.m = ${hivevar:m} AND e.d = ${hivevar:d} AND e.field_name IS NULL
) w
GROUP BY w.ip, w.word;

-- Are there new counts where the swap will look for them? A huser other than that of the tables would empty the day.
ALTER TABLE flow_word_counts_staging
ADD IF NOT EXISTS PARTITION (run_id = '${hivevar:run_id}-probe')
LOCATION '${hivevar:huser}/sc/flow_word_counts_staging/run_id=${hivevar:run_id}';

SELECT sc_require(
  COUNT(*) > 0,
  'no word was counted on ${hivevar:y}-${hivevar:m}-${hivevar:d}, nothing was replaced: either no flow of the day is valid (SELECT field_name, COUNT(*) FROM flow_events GROUP BY field_name), or huser ${hivevar:huser} is not the one that the tables were created with (SHOW CREATE TABLE flow_word_counts)') AS words_were_counted
FROM flow_word_counts_staging
WHERE run_id = '${hivevar:run_id}-probe';

-- The swap: until here the day's old counts are untouched. ADD serves the first run of a day, SET LOCATION the others.
ALTER TABLE flow_word_counts
ADD IF NOT EXISTS PARTITION (y = ${hivevar:y}, m = ${hivevar:m}, d = ${hivevar:d}, score_method = 'spot')
LOCATION '${hivevar:huser}/sc/flow_word_counts_staging/run_id=${hivevar:run_id}';

ALTER TABLE flow_word_counts
PARTITION (y = ${hivevar:y}, m = ${hivevar:m}, d = ${hivevar:d}, score_method = 'spot')
SET LOCATION '${hivevar:huser}/sc/flow_word_counts_staging/run_id=${hivevar:run_id}';

-- The staging partitions are only names by now: the table is external, the files stay.
ALTER TABLE flow_word_counts_staging DROP IF EXISTS PARTITION (run_id = '${hivevar:run_id}-probe');
ALTER TABLE flow_word_counts_staging DROP IF EXISTS PARTITION (run_id = '${hivevar:run_id}');
