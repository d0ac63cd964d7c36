-- Copyright the Suspicious Connects authors.
-- SPDX-License-Identifier: Apache-2.0
--
-- Simplifies a day's requests to words and counts them per client: the corpus that the topic model is trained on.
-- Reads: proxy_events_spot or proxy_events_psl (proxy, top_domains, user_domains), proxy_verdicts (proxy_feedback). Writes,
-- each replaced as a whole: the day's partitions of proxy_user_agents and of proxy_word_counts (score_method spot).
-- Variables: dbname; huser; y, m, d, the day (UTC), m and d with two digits; vocabulary, spot or psl; dupfactor, how often a
-- pair of IP and word with verdict 3 is counted on top, 0 to 1000000; run_id, milliseconds since 1970, another one for each
-- run.
-- Example: scripts/run_sql.sh sql/count_words_proxy.sql --hivevar y=2016 --hivevar m=07 --hivevar d=08
-- run_sql.sh sets dbname, huser, vocabulary (spot), dupfactor (1000) and run_id; with Beeline itself: beeline -u URL --hivevar dbname=spot --hivevar huser=/user/spot --hivevar vocabulary=spot --hivevar dupfactor=1000 --hivevar run_id=$(date +%s%3N) and the rest.

USE ${hivevar:dbname};

SELECT sc_require(LENGTH('${hivevar:y}') = 4 AND LENGTH('${hivevar:m}') = 2 AND LENGTH('${hivevar:d}') = 2,
  'the partitions of proxy are text: give y with four digits, m and d with two, such as m=07') AS day_has_its_digits;

SELECT sc_require('${hivevar:vocabulary}' IN ('spot', 'psl'), 'vocabulary has to be spot or psl') AS vocabulary_is_known;

SELECT sc_require(
  REGEXP_EXTRACT('${hivevar:dupfactor}', '^[0-9]{1,7}$', 0) <> '' AND CAST('${hivevar:dupfactor}' AS BIGINT) <= 1000000,
  'dupfactor has to be a whole number from 0 to 1000000, not ${hivevar:dupfactor}') AS dupfactor_is_a_number;

SELECT sc_require(COUNT(*) > 0, 'proxy has no events on ${hivevar:y}-${hivevar:m}-${hivevar:d}: load some with scripts/load.sh proxy') AS day_has_events
FROM proxy
WHERE y = '${hivevar:y}' AND m = '${hivevar:m}' AND d = '${hivevar:d}';

-- A run_id that was used before names a folder that is live by now.
ALTER TABLE proxy_user_agents_staging ADD IF NOT EXISTS PARTITION (run_id = '${hivevar:run_id}');

SELECT sc_require(COUNT(*) = 0, 'run_id ${hivevar:run_id} was used before: give each run another one, such as milliseconds since 1970') AS run_id_is_new
FROM proxy_user_agents_staging
WHERE run_id = '${hivevar:run_id}';

-- The user agents first: their counts are in the words.
INSERT OVERWRITE TABLE proxy_user_agents_staging PARTITION (run_id = '${hivevar:run_id}')
SELECT n.agent AS useragent, COUNT(*) AS requests
FROM (
  SELECT COALESCE(c.useragent, '-') AS agent
  FROM proxy_checked c
  WHERE c.y = '${hivevar:y}' AND c.m = '${hivevar:m}' AND c.d = '${hivevar:d}' AND c.checked_field IS NULL
) n
GROUP BY n.agent;

-- Are there new counts where the swap will look for them? A huser other than that of the tables would empty the day.
ALTER TABLE proxy_user_agents_staging
ADD IF NOT EXISTS PARTITION (run_id = '${hivevar:run_id}-probe')
LOCATION '${hivevar:huser}/sc/proxy_user_agents_staging/run_id=${hivevar:run_id}';

SELECT sc_require(
  COUNT(*) > 0,
  'no user agent was counted on ${hivevar:y}-${hivevar:m}-${hivevar:d}, nothing was replaced: either no request of the day is valid (SELECT checked_field, COUNT(*) FROM proxy_checked GROUP BY checked_field), or huser ${hivevar:huser} is not the one that the tables were created with (SHOW CREATE TABLE proxy_user_agents)') AS user_agents_were_counted
FROM proxy_user_agents_staging
WHERE run_id = '${hivevar:run_id}-probe';

ALTER TABLE proxy_user_agents
ADD IF NOT EXISTS PARTITION (y = '${hivevar:y}', m = '${hivevar:m}', d = '${hivevar:d}')
LOCATION '${hivevar:huser}/sc/proxy_user_agents_staging/run_id=${hivevar:run_id}';

ALTER TABLE proxy_user_agents
PARTITION (y = '${hivevar:y}', m = '${hivevar:m}', d = '${hivevar:d}')
SET LOCATION '${hivevar:huser}/sc/proxy_user_agents_staging/run_id=${hivevar:run_id}';

ALTER TABLE proxy_user_agents_staging DROP IF EXISTS PARTITION (run_id = '${hivevar:run_id}-probe');
ALTER TABLE proxy_user_agents_staging DROP IF EXISTS PARTITION (run_id = '${hivevar:run_id}');

-- The verdicts that count on the day, of all that were given up to it: on each pair of IP and word, and on each word at every
-- IP (ip is NULL), the newest.
INSERT OVERWRITE TABLE proxy_judged PARTITION (run_id = '${hivevar:run_id}')
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
  FROM proxy_verdicts v
  WHERE
    v.problem IS NULL AND v.score_method = 'spot' AND v.vocabulary = '${hivevar:vocabulary}'
    AND v.event_day <= CONCAT('${hivevar:y}-', LPAD('${hivevar:m}', 2, '0'), '-', LPAD('${hivevar:d}', 2, '0'))
    AND (v.expires_on IS NULL OR v.expires_on >= CONCAT('${hivevar:y}-', LPAD('${hivevar:m}', 2, '0'), '-', LPAD('${hivevar:d}', 2, '0')))
    AND (v.feedback_scope <> 'event' OR v.event_day = CONCAT('${hivevar:y}-', LPAD('${hivevar:m}', 2, '0'), '-', LPAD('${hivevar:d}', 2, '0')))
) n
WHERE n.age_rank = 1;

-- A pair with verdict 1 or 2 is left out, one with verdict 3 gets copies. Where both the pair and its word were judged, the
-- newer verdict counts, the pair's if they are of the same time.
INSERT OVERWRITE TABLE proxy_word_counts_staging PARTITION (run_id = '${hivevar:run_id}')
SELECT
  j.ip, j.word,
  j.word_count + CASE WHEN j.verdict = 3 THEN CAST('${hivevar:dupfactor}' AS BIGINT) ELSE CAST(0 AS BIGINT) END AS word_count,
  '${hivevar:vocabulary}' AS vocabulary
FROM (
  SELECT
    c.ip, c.word, c.word_count,
    CASE WHEN p.word IS NULL OR w.given_at > p.given_at THEN w.verdict ELSE p.verdict END AS verdict,
    CASE WHEN p.word IS NULL OR w.given_at > p.given_at THEN 0 ELSE 1 END AS pair_counts
  FROM (
    SELECT e.ip, e.word, SUM(e.events) AS word_count
    FROM (
      SELECT v.clientip AS ip, v.word, CAST(1 AS BIGINT) AS events
      FROM proxy_events_${hivevar:vocabulary} v
      WHERE v.y = '${hivevar:y}' AND v.m = '${hivevar:m}' AND v.d = '${hivevar:d}' AND v.field_name IS NULL
      -- A pair that is normal is so whether the day has it or not.
      UNION ALL
      SELECT g.ip, g.word, CAST(0 AS BIGINT) AS events
      FROM proxy_judged g
      WHERE g.run_id = '${hivevar:run_id}' AND g.ip IS NOT NULL AND g.verdict = 3
    ) e
    GROUP BY e.ip, e.word
  ) c
  LEFT JOIN (
    SELECT ip, word, verdict, given_at
    FROM proxy_judged
    WHERE run_id = '${hivevar:run_id}' AND ip IS NOT NULL
  ) p ON c.ip = p.ip AND c.word = p.word
  LEFT JOIN (
    SELECT word, verdict, given_at
    FROM proxy_judged
    WHERE run_id = '${hivevar:run_id}' AND ip IS NULL
  ) w ON c.word = w.word
) j
WHERE
  (j.verdict IS NULL OR j.verdict = 3)
  AND (j.word_count > 0 OR (j.pair_counts = 1 AND CAST('${hivevar:dupfactor}' AS BIGINT) > 0));

-- Are there new counts where the swap will look for them? A huser other than that of the tables would empty the day.
ALTER TABLE proxy_word_counts_staging
ADD IF NOT EXISTS PARTITION (run_id = '${hivevar:run_id}-probe')
LOCATION '${hivevar:huser}/sc/proxy_word_counts_staging/run_id=${hivevar:run_id}';

SELECT sc_require(
  COUNT(*) > 0,
  'no word was counted on ${hivevar:y}-${hivevar:m}-${hivevar:d}, nothing was replaced: either no request of the day is valid (SELECT field_name, COUNT(*) FROM proxy_events_${hivevar:vocabulary} GROUP BY field_name), or verdicts leave all words out (docs/feedback.md), or huser ${hivevar:huser} is not the one that the tables were created with (SHOW CREATE TABLE proxy_word_counts)') AS words_were_counted,
  COUNT(*) AS pairs, SUM(word_count) AS words
FROM proxy_word_counts_staging
WHERE run_id = '${hivevar:run_id}-probe';

-- The swap: until here the day's old counts are untouched. ADD serves the first run of a day, SET LOCATION the others.
ALTER TABLE proxy_word_counts
ADD IF NOT EXISTS PARTITION (y = ${hivevar:y}, m = ${hivevar:m}, d = ${hivevar:d}, score_method = 'spot')
LOCATION '${hivevar:huser}/sc/proxy_word_counts_staging/run_id=${hivevar:run_id}';

ALTER TABLE proxy_word_counts
PARTITION (y = ${hivevar:y}, m = ${hivevar:m}, d = ${hivevar:d}, score_method = 'spot')
SET LOCATION '${hivevar:huser}/sc/proxy_word_counts_staging/run_id=${hivevar:run_id}';

-- The staging partitions are only names by now: the table is external, the files stay. The scratch table's files go.
ALTER TABLE proxy_word_counts_staging DROP IF EXISTS PARTITION (run_id = '${hivevar:run_id}-probe');
ALTER TABLE proxy_word_counts_staging DROP IF EXISTS PARTITION (run_id = '${hivevar:run_id}');
ALTER TABLE proxy_judged DROP IF EXISTS PARTITION (run_id = '${hivevar:run_id}');
