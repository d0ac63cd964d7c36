-- Copyright the Suspicious Connects authors.
-- SPDX-License-Identifier: Apache-2.0
--
-- Simplifies a day's requests to words and counts them per client: the corpus that the topic model is trained on.
-- Reads: proxy_events_spot or proxy_events_psl (proxy, top_domains, user_domains). Writes, each replaced as a whole:
-- the day's partitions of proxy_user_agents and of proxy_word_counts (score_method spot).
-- Variables: dbname; huser; y, m, d, the day (UTC), m and d with two digits; vocabulary, spot or psl; run_id, milliseconds since 1970,
-- another one for each run.
-- Example: scripts/run_sql.sh sql/count_words_proxy.sql --hivevar y=2016 --hivevar m=07 --hivevar d=08
-- run_sql.sh sets dbname, huser, vocabulary (spot) and run_id; with Beeline itself: beeline -u URL --hivevar dbname=spot --hivevar huser=/user/spot --hivevar vocabulary=spot --hivevar run_id=$(date +%s%3N) and the rest.

USE ${hivevar:dbname};

SELECT sc_require(LENGTH('${hivevar:y}') = 4 AND LENGTH('${hivevar:m}') = 2 AND LENGTH('${hivevar:d}') = 2,
  'the partitions of proxy are text: give y with four digits, m and d with two, such as m=07') AS day_has_its_digits;

SELECT sc_require('${hivevar:vocabulary}' IN ('spot', 'psl'), 'vocabulary has to be spot or psl') AS vocabulary_is_known;

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

INSERT OVERWRITE TABLE proxy_word_counts_staging PARTITION (run_id = '${hivevar:run_id}')
SELECT e.clientip AS ip, e.word, COUNT(*) AS word_count, '${hivevar:vocabulary}' AS vocabulary
FROM proxy_events_${hivevar:vocabulary} e
WHERE e.y = '${hivevar:y}' AND e.m = '${hivevar:m}' AND e.d = '${hivevar:d}' AND e.field_name IS NULL
GROUP BY e.clientip, e.word;

-- Are there new counts where the swap will look for them? A huser other than that of the tables would empty the day.
ALTER TABLE proxy_word_counts_staging
ADD IF NOT EXISTS PARTITION (run_id = '${hivevar:run_id}-probe')
LOCATION '${hivevar:huser}/sc/proxy_word_counts_staging/run_id=${hivevar:run_id}';

SELECT sc_require(
  COUNT(*) > 0,
  'no word was counted on ${hivevar:y}-${hivevar:m}-${hivevar:d}, nothing was replaced: either no request of the day is valid (SELECT field_name, COUNT(*) FROM proxy_events_${hivevar:vocabulary} GROUP BY field_name), or huser ${hivevar:huser} is not the one that the tables were created with (SHOW CREATE TABLE proxy_word_counts)') AS words_were_counted
FROM proxy_word_counts_staging
WHERE run_id = '${hivevar:run_id}-probe';

-- The swap: until here the day's old counts are untouched. ADD serves the first run of a day, SET LOCATION the others.
ALTER TABLE proxy_word_counts
ADD IF NOT EXISTS PARTITION (y = ${hivevar:y}, m = ${hivevar:m}, d = ${hivevar:d}, score_method = 'spot')
LOCATION '${hivevar:huser}/sc/proxy_word_counts_staging/run_id=${hivevar:run_id}';

ALTER TABLE proxy_word_counts
PARTITION (y = ${hivevar:y}, m = ${hivevar:m}, d = ${hivevar:d}, score_method = 'spot')
SET LOCATION '${hivevar:huser}/sc/proxy_word_counts_staging/run_id=${hivevar:run_id}';

-- The staging partitions are only names by now: the table is external, the files stay.
ALTER TABLE proxy_word_counts_staging DROP IF EXISTS PARTITION (run_id = '${hivevar:run_id}-probe');
ALTER TABLE proxy_word_counts_staging DROP IF EXISTS PARTITION (run_id = '${hivevar:run_id}');
