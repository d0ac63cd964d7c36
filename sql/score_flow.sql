-- Copyright the Suspicious Connects authors.
-- SPDX-License-Identifier: Apache-2.0
--
-- Scores every flow of a day with a topic model and keeps the most suspicious ones.
--
-- score = the smaller of two probabilities: of the source's word at the source IP, and of the destination's
-- word at the destination IP; each is the sum over topics of P(word | topic) * P(topic | ip), 0 to 1. An IP
-- that the model does not know has the topic mix of the whole corpus, a word what the prior reserves for it.
--
-- Events of the allow-list are scored and kept, but have no rank; the ranked show the verdict that counts on the day
-- (docs/feedback.md).
--
-- Reads: flow_events (flow), flow_topic_mix, flow_word_topics, model_runs, current_models, flow_verdicts (flow_feedback),
-- allow_list_entries (allow_list). Writes, each replaced as a whole and only after all is computed: the day's partitions of
-- flow_invalid, score_runs and flow_scored_results (score_method spot).
-- Variables: dbname; huser; y, m, d, the day (UTC); model_id, newest (the last trained for that day), current (the one of
-- current_models) or an id of sql/models.sql; threshold, keep scores up to it (1 = all); max_results, keep that many (-1 =
-- all); run_id, milliseconds since 1970, another one for each run.
-- Example: scripts/run_sql.sh sql/score_flow.sql --hivevar y=2016 --hivevar m=7 --hivevar d=8 --hivevar threshold=1 --hivevar max_results=3000
-- run_sql.sh sets dbname, huser, model_id (newest) and run_id; with Beeline itself: beeline -u URL --hivevar dbname=spot --hivevar huser=/user/spot --hivevar model_id=newest --hivevar run_id=$(date +%s%3N) and the rest.

USE ${hivevar:dbname};

-- What must hold before anything is written.
SELECT sc_require(COUNT(*) > 0, 'flow has no events on ${hivevar:y}-${hivevar:m}-${hivevar:d}: load some with scripts/load.sh flow') AS day_has_events
FROM flow
WHERE y = ${hivevar:y} AND m = ${hivevar:m} AND d = ${hivevar:d};

SELECT sc_require(CAST('${hivevar:threshold}' AS DOUBLE) IS NOT NULL AND CAST('${hivevar:max_results}' AS BIGINT) IS NOT NULL,
  'threshold and max_results have to be numbers') AS limits_are_numbers;

-- A run_id that was used before names folders that are live by now.
ALTER TABLE score_runs_staging ADD IF NOT EXISTS PARTITION (run_id = '${hivevar:run_id}');

SELECT sc_require(COUNT(*) = 0, 'run_id ${hivevar:run_id} was used before: give each run another one, such as milliseconds since 1970') AS run_id_is_new
FROM score_runs_staging
WHERE run_id = '${hivevar:run_id}';

-- The model, found once: what is trained while this runs changes nothing. As long as its row is here, the model is being read.
INSERT OVERWRITE TABLE scoring_models PARTITION (run_id = '${hivevar:run_id}')
SELECT n.model_id, n.unseen_ip_mix, n.unseen_word_probs
FROM (
  SELECT
    m.model_id, m.unseen_ip_mix, m.unseen_word_probs,
    ROW_NUMBER() OVER (ORDER BY m.trained_at DESC NULLS LAST, m.model_id ASC NULLS LAST) AS age_rank
  FROM model_runs m
  LEFT JOIN (
    SELECT model_id
    FROM current_models
    WHERE source = 'flow' AND score_method = 'spot' AND '${hivevar:model_id}' = 'current'
  ) c ON m.model_id = c.model_id
  WHERE
    m.source = 'flow' AND m.score_method = 'spot' AND m.vocabulary = 'spot'
    AND (
      m.model_id = '${hivevar:model_id}'
      OR ('${hivevar:model_id}' = 'newest' AND m.trained_for = CONCAT('${hivevar:y}-', LPAD('${hivevar:m}', 2, '0'), '-', LPAD('${hivevar:d}', 2, '0')))
      OR ('${hivevar:model_id}' = 'current' AND c.model_id IS NOT NULL)
    )
) n
WHERE n.age_rank = 1;

SELECT
  sc_require(
    COUNT(*) = 1,
    CASE '${hivevar:model_id}'
      WHEN 'newest' THEN 'no flow model of method spot and vocabulary spot was trained for ${hivevar:y}-${hivevar:m}-${hivevar:d}: train one with scripts/train.sh, or give model_id'
      WHEN 'current' THEN 'no flow model of method spot and vocabulary spot is current: sql/models.sql lists the models, sql/use_model.sql makes one current'
      ELSE 'there is no flow model ${hivevar:model_id} of method spot and vocabulary spot: sql/models.sql lists the models'
    END) AS model_fits,
  sc_require(
    COUNT(unseen_ip_mix) = COUNT(*) AND COUNT(unseen_word_probs) = COUNT(*),
    CONCAT('flow model ', MAX(model_id), ' has no vectors for an unseen IP and word, model_runs has NULL: train it again with scripts/train.sh')) AS model_is_whole
FROM scoring_models
WHERE run_id = '${hivevar:run_id}';

-- The verdicts that count on the day, of all that were given up to it: on each pair of IP and word, and on each word at every
-- IP (ip is NULL), the newest.
INSERT OVERWRITE TABLE flow_judged PARTITION (run_id = '${hivevar:run_id}')
SELECT n.ip, n.word, n.verdict, n.given_at
FROM (
  SELECT
    v.ip, v.word, v.verdict, v.given_at,
    ROW_NUMBER() OVER (
      PARTITION BY v.ip, v.word
      ORDER BY
        v.given_at DESC NULLS LAST,
        v.line_number DESC NULLS LAST,
        v.verdict ASC NULLS LAST
    ) AS age_rank
  FROM flow_verdicts v
  WHERE
    v.problem IS NULL AND v.score_method = 'spot' AND v.vocabulary = 'spot'
    AND v.event_day <= CONCAT('${hivevar:y}-', LPAD('${hivevar:m}', 2, '0'), '-', LPAD('${hivevar:d}', 2, '0'))
    AND (v.expires_on IS NULL OR v.expires_on >= CONCAT('${hivevar:y}-', LPAD('${hivevar:m}', 2, '0'), '-', LPAD('${hivevar:d}', 2, '0')))
    AND (v.feedback_scope <> 'event' OR v.event_day = CONCAT('${hivevar:y}-', LPAD('${hivevar:m}', 2, '0'), '-', LPAD('${hivevar:d}', 2, '0')))
) n
WHERE n.age_rank = 1;

-- The entries of the allow-list that hold for the day, then the values of its events that they match: few to compare with.
INSERT OVERWRITE TABLE allow_list_in_force PARTITION (run_id = '${hivevar:run_id}')
SELECT kind, match_key, CONCAT(kind, ' ', entry_value) AS entry
FROM allow_list_entries
WHERE
  problem IS NULL AND entry_age = 1 AND (source IS NULL OR source = 'flow')
  AND (expires_on IS NULL OR expires_on >= CONCAT('${hivevar:y}-', LPAD('${hivevar:m}', 2, '0'), '-', LPAD('${hivevar:d}', 2, '0')));

INSERT OVERWRITE TABLE allow_listed_values PARTITION (run_id = '${hivevar:run_id}')
SELECT v.kind, v.event_value, MIN(v.entry) AS entry
FROM (
  SELECT a.kind, i.ip AS event_value, a.entry
  FROM (
    SELECT d.ip, CONCAT('${hivevar:run_id}', SUBSTR(d.ip, 1, 0)) AS run_key
    FROM (
      SELECT sip AS ip
      FROM flow
      WHERE y = ${hivevar:y} AND m = ${hivevar:m} AND d = ${hivevar:d}
      UNION ALL
      SELECT dip AS ip
      FROM flow
      WHERE y = ${hivevar:y} AND m = ${hivevar:m} AND d = ${hivevar:d}
    ) d
    GROUP BY d.ip
  ) i
  JOIN (
    SELECT kind, match_key, entry, CONCAT(run_id, SUBSTR(entry, 1, 0)) AS run_key
    FROM allow_list_in_force
    WHERE run_id = '${hivevar:run_id}' AND kind = 'cidr'
  ) a ON i.run_key = a.run_key
  WHERE sc_ip_in_cidr(i.ip, a.match_key)
  UNION ALL
  SELECT kind, match_key AS event_value, entry
  FROM allow_list_in_force
  WHERE run_id = '${hivevar:run_id}' AND kind = 'port'
) v
WHERE v.entry IS NOT NULL
GROUP BY v.kind, v.event_value;

-- The two ways to the model's rows: a given id prunes partitions when the statement is planned, a found one by the join.
WITH mixes AS (
  SELECT ip, topic_mix
  FROM flow_topic_mix
  WHERE model_id = '${hivevar:model_id}'
  UNION ALL
  SELECT t.ip, t.topic_mix
  FROM flow_topic_mix t
  JOIN scoring_models g ON t.model_id = g.model_id
  WHERE g.run_id = '${hivevar:run_id}' AND '${hivevar:model_id}' IN ('newest', 'current')
),
probs AS (
  SELECT word, topic_probs
  FROM flow_word_topics
  WHERE model_id = '${hivevar:model_id}'
  UNION ALL
  SELECT t.word, t.topic_probs
  FROM flow_word_topics t
  JOIN scoring_models g ON t.model_id = g.model_id
  WHERE g.run_id = '${hivevar:run_id}' AND '${hivevar:model_id}' IN ('newest', 'current')
),
allowed_ips AS (
  SELECT event_value, entry
  FROM allow_listed_values
  WHERE run_id = '${hivevar:run_id}' AND kind = 'cidr'
),
allowed_ports AS (
  SELECT event_value, entry
  FROM allow_listed_values
  WHERE run_id = '${hivevar:run_id}' AND kind = 'port'
)
INSERT OVERWRITE TABLE flow_scoring PARTITION (run_id = '${hivevar:run_id}')
SELECT
  p.treceived, p.tryear, p.trmonth, p.trday, p.trhour, p.trminute, p.trsec, p.tdur, p.sip, p.dip, p.sport,
  p.dport, p.proto, p.ipkt, p.ibyt, p.opkt, p.obyt, p.src_word, p.dst_word,
  CASE
    WHEN p.src_score IS NULL OR p.dst_score IS NULL THEN CAST(NULL AS DOUBLE)
    WHEN p.src_score <= p.dst_score THEN p.src_score
    ELSE p.dst_score
  END AS score,
  p.unseen_ip, p.unseen_word, p.model_id, p.allow_listed
FROM (
  SELECT
    e.treceived, e.tryear, e.trmonth, e.trday, e.trhour, e.trminute, e.trsec, e.tdur, e.sip, e.dip,
    e.sport, e.dport, e.proto, e.ipkt, e.ibyt, e.opkt, e.obyt, e.src_word, e.dst_word,
    sc_score(
      CASE WHEN sm.ip IS NULL THEN g.unseen_ip_mix ELSE sm.topic_mix END,
      CASE WHEN sw.word IS NULL THEN g.unseen_word_probs ELSE sw.topic_probs END) AS src_score,
    sc_score(
      CASE WHEN dm.ip IS NULL THEN g.unseen_ip_mix ELSE dm.topic_mix END,
      CASE WHEN dw.word IS NULL THEN g.unseen_word_probs ELSE dw.topic_probs END) AS dst_score,
    CASE WHEN sm.ip IS NULL OR dm.ip IS NULL THEN 1 ELSE 0 END AS unseen_ip,
    CASE WHEN sw.word IS NULL OR dw.word IS NULL THEN 1 ELSE 0 END AS unseen_word,
    g.model_id,
    COALESCE(si.entry, di.entry, sp.entry, dp.entry) AS allow_listed
  FROM (
    SELECT
      f.treceived, f.tryear, f.trmonth, f.trday, f.trhour, f.trminute, f.trsec, f.tdur, f.sip, f.dip,
      f.sport, f.dport, f.proto, f.ipkt, f.ibyt, f.opkt, f.obyt, f.src_word, f.dst_word,
      CAST(f.sport AS STRING) AS source_port, CAST(f.dport AS STRING) AS destination_port,
      -- The run_id: were both keys plain constants, optimizers would make a product of tables of the join.
      CONCAT('${hivevar:run_id}', SUBSTR(f.sip, 1, 0)) AS run_key
    FROM flow_events f
    WHERE f.y = ${hivevar:y} AND f.m = ${hivevar:m} AND f.d = ${hivevar:d} AND f.field_name IS NULL
  ) e
  JOIN (
    SELECT CONCAT(run_id, SUBSTR(model_id, 1, 0)) AS run_key, model_id, unseen_ip_mix, unseen_word_probs
    FROM scoring_models
    WHERE run_id = '${hivevar:run_id}'
  ) g ON e.run_key = g.run_key
  LEFT JOIN mixes sm ON e.sip = sm.ip
  LEFT JOIN probs sw ON e.src_word = sw.word
  LEFT JOIN mixes dm ON e.dip = dm.ip
  LEFT JOIN probs dw ON e.dst_word = dw.word
  LEFT JOIN allowed_ips si ON e.sip = si.event_value
  LEFT JOIN allowed_ips di ON e.dip = di.event_value
  LEFT JOIN allowed_ports sp ON e.source_port = sp.event_value
  LEFT JOIN allowed_ports dp ON e.destination_port = dp.event_value
) p;

-- A threshold of 1 keeps all: a sum of products of doubles may exceed 1 by its last bits.
-- What the allow-list matches is kept beside the ranked, without a rank. A verdict counts as in the words: the newer of those on
-- the pair and on its word at every IP, of a flow's two pairs the more serious.
WITH pairs AS (
  SELECT ip, word, verdict, given_at
  FROM flow_judged
  WHERE run_id = '${hivevar:run_id}' AND ip IS NOT NULL
),
everywhere AS (
  SELECT word, verdict, given_at
  FROM flow_judged
  WHERE run_id = '${hivevar:run_id}' AND ip IS NULL
)
INSERT OVERWRITE TABLE flow_scored_results_staging PARTITION (run_id = '${hivevar:run_id}')
SELECT
  k.treceived, k.tryear, k.trmonth, k.trday, k.trhour, k.trminute, k.trsec, k.tdur, k.sip, k.dip, k.sport,
  k.dport, k.proto, k.ipkt, k.ibyt, k.opkt, k.obyt, k.src_word, k.dst_word, k.score,
  k.score_rank, k.model_id,
  CASE WHEN k.src_verdict IS NULL OR k.dst_verdict < k.src_verdict THEN k.dst_verdict ELSE k.src_verdict END AS verdict,
  k.allow_listed,
  CAST(NULL AS STRING) AS score_view, CAST(NULL AS STRING) AS group_id, CAST(NULL AS BIGINT) AS group_size,
  CAST(NULL AS DOUBLE) AS expected, CAST(NULL AS DOUBLE) AS log_p
FROM (
  SELECT
    r.treceived, r.tryear, r.trmonth, r.trday, r.trhour, r.trminute, r.trsec, r.tdur, r.sip, r.dip, r.sport,
    r.dport, r.proto, r.ipkt, r.ibyt, r.opkt, r.obyt, r.src_word, r.dst_word, r.score,
    CASE WHEN r.allow_listed IS NULL THEN CAST(r.score_rank AS INT) END AS score_rank,
    r.model_id,
    CASE WHEN sp.word IS NULL OR sw.given_at > sp.given_at THEN sw.verdict ELSE sp.verdict END AS src_verdict,
    CASE WHEN dp.word IS NULL OR dw.given_at > dp.given_at THEN dw.verdict ELSE dp.verdict END AS dst_verdict,
    r.allow_listed
  FROM (
    SELECT
      s.treceived, s.tryear, s.trmonth, s.trday, s.trhour, s.trminute, s.trsec, s.tdur, s.sip, s.dip,
      s.sport, s.dport, s.proto, s.ipkt, s.ibyt, s.opkt, s.obyt, s.src_word, s.dst_word, s.score, s.model_id, s.allow_listed,
      -- Ties are broken by the event itself, so that every run and engine ranks alike.
      ROW_NUMBER() OVER (
        PARTITION BY CASE WHEN s.allow_listed IS NULL THEN 0 ELSE 1 END
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
  LEFT JOIN pairs sp ON r.sip = sp.ip AND r.src_word = sp.word
  LEFT JOIN everywhere sw ON r.src_word = sw.word
  LEFT JOIN pairs dp ON r.dip = dp.ip AND r.dst_word = dp.word
  LEFT JOIN everywhere dw ON r.dst_word = dw.word
  WHERE
    r.allow_listed IS NOT NULL
    OR CAST('${hivevar:max_results}' AS BIGINT) < 0 OR r.score_rank <= CAST('${hivevar:max_results}' AS BIGINT)
) k;

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
  MAX(c.model_id) AS model_id,
  COUNT(CASE WHEN c.fate = 'in' THEN 1 END) AS events_in,
  COUNT(CASE WHEN c.fate = 'scored' AND c.score >= 0 AND c.score <= 1.000001 THEN 1 END) AS events_scored,
  COUNT(CASE WHEN c.fate = 'invalid' THEN 1 END) AS events_invalid,
  COUNT(CASE WHEN c.fate = 'scored' AND c.score > CASE WHEN CAST('${hivevar:threshold}' AS DOUBLE) >= 1 THEN CAST(1.000001 AS DOUBLE) ELSE CAST('${hivevar:threshold}' AS DOUBLE) END THEN 1 END) AS above_threshold,
  COUNT(CASE WHEN c.fate = 'beyond' THEN 1 END) AS beyond_max_results,
  COUNT(CASE WHEN c.fate = 'allowed' THEN 1 END) AS allow_listed,
  CAST(0 AS BIGINT) AS feedback_removed,
  COUNT(CASE WHEN c.fate = 'kept' THEN 1 END) AS kept,
  COUNT(CASE WHEN c.fate = 'scored' AND c.score >= 0 AND c.score <= 1.000001 AND c.unseen_ip = 1 THEN 1 END) AS unseen_ips,
  COUNT(CASE WHEN c.fate = 'scored' AND c.score >= 0 AND c.score <= 1.000001 AND c.unseen_word = 1 THEN 1 END) AS unseen_words,
  UNIX_TIMESTAMP() - CAST('${hivevar:run_id}' AS BIGINT) DIV 1000 AS seconds
FROM (
  SELECT
    'model' AS fate, CAST(NULL AS DOUBLE) AS score, CAST(NULL AS INT) AS unseen_ip, CAST(NULL AS INT) AS unseen_word,
    model_id
  FROM scoring_models
  WHERE run_id = '${hivevar:run_id}'
  UNION ALL
  SELECT 'in' AS fate, CAST(NULL AS DOUBLE) AS score, CAST(NULL AS INT) AS unseen_ip, CAST(NULL AS INT) AS unseen_word, CAST(NULL AS STRING) AS model_id
  FROM flow
  WHERE y = ${hivevar:y} AND m = ${hivevar:m} AND d = ${hivevar:d}
  UNION ALL
  SELECT 'scored' AS fate, score, unseen_ip, unseen_word, CAST(NULL AS STRING) AS model_id
  FROM flow_scoring
  WHERE run_id = '${hivevar:run_id}'
  UNION ALL
  SELECT 'invalid' AS fate, CAST(NULL AS DOUBLE) AS score, CAST(NULL AS INT) AS unseen_ip, CAST(NULL AS INT) AS unseen_word, CAST(NULL AS STRING) AS model_id
  FROM flow_invalid_staging
  WHERE run_id = '${hivevar:run_id}'
  UNION ALL
  SELECT CASE WHEN allow_listed IS NULL THEN 'kept' ELSE 'allowed' END AS fate, score, CAST(NULL AS INT) AS unseen_ip, CAST(NULL AS INT) AS unseen_word, CAST(NULL AS STRING) AS model_id
  FROM flow_scored_results_staging
  WHERE run_id = '${hivevar:run_id}'
  UNION ALL
  SELECT 'beyond' AS fate, r.score, CAST(NULL AS INT) AS unseen_ip, CAST(NULL AS INT) AS unseen_word, CAST(NULL AS STRING) AS model_id
  FROM (
    SELECT s.score, ROW_NUMBER() OVER (ORDER BY s.score ASC NULLS LAST) AS score_rank
    FROM flow_scoring s
    WHERE s.run_id = '${hivevar:run_id}' AND s.allow_listed IS NULL AND s.score <= CASE WHEN CAST('${hivevar:threshold}' AS DOUBLE) >= 1 THEN CAST(1.000001 AS DOUBLE) ELSE CAST('${hivevar:threshold}' AS DOUBLE) END
  ) r
  WHERE CAST('${hivevar:max_results}' AS BIGINT) >= 0 AND r.score_rank > CAST('${hivevar:max_results}' AS BIGINT)
) c;

SELECT sc_require(
  events_in = events_scored + events_invalid AND events_scored = above_threshold + beyond_max_results + allow_listed + kept,
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

-- The staging partitions are only names by now: their tables are external, the files stay. The scratch tables' files go.
ALTER TABLE flow_invalid_staging DROP IF EXISTS PARTITION (run_id = '${hivevar:run_id}');
ALTER TABLE score_runs_staging DROP IF EXISTS PARTITION (run_id = '${hivevar:run_id}-probe');
ALTER TABLE score_runs_staging DROP IF EXISTS PARTITION (run_id = '${hivevar:run_id}');
ALTER TABLE flow_scored_results_staging DROP IF EXISTS PARTITION (run_id = '${hivevar:run_id}');
ALTER TABLE flow_scoring DROP IF EXISTS PARTITION (run_id = '${hivevar:run_id}');
ALTER TABLE scoring_models DROP IF EXISTS PARTITION (run_id = '${hivevar:run_id}');
ALTER TABLE flow_judged DROP IF EXISTS PARTITION (run_id = '${hivevar:run_id}');
ALTER TABLE allow_list_in_force DROP IF EXISTS PARTITION (run_id = '${hivevar:run_id}');
ALTER TABLE allow_listed_values DROP IF EXISTS PARTITION (run_id = '${hivevar:run_id}');
