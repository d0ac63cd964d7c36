-- Copyright the Suspicious Connects authors.
-- SPDX-License-Identifier: Apache-2.0
--
-- Simplifies a day's DNS answers to words and counts them per client: the corpus that the topic model is trained on.
-- Reads: dns_events_spot or dns_events_psl (dns, top_domains, user_domains), dns_verdicts (dns_feedback). Writes:
-- dns_word_counts, the day's partition of score_method spot, replaced as a whole.
-- Variables: dbname; huser; y, m, d, the day (UTC); vocabulary, spot or psl; dupfactor, how often a pair of IP and word with
-- verdict 3 is counted on top, 0 to 1000000; run_id, milliseconds since 1970, another one for each run.
-- Example: scripts/run_sql.sh sql/count_words_dns.sql --hivevar y=2016 --hivevar m=7 --hivevar d=8
-- run_sql.sh sets dbname, huser, vocabulary (spot), dupfactor (1000) and run_id; with Beeline itself: beeline -u URL --hivevar dbname=spot --hivevar huser=/user/spot --hivevar vocabulary=spot --hivevar dupfactor=1000 --hivevar run_id=$(date +%s%3N) and the rest.

USE ${hivevar:dbname};

SELECT sc_require('${hivevar:vocabulary}' IN ('spot', 'psl'), 'vocabulary has to be spot or psl') AS vocabulary_is_known;

SELECT sc_require(
  REGEXP_EXTRACT('${hivevar:dupfactor}', '^[0-9]{1,7}$', 0) <> '' AND CAST('${hivevar:dupfactor}' AS BIGINT) <= 1000000,
  'dupfactor has to be a whole number from 0 to 1000000, not ${hivevar:dupfactor}') AS dupfactor_is_a_number;

SELECT sc_require(COUNT(*) > 0, 'dns has no events on ${hivevar:y}-${hivevar:m}-${hivevar:d}: load some with scripts/load.sh dns') AS day_has_events
FROM dns
WHERE y = ${hivevar:y} AND m = ${hivevar:m} AND d = ${hivevar:d};

-- A run_id that was used before names a folder that is live by now.
ALTER TABLE dns_word_counts_staging ADD IF NOT EXISTS PARTITION (run_id = '${hivevar:run_id}');

SELECT sc_require(COUNT(*) = 0, 'run_id ${hivevar:run_id} was used before: give each run another one, such as milliseconds since 1970') AS run_id_is_new
FROM dns_word_counts_staging
WHERE run_id = '${hivevar:run_id}';

-- The verdicts that count on the day, of all that were given up to it: on each pair of IP and word, and on each word at every
-- IP (ip is NULL), the newest.
INSERT OVERWRITE TABLE dns_judged PARTITION (run_id = '${hivevar:run_id}')
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
  FROM dns_verdicts v
  WHERE
    v.problem IS NULL AND v.score_method = 'spot' AND v.vocabulary = '${hivevar:vocabulary}'
    AND v.event_day <= CONCAT('${hivevar:y}-', LPAD('${hivevar:m}', 2, '0'), '-', LPAD('${hivevar:d}', 2, '0'))
    AND (v.expires_on IS NULL OR v.expires_on >= CONCAT('${hivevar:y}-', LPAD('${hivevar:m}', 2, '0'), '-', LPAD('${hivevar:d}', 2, '0')))
    AND (v.feedback_scope <> 'event' OR v.event_day = CONCAT('${hivevar:y}-', LPAD('${hivevar:m}', 2, '0'), '-', LPAD('${hivevar:d}', 2, '0')))
) n
WHERE n.age_rank = 1;

-- A pair with verdict 1 or 2 is left out, one with verdict 3 gets copies. Where both the pair and its word were judged, the
-- newer verdict counts, the pair's if they are of the same time.
INSERT OVERWRITE TABLE dns_word_counts_staging PARTITION (run_id = '${hivevar:run_id}')
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
      SELECT v.ip_dst AS ip, v.word, CAST(1 AS BIGINT) AS events
      FROM dns_events_${hivevar:vocabulary} v
      WHERE v.y = ${hivevar:y} AND v.m = ${hivevar:m} AND v.d = ${hivevar:d} AND v.field_name IS NULL
      -- A pair that is normal is so whether the day has it or not.
      UNION ALL
      SELECT g.ip, g.word, CAST(0 AS BIGINT) AS events
      FROM dns_judged g
      WHERE g.run_id = '${hivevar:run_id}' AND g.ip IS NOT NULL AND g.verdict = 3
    ) e
    GROUP BY e.ip, e.word
  ) c
  LEFT JOIN (
    SELECT ip, word, verdict, given_at
    FROM dns_judged
    WHERE run_id = '${hivevar:run_id}' AND ip IS NOT NULL
  ) p ON c.ip = p.ip AND c.word = p.word
  LEFT JOIN (
    SELECT word, verdict, given_at
    FROM dns_judged
    WHERE run_id = '${hivevar:run_id}' AND ip IS NULL
  ) w ON c.word = w.word
) j
WHERE
  (j.verdict IS NULL OR j.verdict = 3)
  AND (j.word_count > 0 OR (j.pair_counts = 1 AND CAST('${hivevar:dupfactor}' AS BIGINT) > 0));

-- Are there new counts where the swap will look for them? A huser other than that of the tables would empty the day.
ALTER TABLE dns_word_counts_staging
ADD IF NOT EXISTS PARTITION (run_id = '${hivevar:run_id}-probe')
LOCATION '${hivevar:huser}/sc/dns_word_counts_staging/run_id=${hivevar:run_id}';

SELECT sc_require(
  COUNT(*) > 0,
  'no word was counted on ${hivevar:y}-${hivevar:m}-${hivevar:d}, nothing was replaced: either no DNS answer of the day is valid (SELECT field_name, COUNT(*) FROM dns_events_${hivevar:vocabulary} GROUP BY field_name), or verdicts leave all words out (docs/feedback.md), or huser ${hivevar:huser} is not the one that the tables were created with (SHOW CREATE TABLE dns_word_counts)') AS words_were_counted,
  COUNT(*) AS pairs, SUM(word_count) AS words
FROM dns_word_counts_staging
WHERE run_id = '${hivevar:run_id}-probe';

-- The swap: until here the day's old counts are untouched. ADD serves the first run of a day, SET LOCATION the others.
ALTER TABLE dns_word_counts
ADD IF NOT EXISTS PARTITION (y = ${hivevar:y}, m = ${hivevar:m}, d = ${hivevar:d}, score_method = 'spot')
LOCATION '${hivevar:huser}/sc/dns_word_counts_staging/run_id=${hivevar:run_id}';

ALTER TABLE dns_word_counts
PARTITION (y = ${hivevar:y}, m = ${hivevar:m}, d = ${hivevar:d}, score_method = 'spot')
SET LOCATION '${hivevar:huser}/sc/dns_word_counts_staging/run_id=${hivevar:run_id}';

-- The staging partitions are only names by now: the table is external, the files stay. The scratch table's files go.
ALTER TABLE dns_word_counts_staging DROP IF EXISTS PARTITION (run_id = '${hivevar:run_id}-probe');
ALTER TABLE dns_word_counts_staging DROP IF EXISTS PARTITION (run_id = '${hivevar:run_id}');
ALTER TABLE dns_judged DROP IF EXISTS PARTITION (run_id = '${hivevar:run_id}');
