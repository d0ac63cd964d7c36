-- Copyright the Suspicious Connects authors.
-- SPDX-License-Identifier: Apache-2.0
--
-- Scores every DNS answer of a day with a topic model and keeps the most suspicious ones.
--
-- score = the probability of the event's word at the client: the sum over topics of P(word | topic) * P(topic | ip), 0 to 1.
-- An IP or word that the model does not know has probability 0.
--
-- Reads: dns_events_spot or dns_events_psl (dns, top_domains, user_domains), dns_topic_mix, dns_word_topics,
-- model_runs. Writes, each replaced as a whole and only after all is computed: the day's partitions of dns_invalid,
-- score_runs and dns_scored_results (score_method spot).
-- Variables: dbname; huser; y, m, d, the day (UTC); vocabulary, spot or psl, that of the model; model_id, one of
-- SELECT * FROM current_models; threshold, keep scores up to it (1 = all); max_results, keep that many (-1 = all); run_id,
-- milliseconds since 1970, another one for each run.
-- Example: scripts/sandbox.sh beeline -f sql/score_dns.sql --hivevar y=2016 --hivevar m=7 --hivevar d=8 --hivevar model_id=0123456789abcdef --hivevar threshold=1 --hivevar max_results=3000 --hivevar run_id=$(date +%s%3N)
-- The sandbox sets dbname, huser and vocabulary (spot); on a cluster: beeline -u URL --hivevar dbname=spot --hivevar huser=/user/spot --hivevar vocabulary=spot and the rest.

USE ${hivevar:dbname};

-- What must hold before anything is written.
SELECT sc_require('${hivevar:vocabulary}' IN ('spot', 'psl'), 'vocabulary has to be spot or psl') AS vocabulary_is_known;

SELECT sc_require(COUNT(*) > 0, 'dns has no events on ${hivevar:y}-${hivevar:m}-${hivevar:d}: load some with scripts/load.sh dns') AS day_has_events
FROM dns
WHERE y = ${hivevar:y} AND m = ${hivevar:m} AND d = ${hivevar:d};

SELECT sc_require(COUNT(*) = 1, 'there is no dns model ${hivevar:model_id} of method spot and vocabulary ${hivevar:vocabulary}: SELECT * FROM model_runs lists the models') AS model_fits
FROM model_runs
WHERE model_id = '${hivevar:model_id}' AND source = 'dns' AND score_method = 'spot' AND vocabulary = '${hivevar:vocabulary}';

SELECT sc_require(CAST('${hivevar:threshold}' AS DOUBLE) IS NOT NULL AND CAST('${hivevar:max_results}' AS BIGINT) IS NOT NULL,
  'threshold and max_results have to be numbers') AS limits_are_numbers;

-- A run_id that was used before names folders that are live by now.
ALTER TABLE score_runs_staging ADD IF NOT EXISTS PARTITION (run_id = '${hivevar:run_id}');

SELECT sc_require(COUNT(*) = 0, 'run_id ${hivevar:run_id} was used before: give each run another one, such as milliseconds since 1970') AS run_id_is_new
FROM score_runs_staging
WHERE run_id = '${hivevar:run_id}';

INSERT OVERWRITE TABLE dns_scoring PARTITION (run_id = '${hivevar:run_id}')
SELECT
  e.frame_time, e.unix_tstamp, e.frame_len, e.ip_dst, e.dns_qry_name, e.dns_qry_class, e.dns_qry_type, e.dns_qry_rcode,
  e.word,
  CASE WHEN tm.ip IS NULL OR tw.word IS NULL THEN CAST(0 AS DOUBLE) ELSE sc_score(tm.topic_mix, tw.topic_probs) END AS score
FROM (
  SELECT
    f.frame_time, f.unix_tstamp, f.frame_len, f.ip_dst, f.dns_qry_name, f.dns_qry_class, f.dns_qry_type,
    f.dns_qry_rcode,
    f.word
  FROM dns_events_${hivevar:vocabulary} f
  WHERE f.y = ${hivevar:y} AND f.m = ${hivevar:m} AND f.d = ${hivevar:d} AND f.field_name IS NULL
) e
LEFT JOIN (SELECT ip, topic_mix FROM dns_topic_mix WHERE model_id = '${hivevar:model_id}') tm ON e.ip_dst = tm.ip
LEFT JOIN (SELECT word, topic_probs FROM dns_word_topics WHERE model_id = '${hivevar:model_id}') tw ON e.word = tw.word;

-- A threshold of 1 keeps all: a sum of products of doubles may exceed 1 by its last bits.
INSERT OVERWRITE TABLE dns_scored_results_staging PARTITION (run_id = '${hivevar:run_id}')
SELECT
  r.frame_time, r.unix_tstamp, r.frame_len, r.ip_dst, r.dns_qry_name, r.dns_qry_class, r.dns_qry_type, r.dns_qry_rcode,
  r.word, r.score,
  CAST(r.score_rank AS INT) AS score_rank,
  '${hivevar:model_id}' AS model_id
FROM (
  SELECT
    s.frame_time, s.unix_tstamp, s.frame_len, s.ip_dst, s.dns_qry_name, s.dns_qry_class, s.dns_qry_type,
    s.dns_qry_rcode,
    s.word, s.score,
    -- Ties are broken by the event itself, so that every run and engine ranks alike.
    ROW_NUMBER() OVER (
      ORDER BY
        s.score ASC NULLS LAST,
        s.frame_time ASC NULLS LAST,
        s.unix_tstamp ASC NULLS LAST,
        s.frame_len ASC NULLS LAST,
        s.ip_dst ASC NULLS LAST,
        s.dns_qry_name ASC NULLS LAST,
        s.dns_qry_class ASC NULLS LAST,
        s.dns_qry_type ASC NULLS LAST,
        s.dns_qry_rcode ASC NULLS LAST
    ) AS score_rank
  FROM dns_scoring s
  WHERE s.run_id = '${hivevar:run_id}' AND s.score <= CASE WHEN CAST('${hivevar:threshold}' AS DOUBLE) >= 1 THEN CAST(1.000001 AS DOUBLE) ELSE CAST('${hivevar:threshold}' AS DOUBLE) END
) r
WHERE CAST('${hivevar:max_results}' AS BIGINT) < 0 OR r.score_rank <= CAST('${hivevar:max_results}' AS BIGINT);

INSERT OVERWRITE TABLE dns_invalid_staging PARTITION (run_id = '${hivevar:run_id}')
SELECT
  e.frame_time, e.unix_tstamp, e.frame_len, e.ip_dst, e.ip_src, e.dns_qry_name, e.dns_qry_class, e.dns_qry_type,
  e.dns_qry_rcode, e.dns_a,
  e.h, e.reason, e.field_name, e.field_value
FROM dns_events_${hivevar:vocabulary} e
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
  FROM dns
  WHERE y = ${hivevar:y} AND m = ${hivevar:m} AND d = ${hivevar:d}
  UNION ALL
  SELECT 'scored' AS fate, score
  FROM dns_scoring
  WHERE run_id = '${hivevar:run_id}'
  UNION ALL
  SELECT 'invalid' AS fate, CAST(NULL AS DOUBLE) AS score
  FROM dns_invalid_staging
  WHERE run_id = '${hivevar:run_id}'
  UNION ALL
  SELECT 'kept' AS fate, score
  FROM dns_scored_results_staging
  WHERE run_id = '${hivevar:run_id}'
  UNION ALL
  SELECT 'beyond' AS fate, r.score
  FROM (
    SELECT s.score, ROW_NUMBER() OVER (ORDER BY s.score ASC NULLS LAST) AS score_rank
    FROM dns_scoring s
    WHERE s.run_id = '${hivevar:run_id}' AND s.score <= CASE WHEN CAST('${hivevar:threshold}' AS DOUBLE) >= 1 THEN CAST(1.000001 AS DOUBLE) ELSE CAST('${hivevar:threshold}' AS DOUBLE) END
  ) r
  WHERE CAST('${hivevar:max_results}' AS BIGINT) >= 0 AND r.score_rank > CAST('${hivevar:max_results}' AS BIGINT)
) c;

SELECT sc_require(
  events_in = events_scored + events_invalid AND events_scored = above_threshold + beyond_max_results + kept,
  'the counts of dns on ${hivevar:y}-${hivevar:m}-${hivevar:d} do not add up, nothing was replaced: see score_runs_staging, run_id ${hivevar:run_id}') AS counts_add_up
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
ALTER TABLE dns_invalid
ADD IF NOT EXISTS PARTITION (y = ${hivevar:y}, m = ${hivevar:m}, d = ${hivevar:d})
LOCATION '${hivevar:huser}/sc/dns_invalid_staging/run_id=${hivevar:run_id}';

ALTER TABLE dns_invalid
PARTITION (y = ${hivevar:y}, m = ${hivevar:m}, d = ${hivevar:d})
SET LOCATION '${hivevar:huser}/sc/dns_invalid_staging/run_id=${hivevar:run_id}';

ALTER TABLE score_runs
ADD IF NOT EXISTS PARTITION (source = 'dns', y = ${hivevar:y}, m = ${hivevar:m}, d = ${hivevar:d}, score_method = 'spot')
LOCATION '${hivevar:huser}/sc/score_runs_staging/run_id=${hivevar:run_id}';

ALTER TABLE score_runs
PARTITION (source = 'dns', y = ${hivevar:y}, m = ${hivevar:m}, d = ${hivevar:d}, score_method = 'spot')
SET LOCATION '${hivevar:huser}/sc/score_runs_staging/run_id=${hivevar:run_id}';

ALTER TABLE dns_scored_results
ADD IF NOT EXISTS PARTITION (y = ${hivevar:y}, m = ${hivevar:m}, d = ${hivevar:d}, score_method = 'spot')
LOCATION '${hivevar:huser}/sc/dns_scored_results_staging/run_id=${hivevar:run_id}';

ALTER TABLE dns_scored_results
PARTITION (y = ${hivevar:y}, m = ${hivevar:m}, d = ${hivevar:d}, score_method = 'spot')
SET LOCATION '${hivevar:huser}/sc/dns_scored_results_staging/run_id=${hivevar:run_id}';

-- The staging partitions are only names by now: their tables are external, the files stay. The scratch table's files go.
ALTER TABLE dns_invalid_staging DROP IF EXISTS PARTITION (run_id = '${hivevar:run_id}');
ALTER TABLE score_runs_staging DROP IF EXISTS PARTITION (run_id = '${hivevar:run_id}-probe');
ALTER TABLE score_runs_staging DROP IF EXISTS PARTITION (run_id = '${hivevar:run_id}');
ALTER TABLE dns_scored_results_staging DROP IF EXISTS PARTITION (run_id = '${hivevar:run_id}');
ALTER TABLE dns_scoring DROP IF EXISTS PARTITION (run_id = '${hivevar:run_id}');
