-- Copyright the Suspicious Connects authors.
-- SPDX-License-Identifier: Apache-2.0
--
-- Scores every flow of a day with a topic model and keeps the most suspicious ones.
--
-- score = the smaller of two probabilities: of the source's word at the source IP, and of the destination's
-- word at the destination IP; each is the sum over topics of P(word | topic) * P(topic | ip), 0 to 1. An IP or
-- word that the model does not know has probability 0.
--
-- Reads: flow_events (flow), flow_topic_mix, flow_word_topics, model_runs. Writes, each replaced as a whole and only after all
-- is computed: the day's partitions of flow_invalid, score_runs and flow_scored_results (score_method spot).
-- Variables: dbname; huser; y, m, d, the day (UTC); model_id, one of SELECT * FROM current_models; threshold, keep scores up to
-- it (1 = all); max_results, keep that many (-1 = all); run_id, milliseconds since 1970, another one for each run.
-- Example: scripts/sandbox.sh beeline -f sql/score_flow.sql --hivevar y=2016 --hivevar m=7 --hivevar d=8 --hivevar model_id=0123456789abcdef --hivevar threshold=1 --hivevar max_results=3000 --hivevar run_id=$(date +%s%3N)
-- The sandbox sets dbname and huser; on a cluster: beeline -u URL --hivevar dbname=spot --hivevar huser=/user/spot and the rest.

USE ${hivevar:dbname};

-- What must hold before anything is written.
SELECT sc_require(COUNT(*) > 0, 'flow has no events on ${hivevar:y}-${hivevar:m}-${hivevar:d}: load some with scripts/load.sh flow') AS day_has_events
FROM flow
WHERE y = ${hivevar:y} AND m = ${hivevar:m} AND d = ${hivevar:d};

SELECT sc_require(COUNT(*) = 1, 'there is no flow model ${hivevar:model_id} of method spot and vocabulary spot: SELECT * FROM model_runs lists the models') AS model_fits
FROM model_runs
WHERE model_id = '${hivevar:model_id}' AND source = 'flow' AND score_method = 'spot' AND vocabulary = 'spot';

SELECT sc_require(CAST('${hivevar:threshold}' AS DOUBLE) IS NOT NULL AND CAST('${hivevar:max_results}' AS BIGINT) IS NOT NULL,
  'threshold and max_results have to be numbers') AS limits_are_numbers;

-- A run_id that was used before names folders that are live by now.
ALTER TABLE score_runs_staging ADD IF NOT EXISTS PARTITION (run_id = '${hivevar:run_id}');

SELECT sc_require(COUNT(*) = 0, 'run_id ${hivevar:run_id} was used before: give each run another one, such as milliseconds since 1970') AS run_id_is_new
FROM score_runs_staging
WHERE run_id = '${hivevar:run_id}';

INSERT OVERWRITE TABLE flow_scoring PARTITION (run_id = '${hivevar:run_id}')
SELECT
  p.treceived, p.tryear, p.trmonth, p.trday, p.trhour, p.trminute, p.trsec, p.tdur, p.sip, p.dip, p.sport,
  p.dport, p.proto, p.ipkt, p.ibyt, p.opkt, p.obyt, p.src_word, p.dst_word,
  CASE
    WHEN p.src_score IS NULL OR p.dst_score IS NULL THEN CAST(NULL AS DOUBLE)
    WHEN p.src_score <= p.dst_score THEN p.src_score
    ELSE p.dst_score
  END AS score
FROM (
  SELECT
    e.treceived, e.tryear, e.trmonth, e.trday, e.trhour, e.trminute, e.trsec, e.tdur, e.sip, e.dip,
    e.sport, e.dport, e.proto, e.ipkt, e.ibyt, e.opkt, e.obyt, e.src_word, e.dst_word,
    CASE WHEN sm.ip IS NULL OR sw.word IS NULL THEN CAST(0 AS DOUBLE) ELSE sc_score(sm.topic_mix, sw.topic_probs) END AS src_score,
    CASE WHEN dm.ip IS NULL OR dw.word IS NULL THEN CAST(0 AS DOUBLE) ELSE sc_score(dm.topic_mix, dw.topic_probs) END AS dst_score
  FROM (
    SELECT
      f.treceived, f.tryear, f.trmonth, f.trday, f.trhour, f.trminute, f.trsec, f.tdur, f.sip, f.dip,
      f.sport, f.dport, f.proto, f.ipkt, f.ibyt, f.opkt, f.obyt, f.src_word, f.dst_word
    FROM flow_events f
    WHERE f.y = ${hivevar:y} AND f.m = ${hivevar:m} AND f.d = ${hivevar:d} AND f.field_name IS NULL
  ) e
  LEFT JOIN (SELECT ip, topic_mix FROM flow_topic_mix WHERE model_id = '${hivevar:model_id}') sm ON e.sip = sm.ip
  LEFT JOIN (SELECT word, topic_probs FROM flow_word_topics WHERE model_id = '${hivevar:model_id}') sw ON e.src_word = sw.word
  LEFT JOIN (SELECT ip, topic_mix FROM flow_topic_mix WHERE model_id = '${hivevar:model_id}') dm ON e.dip = dm.ip
  LEFT JOIN (SELECT word, topic_probs FROM flow_word_topics WHERE model_id = '${hivevar:model_id}') dw ON e.dst_word = dw.word
) p;

-- A threshold of 1 keeps all: a sum of products of doubles may exceed 1 by its last bits.
INSERT OVERWRITE TABLE flow_scored_results_staging PARTITION (run_id = '${hivevar:run_id}')
SELECT
  r.treceived, r.tryear, r.trmonth, r.trday, r.trhour, r.trminute, r.trsec, r.tdur, r.sip, r.dip, r.sport,
  r.dport, r.proto, r.ipkt, r.ibyt, r.opkt, r.obyt, r.src_word, r.dst_word, r.score,
  CAST(r.score_rank AS INT) AS score_rank,
  '${hivevar:model_id}' AS model_id
FROM (
  SELECT
    s.treceived, s.tryear, s.trmonth, s.trday, s.trhour, s.trminute, s.trsec, s.tdur, s.sip, s.dip,
    s.sport, s.dport, s.proto, s.ipkt, s.ibyt, s.opkt, s.obyt, s.src_word, s.dst_word, s.score,
    -- Ties are broken by the event itself, so that every run and engine ranks alike.
    ROW_NUMBER() OVER (
      ORDER BY
        s.score ASC NULLS LAST,
        s.treceived ASC NULLS LAST,
        s.sip ASC NULLS LAST,
        s.dip ASC NULLS LAST,
        s.sport ASC NULLS LAST,
        s.dport ASC NULLS LAST,
        s.proto ASC NULLS LAST,
        s.ipkt ASC NULLS LAST,
        s.ibyt ASC NULLS LAST,
        s.opkt ASC NULLS LAST,
        s.obyt ASC NULLS LAST,
        s.tdur ASC NULLS LAST,
        s.tryear ASC NULLS LAST,
        s.trmonth ASC NULLS LAST,
        s.trday ASC NULLS LAST,
        s.trhour ASC NULLS LAST,
        s.trminute ASC NULLS LAST,
        s.trsec ASC NULLS LAST
    ) AS score_rank
  FROM flow_scoring s
  WHERE s.run_id = '${hivevar:run_id}' AND s.score <= CASE WHEN CAST('${hivevar:threshold}' AS DOUBLE) >= 1 THEN CAST(1.000001 AS DOUBLE) ELSE CAST('${hivevar:threshold}' AS DOUBLE) END
) r
WHERE CAST('${hivevar:max_results}' AS BIGINT) < 0 OR r.score_rank <= CAST('${hivevar:max_results}' AS BIGINT);

INSERT OVERWRITE TABLE flow_invalid_staging PARTITION (run_id = '${hivevar:run_id}')
SELECT
  e.treceived, e.unix_tstamp, e.tryear, e.trmonth, e.trday, e.trhour, e.trminute, e.trsec, e.tdur, e.sip,
  e.dip, e.sport, e.dport, e.proto, e.flag, e.fwd, e.stos, e.ipkt, e.ibyt, e.opkt, e.obyt, e.input,
  e.output, e.sas, e.das, e.dtos, e.dir, e.rip, e.h, e.reason, e.field_name, e.field_value
FROM flow_events e
WHERE e.y = ${hivevar:y} AND e.m = ${hivevar:m} AND e.d = ${hivevar:d} AND e.field_name IS NOT NULL;

-- What became of every event; each figure is a count of its own, so that a lost row shows. A score that is no
-- probability is not counted as one.
INSERT OVERWRITE TABLE score_runs_staging PARTITION (run_id = '${hivevar:run_id}')
SELECT
  '${hivevar:model_id}' AS model_id,
  COUNT(CASE WHEN c.fate = 'in' THEN 1 END) AS events_in,
  COUNT(CASE WHEN c.fate = 'scored' AND c.score >= 0 AND c.score <= 1.000001 THEN 1 END) AS events_scored,
  COUNT(CASE WHEN c.fate = 'invalid' THEN 1 END) AS events_invalid,
  COUNT(CASE WHEN c.fate = 'scored' AND c.score > CASE WHEN CAST('${hivevar:threshold}' AS DOUBLE) >= 1 THEN CAST(1.000001 AS DOUBLE) ELSE CAST('${hivevar:threshold}' AS DOUBLE) END THEN 1 END) AS above_threshold,
  COUNT(CASE WHEN c.fate = 'beyond' THEN 1 END) AS beyond_max_results,
  CAST(0 AS BIGINT) AS allow_listed,
  CAST(0 AS BIGINT) AS feedback_removed,
  COUNT(CASE WHEN c.fate = 'kept' THEN 1 END) AS kept,
  UNIX_TIMESTAMP() - CAST('${hivevar:run_id}' AS BIGINT) DIV 1000 AS seconds
FROM (
  SELECT 'in' AS fate, CAST(NULL AS DOUBLE) AS score
  FROM flow
  WHERE y = ${hivevar:y} AND m = ${hivevar:m} AND d = ${hivevar:d}
  UNION ALL
  SELECT 'scored' AS fate, score
  FROM flow_scoring
  WHERE run_id = '${hivevar:run_id}'
  UNION ALL
  SELECT 'invalid' AS fate, CAST(NULL AS DOUBLE) AS score
  FROM flow_invalid_staging
  WHERE run_id = '${hivevar:run_id}'
  UNION ALL
  SELECT 'kept' AS fate, score
  FROM flow_scored_results_staging
  WHERE run_id = '${hivevar:run_id}'
  UNION ALL
  SELECT 'beyond' AS fate, r.score
  FROM (
    SELECT s.score, ROW_NUMBER() OVER (ORDER BY s.score ASC NULLS LAST) AS score_rank
    FROM flow_scoring s
    WHERE s.run_id = '${hivevar:run_id}' AND s.score <= CASE WHEN CAST('${hivevar:threshold}' AS DOUBLE) >= 1 THEN CAST(1.000001 AS DOUBLE) ELSE CAST('${hivevar:threshold}' AS DOUBLE) END
  ) r
  WHERE CAST('${hivevar:max_results}' AS BIGINT) >= 0 AND r.score_rank > CAST('${hivevar:max_results}' AS BIGINT)
) c;

SELECT sc_require(
  events_in = events_scored + events_invalid AND events_scored = above_threshold + beyond_max_results + kept,
  'the counts of flow on ${hivevar:y}-${hivevar:m}-${hivevar:d} do not add up, nothing was replaced: see score_runs_staging, run_id ${hivevar:run_id}') AS counts_add_up
FROM score_runs_staging
WHERE run_id = '${hivevar:run_id}';

-- Are the new rows where the swaps will look for them? A huser other than that of the tables would empty the day.
ALTER TABLE score_runs_staging
ADD IF NOT EXISTS PARTITION (run_id = '${hivevar:run_id}-probe')
LOCATION '${hivevar:huser}/sc/score_runs_staging/run_id=${hivevar:run_id}';

SELECT sc_require(
  COUNT(*) = 1,
  'huser ${hivevar:huser} is not the one that the tables were created with, nothing was replaced: SHOW CREATE TABLE score_runs tells it') AS huser_fits
FROM score_runs_staging
WHERE run_id = '${hivevar:run_id}-probe';

-- The swaps: until here the day's old rows are untouched. ADD serves the first run of a day, SET LOCATION the others.
ALTER TABLE flow_invalid
ADD IF NOT EXISTS PARTITION (y = ${hivevar:y}, m = ${hivevar:m}, d = ${hivevar:d})
LOCATION '${hivevar:huser}/sc/flow_invalid_staging/run_id=${hivevar:run_id}';

ALTER TABLE flow_invalid
PARTITION (y = ${hivevar:y}, m = ${hivevar:m}, d = ${hivevar:d})
SET LOCATION '${hivevar:huser}/sc/flow_invalid_staging/run_id=${hivevar:run_id}';

ALTER TABLE score_runs
ADD IF NOT EXISTS PARTITION (source = 'flow', y = ${hivevar:y}, m = ${hivevar:m}, d = ${hivevar:d}, score_method = 'spot')
LOCATION '${hivevar:huser}/sc/score_runs_staging/run_id=${hivevar:run_id}';

ALTER TABLE score_runs
PARTITION (source = 'flow', y = ${hivevar:y}, m = ${hivevar:m}, d = ${hivevar:d}, score_method = 'spot')
SET LOCATION '${hivevar:huser}/sc/score_runs_staging/run_id=${hivevar:run_id}';

ALTER TABLE flow_scored_results
ADD IF NOT EXISTS PARTITION (y = ${hivevar:y}, m = ${hivevar:m}, d = ${hivevar:d}, score_method = 'spot')
LOCATION '${hivevar:huser}/sc/flow_scored_results_staging/run_id=${hivevar:run_id}';

ALTER TABLE flow_scored_results
PARTITION (y = ${hivevar:y}, m = ${hivevar:m}, d = ${hivevar:d}, score_method = 'spot')
SET LOCATION '${hivevar:huser}/sc/flow_scored_results_staging/run_id=${hivevar:run_id}';

-- The staging partitions are only names by now: their tables are external, the files stay. The scratch table's files go.
ALTER TABLE flow_invalid_staging DROP IF EXISTS PARTITION (run_id = '${hivevar:run_id}');
ALTER TABLE score_runs_staging DROP IF EXISTS PARTITION (run_id = '${hivevar:run_id}-probe');
ALTER TABLE score_runs_staging DROP IF EXISTS PARTITION (run_id = '${hivevar:run_id}');
ALTER TABLE flow_scored_results_staging DROP IF EXISTS PARTITION (run_id = '${hivevar:run_id}');
ALTER TABLE flow_scoring DROP IF EXISTS PARTITION (run_id = '${hivevar:run_id}');
