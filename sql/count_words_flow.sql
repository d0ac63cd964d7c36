-- Copyright the Suspicious Connects authors.
-- SPDX-License-Identifier: Apache-2.0
--
-- Simplifies a day's flows to words and counts them per IP: the corpus that the topic model is trained on.
-- Reads: flow_events (flow). Writes: flow_word_counts, the day's partition of score_method spot, replaced as a whole.
-- Variables: dbname; huser; y, m, d, the day (UTC); run_id, milliseconds since 1970, another one for each run.
-- Example: beeline -f sql/count_words_flow.sql --hivevar dbname=spot --hivevar huser=/user/spot --hivevar y=2016 --hivevar m=7 --hivevar d=8 --hivevar run_id=$(date +%s%3N)

USE ${hivevar:dbname};

SELECT sc_require(COUNT(*) > 0, 'flow has no events on ${hivevar:y}-${hivevar:m}-${hivevar:d}: load some with scripts/load.sh flow') AS day_has_events
FROM flow
WHERE y = ${hivevar:y} AND m = ${hivevar:m} AND d = ${hivevar:d};

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

-- The swap: until here the day's old counts are untouched. ADD serves the first run of a day, SET LOCATION the others.
ALTER TABLE flow_word_counts
ADD IF NOT EXISTS PARTITION (y = ${hivevar:y}, m = ${hivevar:m}, d = ${hivevar:d}, score_method = 'spot')
LOCATION '${hivevar:huser}/sc/flow_word_counts_staging/run_id=${hivevar:run_id}';

ALTER TABLE flow_word_counts
PARTITION (y = ${hivevar:y}, m = ${hivevar:m}, d = ${hivevar:d}, score_method = 'spot')
SET LOCATION '${hivevar:huser}/sc/flow_word_counts_staging/run_id=${hivevar:run_id}';

ALTER TABLE flow_word_counts_staging DROP IF EXISTS PARTITION (run_id = '${hivevar:run_id}');
