-- Copyright the Suspicious Connects authors.
-- SPDX-License-Identifier: Apache-2.0
--
-- Scores every request of a day with a topic model and keeps the most suspicious ones.
--
-- score = the probability of the event's word at the client: the sum over topics of P(word | topic) * P(topic | ip), 0 to 1.
-- An IP or word that the model does not know has probability 0.
--
-- Reads: proxy_events_spot or proxy_events_psl (proxy, proxy_user_agents, top_domains, user_domains), proxy_topic_mix, proxy_word_topics,
-- model_runs. Writes, each replaced as a whole and only after all is computed: the day's partitions of proxy_invalid,
-- score_runs and proxy_scored_results (score_method spot).
-- Variables: dbname; huser; y, m, d, the day (UTC), m and d with two digits; vocabulary, spot or psl, that of the model; model_id, one of
-- SELECT * FROM current_models; threshold, keep scores up to it (1 = all); max_results, keep that many (-1 = all); run_id,
-- milliseconds since 1970, another one for each run.
-- Example: scripts/sandbox.sh beeline -f sql/score_proxy.sql --hivevar y=2016 --hivevar m=07 --hivevar d=08 --hivevar model_id=0123456789abcdef --hivevar threshold=1 --hivevar max_results=3000 --hivevar run_id=$(date +%s%3N)
-- The sandbox sets dbname, huser and vocabulary (spot); on a cluster: beeline -u URL --hivevar dbname=spot --hivevar huser=/user/spot --hivevar vocabulary=spot and the rest.

USE ${hivevar:dbname};

-- What must hold before anything is written.
SELECT sc_require(LENGTH('${hivevar:y}') = 4 AND LENGTH('${hivevar:m}') = 2 AND LENGTH('${hivevar:d}') = 2,
  'the partitions of proxy are text: give y with four digits, m and d with two, such as m=07') AS day_has_its_digits;

SELECT sc_require('${hivevar:vocabulary}' IN ('spot', 'psl'), 'vocabulary has to be spot or psl') AS vocabulary_is_known;

SELECT sc_require(COUNT(*) > 0, 'proxy has no events on ${hivevar:y}-${hivevar:m}-${hivevar:d}: load some with scripts/load.sh proxy') AS day_has_events
FROM proxy
WHERE y = '${hivevar:y}' AND m = '${hivevar:m}' AND d = '${hivevar:d}';

SELECT sc_require(
  COUNT(CASE WHEN n.side = 'event' THEN 1 END) = COALESCE(SUM(n.requests), 0),
  'the user agents of ${hivevar:y}-${hivevar:m}-${hivevar:d} were not counted, or events were loaded since: run sql/count_words_proxy.sql for that day first') AS user_agents_were_counted
FROM (
  SELECT 'event' AS side, CAST(0 AS BIGINT) AS requests
  FROM proxy_checked c
  WHERE c.y = '${hivevar:y}' AND c.m = '${hivevar:m}' AND c.d = '${hivevar:d}' AND c.checked_field IS NULL
  UNION ALL
  SELECT 'agent' AS side, a.requests
  FROM proxy_user_agents a
  WHERE a.y = '${hivevar:y}' AND a.m = '${hivevar:m}' AND a.d = '${hivevar:d}'
) n;

SELECT sc_require(COUNT(*) = 1, 'there is no proxy model ${hivevar:model_id} of method spot and vocabulary ${hivevar:vocabulary}: SELECT * FROM model_runs lists the models') AS model_fits
FROM model_runs
WHERE model_id = '${hivevar:model_id}' AND source = 'proxy' AND score_method = 'spot' AND vocabulary = '${hivevar:vocabulary}';

SELECT sc_require(CAST('${hivevar:threshold}' AS DOUBLE) IS NOT NULL AND CAST('${hivevar:max_results}' AS BIGINT) IS NOT NULL,
  'threshold and max_results have to be numbers') AS limits_are_numbers;

-- A run_id that was used before names folders that are live by now.
ALTER TABLE score_runs_staging ADD IF NOT EXISTS PARTITION (run_id = '${hivevar:run_id}');

SELECT sc_require(COUNT(*) = 0, 'run_id ${hivevar:run_id} was used before: give each run another one, such as milliseconds since 1970') AS run_id_is_new
FROM score_runs_staging
WHERE run_id = '${hivevar:run_id}';

INSERT OVERWRITE TABLE proxy_scoring PARTITION (run_id = '${hivevar:run_id}')
SELECT
  e.p_date, e.p_time, e.clientip, e.host, e.reqmethod, e.useragent, e.resconttype, e.duration, e.username, e.webcat,
  e.referer, e.respcode, e.uriport, e.uripath, e.uriquery, e.serverip, e.scbytes, e.csbytes, e.fulluri,
  e.word,
  CASE WHEN tm.ip IS NULL OR tw.word IS NULL THEN CAST(0 AS DOUBLE) ELSE sc_score(tm.topic_mix, tw.topic_probs) END AS score
FROM (
  SELECT
    f.p_date, f.p_time, f.clientip, f.host, f.reqmethod, f.useragent, f.resconttype, f.duration, f.username, f.webcat,
    f.referer, f.respcode, f.uriport, f.uripath, f.uriquery, f.serverip, f.scbytes, f.csbytes, f.fulluri,
    f.word
  FROM proxy_events_${hivevar:vocabulary} f
  WHERE f.y = '${hivevar:y}' AND f.m = '${hivevar:m}' AND f.d = '${hivevar:d}' AND f.field_name IS NULL
) e
LEFT JOIN (SELECT ip, topic_mix FROM proxy_topic_mix WHERE model_id = '${hivevar:model_id}') tm ON e.clientip = tm.ip
LEFT JOIN (SELECT word, topic_probs FROM proxy_word_topics WHERE model_id = '${hivevar:model_id}') tw ON e.word = tw.word;

-- A threshold of 1 keeps all: a sum of products of doubles may exceed 1 by its last bits.
INSERT OVERWRITE TABLE proxy_scored_results_staging PARTITION (run_id = '${hivevar:run_id}')
SELECT
  r.p_date, r.p_time, r.clientip, r.host, r.reqmethod, r.useragent, r.resconttype, r.duration, r.username, r.webcat,
  r.referer, r.respcode, r.uriport, r.uripath, r.uriquery, r.serverip, r.scbytes, r.csbytes, r.fulluri,
  r.word, r.score,
  CAST(r.score_rank AS INT) AS score_rank,
  '${hivevar:model_id}' AS model_id
FROM (
  SELECT
    s.p_date, s.p_time, s.clientip, s.host, s.reqmethod, s.useragent, s.resconttype, s.duration, s.username, s.webcat,
    s.referer, s.respcode, s.uriport, s.uripath, s.uriquery, s.serverip, s.scbytes, s.csbytes, s.fulluri,
    s.word, s.score,
    -- Ties are broken by the event itself, so that every run and engine ranks alike.
    ROW_NUMBER() OVER (
      ORDER BY
        s.score ASC NULLS LAST,
        s.p_date ASC NULLS LAST,
        s.p_time ASC NULLS LAST,
        s.clientip ASC NULLS LAST,
        s.host ASC NULLS LAST,
        s.reqmethod ASC NULLS LAST,
        s.fulluri ASC NULLS LAST,
        s.useragent ASC NULLS LAST,
        s.resconttype ASC NULLS LAST,
        s.respcode ASC NULLS LAST,
        s.duration ASC NULLS LAST,
        s.scbytes ASC NULLS LAST,
        s.csbytes ASC NULLS LAST,
        s.username ASC NULLS LAST,
        s.webcat ASC NULLS LAST,
        s.referer ASC NULLS LAST,
        s.uriport ASC NULLS LAST,
        s.uripath ASC NULLS LAST,
        s.uriquery ASC NULLS LAST,
        s.serverip ASC NULLS LAST
    ) AS score_rank
  FROM proxy_scoring s
  WHERE s.run_id = '${hivevar:run_id}' AND s.score <= CASE WHEN CAST('${hivevar:threshold}' AS DOUBLE) >= 1 THEN CAST(1.000001 AS DOUBLE) ELSE CAST('${hivevar:threshold}' AS DOUBLE) END
) r
WHERE CAST('${hivevar:max_results}' AS BIGINT) < 0 OR r.score_rank <= CAST('${hivevar:max_results}' AS BIGINT);

INSERT OVERWRITE TABLE proxy_invalid_staging PARTITION (run_id = '${hivevar:run_id}')
SELECT
  e.p_date, e.p_time, e.clientip, e.host, e.reqmethod, e.useragent, e.resconttype, e.duration, e.username,
  e.authgroup, e.exceptionid, e.filterresult, e.webcat, e.referer, e.respcode, e.action, e.urischeme, e.uriport,
  e.uripath, e.uriquery, e.uriextension, e.serverip, e.scbytes, e.csbytes, e.virusid, e.bcappname, e.bcappoper,
  e.fulluri,
  e.h, e.reason, e.field_name, e.field_value
FROM proxy_events_${hivevar:vocabulary} e
WHERE e.y = '${hivevar:y}' AND e.m = '${hivevar:m}' AND e.d = '${hivevar:d}' AND e.field_name IS NOT NULL;

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
  FROM proxy
  WHERE y = '${hivevar:y}' AND m = '${hivevar:m}' AND d = '${hivevar:d}'
  UNION ALL
  SELECT 'scored' AS fate, score
  FROM proxy_scoring
  WHERE run_id = '${hivevar:run_id}'
  UNION ALL
  SELECT 'invalid' AS fate, CAST(NULL AS DOUBLE) AS score
  FROM proxy_invalid_staging
  WHERE run_id = '${hivevar:run_id}'
  UNION ALL
  SELECT 'kept' AS fate, score
  FROM proxy_scored_results_staging
  WHERE run_id = '${hivevar:run_id}'
  UNION ALL
  SELECT 'beyond' AS fate, r.score
  FROM (
    SELECT s.score, ROW_NUMBER() OVER (ORDER BY s.score ASC NULLS LAST) AS score_rank
    FROM proxy_scoring s
    WHERE s.run_id = '${hivevar:run_id}' AND s.score <= CASE WHEN CAST('${hivevar:threshold}' AS DOUBLE) >= 1 THEN CAST(1.000001 AS DOUBLE) ELSE CAST('${hivevar:threshold}' AS DOUBLE) END
  ) r
  WHERE CAST('${hivevar:max_results}' AS BIGINT) >= 0 AND r.score_rank > CAST('${hivevar:max_results}' AS BIGINT)
) c;

SELECT sc_require(
  events_in = events_scored + events_invalid AND events_scored = above_threshold + beyond_max_results + kept,
  'the counts of proxy on ${hivevar:y}-${hivevar:m}-${hivevar:d} do not add up, nothing was replaced: see score_runs_staging, run_id ${hivevar:run_id}') AS counts_add_up
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
ALTER TABLE proxy_invalid
ADD IF NOT EXISTS PARTITION (y = ${hivevar:y}, m = ${hivevar:m}, d = ${hivevar:d})
LOCATION '${hivevar:huser}/sc/proxy_invalid_staging/run_id=${hivevar:run_id}';

ALTER TABLE proxy_invalid
PARTITION (y = ${hivevar:y}, m = ${hivevar:m}, d = ${hivevar:d})
SET LOCATION '${hivevar:huser}/sc/proxy_invalid_staging/run_id=${hivevar:run_id}';

ALTER TABLE score_runs
ADD IF NOT EXISTS PARTITION (source = 'proxy', y = ${hivevar:y}, m = ${hivevar:m}, d = ${hivevar:d}, score_method = 'spot')
LOCATION '${hivevar:huser}/sc/score_runs_staging/run_id=${hivevar:run_id}';

ALTER TABLE score_runs
PARTITION (source = 'proxy', y = ${hivevar:y}, m = ${hivevar:m}, d = ${hivevar:d}, score_method = 'spot')
SET LOCATION '${hivevar:huser}/sc/score_runs_staging/run_id=${hivevar:run_id}';

ALTER TABLE proxy_scored_results
ADD IF NOT EXISTS PARTITION (y = ${hivevar:y}, m = ${hivevar:m}, d = ${hivevar:d}, score_method = 'spot')
LOCATION '${hivevar:huser}/sc/proxy_scored_results_staging/run_id=${hivevar:run_id}';

ALTER TABLE proxy_scored_results
PARTITION (y = ${hivevar:y}, m = ${hivevar:m}, d = ${hivevar:d}, score_method = 'spot')
SET LOCATION '${hivevar:huser}/sc/proxy_scored_results_staging/run_id=${hivevar:run_id}';

-- The staging partitions are only names by now: their tables are external, the files stay. The scratch table's files go.
ALTER TABLE proxy_invalid_staging DROP IF EXISTS PARTITION (run_id = '${hivevar:run_id}');
ALTER TABLE score_runs_staging DROP IF EXISTS PARTITION (run_id = '${hivevar:run_id}-probe');
ALTER TABLE score_runs_staging DROP IF EXISTS PARTITION (run_id = '${hivevar:run_id}');
ALTER TABLE proxy_scored_results_staging DROP IF EXISTS PARTITION (run_id = '${hivevar:run_id}');
ALTER TABLE proxy_scoring DROP IF EXISTS PARTITION (run_id = '${hivevar:run_id}');
