-- Copyright the Suspicious Connects authors.
-- SPDX-License-Identifier: Apache-2.0
--
-- Simplifies a day's requests to words of method profile and counts them per client; notes for later days who had to do with
-- what. docs/detection.md tells what the words are.
--
-- A client's day has words of three views: each of its requests (event), its requests to one host (pair), its requests with one
-- user agent (fan). Regularity of a pair: the median of the gaps between its requests and the median of the gaps' distances
-- from it, both the lower of two in the middle, in seconds, for at least 8 requests.
--
-- Reads: proxy_profile_items, proxy_profile_events (proxy, top_domains, user_domains, proxy_known), proxy_clients of the
-- reference window: the reference_days before the day. Writes the day's partitions of proxy_user_agents, as
-- count_words_proxy.sql does, proxy_known, proxy_clients, proxy_pairs, proxy_fans, and proxy_word_counts of score_method profile,
-- each replaced as a whole. proxy_known is replaced first, the words are made with it; a run that stops after that is to be
-- repeated before the day is scored.
-- Variables: dbname; huser; y, m, d, the day (UTC), m and d with two digits; reference_days, 0 to 60; run_id, milliseconds since
-- 1970, another one for each run.
-- Example: scripts/run_sql.sh sql/count_words_proxy_profile.sql --hivevar y=2016 --hivevar m=07 --hivevar d=08
-- run_sql.sh sets dbname, huser, reference_days (14) and run_id; with Beeline itself: beeline -u URL --hivevar dbname=spot --hivevar huser=/user/spot --hivevar reference_days=14 --hivevar run_id=$(date +%s%3N) and the rest.

USE ${hivevar:dbname};

SELECT sc_require(LENGTH('${hivevar:y}') = 4 AND LENGTH('${hivevar:m}') = 2 AND LENGTH('${hivevar:d}') = 2,
  'the partitions of proxy are text: give y with four digits, m and d with two, such as m=07') AS day_has_its_digits;

SELECT sc_require(
  REGEXP_EXTRACT('${hivevar:reference_days}', '^[0-9]{1,2}$', 0) <> '' AND CAST('${hivevar:reference_days}' AS INT) <= 60,
  'reference_days has to be a whole number from 0 to 60, not ${hivevar:reference_days}') AS reference_days_is_a_number;

SELECT sc_require(COUNT(*) > 0, 'proxy has no events on ${hivevar:y}-${hivevar:m}-${hivevar:d}: load some with scripts/load.sh proxy') AS day_has_events
FROM proxy
WHERE y = '${hivevar:y}' AND m = '${hivevar:m}' AND d = '${hivevar:d}';

-- A run_id that was used before names a folder that is live by now.
ALTER TABLE proxy_user_agents_staging ADD IF NOT EXISTS PARTITION (run_id = '${hivevar:run_id}');

SELECT sc_require(COUNT(*) = 0, 'run_id ${hivevar:run_id} was used before: give each run another one, such as milliseconds since 1970') AS run_id_is_new
FROM proxy_user_agents_staging
WHERE run_id = '${hivevar:run_id}';

-- The user agents first, as count_words_proxy.sql counts them: a valid event has one that was counted.
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

-- What was known before the day: of each item that the day has, how many others met it.
WITH met AS (
  SELECT c.item_kind, c.item, COUNT(DISTINCT c.ip) AS clients
  FROM proxy_clients c
  WHERE
    CONCAT(CAST(c.y AS STRING), '-', LPAD(CAST(c.m AS STRING), 2, '0'), '-', LPAD(CAST(c.d AS STRING), 2, '0'))
      < CONCAT('${hivevar:y}-', LPAD('${hivevar:m}', 2, '0'), '-', LPAD('${hivevar:d}', 2, '0'))
    AND CONCAT(CAST(c.y AS STRING), '-', LPAD(CAST(c.m AS STRING), 2, '0'), '-', LPAD(CAST(c.d AS STRING), 2, '0'))
      >= SUBSTR(CAST(DATE_SUB(CAST(CONCAT('${hivevar:y}-', LPAD('${hivevar:m}', 2, '0'), '-', LPAD('${hivevar:d}', 2, '0')) AS DATE), CAST('${hivevar:reference_days}' AS INT)) AS STRING), 1, 10)
  GROUP BY c.item_kind, c.item
),
items AS (
  SELECT 'host' AS item_kind, e.profile_host AS item
  FROM proxy_profile_items e
  WHERE e.y = '${hivevar:y}' AND e.m = '${hivevar:m}' AND e.d = '${hivevar:d}'
  GROUP BY e.profile_host
  UNION ALL
  SELECT 'agent' AS item_kind, e.profile_agent AS item
  FROM proxy_profile_items e
  WHERE e.y = '${hivevar:y}' AND e.m = '${hivevar:m}' AND e.d = '${hivevar:d}'
  GROUP BY e.profile_agent
)
INSERT OVERWRITE TABLE proxy_known_staging PARTITION (run_id = '${hivevar:run_id}')
SELECT i.item_kind, i.item, n.clients
FROM items i
JOIN met n ON i.item_kind = n.item_kind AND i.item = n.item;

-- Is it where the swaps will look for it? A huser other than that of the tables would empty the day.
ALTER TABLE proxy_word_counts_staging
ADD IF NOT EXISTS PARTITION (run_id = '${hivevar:run_id}-probe')
LOCATION '${hivevar:huser}/sc/proxy_word_counts_staging/run_id=${hivevar:run_id}';

INSERT OVERWRITE TABLE proxy_word_counts_staging PARTITION (run_id = '${hivevar:run_id}')
SELECT 'probe' AS ip, 'probe' AS word, CAST(1 AS BIGINT) AS word_count, 'psl' AS vocabulary;

SELECT sc_require(
  COUNT(*) = 1,
  'huser ${hivevar:huser} is not the one that the tables were created with, nothing was replaced: SHOW CREATE TABLE proxy_word_counts tells it') AS huser_fits
FROM proxy_word_counts_staging
WHERE run_id = '${hivevar:run_id}-probe';

-- ADD serves the first run of a day, SET LOCATION the others.
ALTER TABLE proxy_known
ADD IF NOT EXISTS PARTITION (y = '${hivevar:y}', m = '${hivevar:m}', d = '${hivevar:d}')
LOCATION '${hivevar:huser}/sc/proxy_known_staging/run_id=${hivevar:run_id}';

ALTER TABLE proxy_known
PARTITION (y = '${hivevar:y}', m = '${hivevar:m}', d = '${hivevar:d}')
SET LOCATION '${hivevar:huser}/sc/proxy_known_staging/run_id=${hivevar:run_id}';

-- The requests. Each is simplified once, for all that follows.
INSERT OVERWRITE TABLE proxy_requests PARTITION (run_id = '${hivevar:run_id}')
SELECT
  e.clientip AS ip,
  e.profile_host AS host,
  e.host_clients,
  e.profile_agent AS agent,
  e.agent_clients,
  e.profile_domain AS domain,
  CAST(
    CAST(SUBSTR(e.p_time, 1, 2) AS INT) * 3600 + CAST(SUBSTR(e.p_time, 4, 2) AS INT) * 60 + CAST(SUBSTR(e.p_time, 7, 2) AS INT)
  AS INT) AS day_second,
  CASE WHEN e.csbytes > 0 THEN e.csbytes ELSE 0 END AS csbytes,
  e.profile_word AS word
FROM proxy_profile_events e
WHERE e.y = '${hivevar:y}' AND e.m = '${hivevar:m}' AND e.d = '${hivevar:d}';

INSERT OVERWRITE TABLE proxy_clients_staging PARTITION (run_id = '${hivevar:run_id}')
SELECT c.item_kind, c.item, c.ip
FROM (
  SELECT 'host' AS item_kind, e.host AS item, e.ip
  FROM proxy_requests e
  WHERE e.run_id = '${hivevar:run_id}'
  UNION ALL
  SELECT 'agent' AS item_kind, e.agent AS item, e.ip
  FROM proxy_requests e
  WHERE e.run_id = '${hivevar:run_id}'
) c
GROUP BY c.item_kind, c.item, c.ip;

WITH often AS (
  SELECT e.ip, e.host
  FROM proxy_requests e
  WHERE e.run_id = '${hivevar:run_id}'
  GROUP BY e.ip, e.host
  HAVING COUNT(*) >= 8
),
gaps AS (
  SELECT
    g.ip, g.host, g.gap,
    ROW_NUMBER() OVER (PARTITION BY g.ip, g.host ORDER BY g.gap ASC NULLS LAST) AS place,
    COUNT(*) OVER (PARTITION BY g.ip, g.host) AS gaps
  FROM (
    SELECT
      e.ip, e.host,
      e.day_second - LAG(e.day_second) OVER (PARTITION BY e.ip, e.host ORDER BY e.day_second ASC NULLS LAST) AS gap
    FROM proxy_requests e
    JOIN often o ON e.ip = o.ip AND e.host = o.host
    WHERE e.run_id = '${hivevar:run_id}'
  ) g
  WHERE g.gap IS NOT NULL
),
distances AS (
  SELECT
    s.ip, s.host, s.median_gap, s.distance, s.gaps,
    ROW_NUMBER() OVER (PARTITION BY s.ip, s.host ORDER BY s.distance ASC NULLS LAST) AS place
  FROM (
    SELECT q.ip, q.host, q.median_gap, q.gaps, ABS(q.gap - q.median_gap) AS distance
    FROM (
      SELECT
        p.ip, p.host, p.gap, p.gaps,
        MAX(CASE WHEN p.place = (p.gaps + 1) DIV 2 THEN p.gap END) OVER (PARTITION BY p.ip, p.host) AS median_gap
      FROM gaps p
    ) q
  ) s
),
rhythms AS (
  SELECT
    r.ip, r.host, MAX(r.median_gap) AS median_gap,
    MAX(CASE WHEN r.place = (r.gaps + 1) DIV 2 THEN r.distance END) AS deviation
  FROM distances r
  GROUP BY r.ip, r.host
),
pairs AS (
  SELECT
    e.ip, e.host, MAX(e.host_clients) AS host_clients, MIN(e.agent_clients) AS agent_clients,
    COUNT(*) AS requests, SUM(e.csbytes) AS csbytes
  FROM proxy_requests e
  WHERE e.run_id = '${hivevar:run_id}'
  GROUP BY e.ip, e.host
)
INSERT OVERWRITE TABLE proxy_pairs_staging PARTITION (run_id = '${hivevar:run_id}')
SELECT
  a.ip, a.host AS item,
  sc_proxy_pair_word(
    a.host, a.host_clients, a.agent_clients, a.requests,
    CAST(r.median_gap AS BIGINT), CAST(r.deviation AS BIGINT), a.csbytes) AS word
FROM pairs a
LEFT JOIN rhythms r ON a.ip = r.ip AND a.host = r.host;

INSERT OVERWRITE TABLE proxy_fans_staging PARTITION (run_id = '${hivevar:run_id}')
SELECT e.ip, e.agent AS item, sc_proxy_fan_word(MAX(e.agent_clients), COUNT(DISTINCT e.domain), COUNT(*)) AS word
FROM proxy_requests e
WHERE e.run_id = '${hivevar:run_id}'
GROUP BY e.ip, e.agent;

INSERT OVERWRITE TABLE proxy_word_counts_staging PARTITION (run_id = '${hivevar:run_id}')
SELECT c.ip, c.word, SUM(c.words) AS word_count, 'psl' AS vocabulary
FROM (
  SELECT e.ip, e.word, CAST(1 AS BIGINT) AS words
  FROM proxy_requests e
  WHERE e.run_id = '${hivevar:run_id}'
  UNION ALL
  SELECT p.ip, p.word, CAST(1 AS BIGINT) AS words
  FROM proxy_pairs_staging p
  WHERE p.run_id = '${hivevar:run_id}'
  UNION ALL
  SELECT f.ip, f.word, CAST(1 AS BIGINT) AS words
  FROM proxy_fans_staging f
  WHERE f.run_id = '${hivevar:run_id}'
) c
GROUP BY c.ip, c.word;

SELECT
  sc_require(COUNT(*) > 0, 'no word was counted on ${hivevar:y}-${hivevar:m}-${hivevar:d}: no request of the day is valid (SELECT field_name, COUNT(*) FROM proxy_events_psl GROUP BY field_name)') AS words_were_counted,
  sc_require(COUNT(word) = COUNT(*), 'a request of ${hivevar:y}-${hivevar:m}-${hivevar:d} has no word of method profile') AS all_have_words,
  COUNT(*) AS pairs, SUM(word_count) AS words
FROM proxy_word_counts_staging
WHERE run_id = '${hivevar:run_id}';

-- The swaps: until here the day's old counts are untouched.
ALTER TABLE proxy_clients
ADD IF NOT EXISTS PARTITION (y = ${hivevar:y}, m = ${hivevar:m}, d = ${hivevar:d})
LOCATION '${hivevar:huser}/sc/proxy_clients_staging/run_id=${hivevar:run_id}';

ALTER TABLE proxy_clients
PARTITION (y = ${hivevar:y}, m = ${hivevar:m}, d = ${hivevar:d})
SET LOCATION '${hivevar:huser}/sc/proxy_clients_staging/run_id=${hivevar:run_id}';

ALTER TABLE proxy_pairs
ADD IF NOT EXISTS PARTITION (y = ${hivevar:y}, m = ${hivevar:m}, d = ${hivevar:d})
LOCATION '${hivevar:huser}/sc/proxy_pairs_staging/run_id=${hivevar:run_id}';

ALTER TABLE proxy_pairs
PARTITION (y = ${hivevar:y}, m = ${hivevar:m}, d = ${hivevar:d})
SET LOCATION '${hivevar:huser}/sc/proxy_pairs_staging/run_id=${hivevar:run_id}';

ALTER TABLE proxy_fans
ADD IF NOT EXISTS PARTITION (y = ${hivevar:y}, m = ${hivevar:m}, d = ${hivevar:d})
LOCATION '${hivevar:huser}/sc/proxy_fans_staging/run_id=${hivevar:run_id}';

ALTER TABLE proxy_fans
PARTITION (y = ${hivevar:y}, m = ${hivevar:m}, d = ${hivevar:d})
SET LOCATION '${hivevar:huser}/sc/proxy_fans_staging/run_id=${hivevar:run_id}';

ALTER TABLE proxy_word_counts
ADD IF NOT EXISTS PARTITION (y = ${hivevar:y}, m = ${hivevar:m}, d = ${hivevar:d}, score_method = 'profile')
LOCATION '${hivevar:huser}/sc/proxy_word_counts_staging/run_id=${hivevar:run_id}';

ALTER TABLE proxy_word_counts
PARTITION (y = ${hivevar:y}, m = ${hivevar:m}, d = ${hivevar:d}, score_method = 'profile')
SET LOCATION '${hivevar:huser}/sc/proxy_word_counts_staging/run_id=${hivevar:run_id}';

-- The staging partitions are only names by now: the tables are external, the files stay. The scratch table's files go.
ALTER TABLE proxy_word_counts_staging DROP IF EXISTS PARTITION (run_id = '${hivevar:run_id}-probe');
ALTER TABLE proxy_word_counts_staging DROP IF EXISTS PARTITION (run_id = '${hivevar:run_id}');
ALTER TABLE proxy_known_staging DROP IF EXISTS PARTITION (run_id = '${hivevar:run_id}');
ALTER TABLE proxy_clients_staging DROP IF EXISTS PARTITION (run_id = '${hivevar:run_id}');
ALTER TABLE proxy_pairs_staging DROP IF EXISTS PARTITION (run_id = '${hivevar:run_id}');
ALTER TABLE proxy_fans_staging DROP IF EXISTS PARTITION (run_id = '${hivevar:run_id}');
ALTER TABLE proxy_requests DROP IF EXISTS PARTITION (run_id = '${hivevar:run_id}');
