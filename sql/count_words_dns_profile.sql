-- Copyright the Suspicious Connects authors.
-- SPDX-License-Identifier: Apache-2.0
--
-- Simplifies a day's DNS answers to words of method profile and counts them per client; notes for later days who had to do
-- with what. docs/detection.md tells what the words are.
--
-- A client's day has words of three views: each of its answers (event), its answers about one registered domain (pair), its
-- answers NXDOMAIN and all others (fan).
--
-- Reads: dns_profile_items, dns_profile_events (dns, top_domains, user_domains, dns_known), dns_clients of the reference window:
-- the reference_days before the day. Writes the day's partitions of dns_known, dns_clients, dns_pairs, dns_fans, and
-- dns_word_counts of score_method profile, each replaced as a whole. dns_known is replaced first, the words are made with it;
-- a run that stops after that is to be repeated before the day is scored.
-- Variables: dbname; huser; y, m, d, the day (UTC); reference_days, 0 to 60; run_id, milliseconds since 1970, another one for
-- each run.
-- Example: scripts/run_sql.sh sql/count_words_dns_profile.sql --hivevar y=2016 --hivevar m=7 --hivevar d=8
-- run_sql.sh sets dbname, huser, reference_days (14) and run_id; with Beeline itself: beeline -u URL --hivevar dbname=spot --hivevar huser=/user/spot --hivevar reference_days=14 --hivevar run_id=$(date +%s%3N) and the rest.

USE ${hivevar:dbname};

SELECT sc_require(
  REGEXP_EXTRACT('${hivevar:reference_days}', '^[0-9]{1,2}$', 0) <> '' AND CAST('${hivevar:reference_days}' AS INT) <= 60,
  'reference_days has to be a whole number from 0 to 60, not ${hivevar:reference_days}') AS reference_days_is_a_number;

SELECT sc_require(COUNT(*) > 0, 'dns has no events on ${hivevar:y}-${hivevar:m}-${hivevar:d}: load some with scripts/load.sh dns') AS day_has_events
FROM dns
WHERE y = ${hivevar:y} AND m = ${hivevar:m} AND d = ${hivevar:d};

-- A run_id that was used before names a folder that is live by now.
ALTER TABLE dns_word_counts_staging ADD IF NOT EXISTS PARTITION (run_id = '${hivevar:run_id}');

SELECT sc_require(COUNT(*) = 0, 'run_id ${hivevar:run_id} was used before: give each run another one, such as milliseconds since 1970') AS run_id_is_new
FROM dns_word_counts_staging
WHERE run_id = '${hivevar:run_id}';

-- Before anything is replaced.
SELECT sc_require(COUNT(*) > 0, 'no word was counted on ${hivevar:y}-${hivevar:m}-${hivevar:d}: no DNS answer of the day is valid (SELECT field_name, COUNT(*) FROM dns_events_psl GROUP BY field_name)') AS day_has_valid_events
FROM (
  SELECT v.ip_dst
  FROM dns_events_psl v
  WHERE v.y = ${hivevar:y} AND v.m = ${hivevar:m} AND v.d = ${hivevar:d} AND v.field_name IS NULL
  LIMIT 1
) e;

-- What was known before the day: of each item that the day has, how many others met it.
WITH met AS (
  SELECT c.item_kind, c.item, COUNT(DISTINCT c.ip) AS clients
  FROM dns_clients c
  WHERE
    CONCAT(CAST(c.y AS STRING), '-', LPAD(CAST(c.m AS STRING), 2, '0'), '-', LPAD(CAST(c.d AS STRING), 2, '0'))
      < CONCAT('${hivevar:y}-', LPAD('${hivevar:m}', 2, '0'), '-', LPAD('${hivevar:d}', 2, '0'))
    AND CONCAT(CAST(c.y AS STRING), '-', LPAD(CAST(c.m AS STRING), 2, '0'), '-', LPAD(CAST(c.d AS STRING), 2, '0'))
      >= SUBSTR(CAST(DATE_SUB(CAST(CONCAT('${hivevar:y}-', LPAD('${hivevar:m}', 2, '0'), '-', LPAD('${hivevar:d}', 2, '0')) AS DATE), CAST('${hivevar:reference_days}' AS INT)) AS STRING), 1, 10)
  GROUP BY c.item_kind, c.item
),
items AS (
  SELECT 'domain' AS item_kind, e.profile_domain AS item
  FROM dns_profile_items e
  WHERE e.y = ${hivevar:y} AND e.m = ${hivevar:m} AND e.d = ${hivevar:d}
  GROUP BY e.profile_domain
)
INSERT OVERWRITE TABLE dns_known_staging PARTITION (run_id = '${hivevar:run_id}')
SELECT i.item_kind, i.item, n.clients
FROM items i
JOIN met n ON i.item_kind = n.item_kind AND i.item = n.item;

-- Is it where the swaps will look for it? A huser other than that of the tables would empty the day.
ALTER TABLE dns_word_counts_staging
ADD IF NOT EXISTS PARTITION (run_id = '${hivevar:run_id}-probe')
LOCATION '${hivevar:huser}/sc/dns_word_counts_staging/run_id=${hivevar:run_id}';

INSERT OVERWRITE TABLE dns_word_counts_staging PARTITION (run_id = '${hivevar:run_id}')
SELECT 'probe' AS ip, 'probe' AS word, CAST(1 AS BIGINT) AS word_count, 'psl' AS vocabulary;

SELECT sc_require(
  COUNT(*) = 1,
  'huser ${hivevar:huser} is not the one that the tables were created with, nothing was replaced: SHOW CREATE TABLE dns_word_counts tells it') AS huser_fits
FROM dns_word_counts_staging
WHERE run_id = '${hivevar:run_id}-probe';

-- ADD serves the first run of a day, SET LOCATION the others.
ALTER TABLE dns_known
ADD IF NOT EXISTS PARTITION (y = ${hivevar:y}, m = ${hivevar:m}, d = ${hivevar:d})
LOCATION '${hivevar:huser}/sc/dns_known_staging/run_id=${hivevar:run_id}';

ALTER TABLE dns_known
PARTITION (y = ${hivevar:y}, m = ${hivevar:m}, d = ${hivevar:d})
SET LOCATION '${hivevar:huser}/sc/dns_known_staging/run_id=${hivevar:run_id}';

-- The answers. Each is simplified once, for all that follows.
INSERT OVERWRITE TABLE dns_answers PARTITION (run_id = '${hivevar:run_id}')
SELECT
  e.ip_dst AS ip,
  e.profile_domain AS domain,
  e.domain_clients,
  e.profile_name AS name,
  sc_subdomain_length(e.dns_qry_name) AS subdomain_length,
  CASE WHEN e.dns_qry_type NOT IN (1, 28, 12, 5, 65) THEN e.dns_qry_type END AS rare_type,
  CASE WHEN e.dns_qry_rcode = 3 THEN 1 ELSE 0 END AS nxdomain,
  e.fan,
  e.profile_word AS word
FROM dns_profile_events e
WHERE e.y = ${hivevar:y} AND e.m = ${hivevar:m} AND e.d = ${hivevar:d};

INSERT OVERWRITE TABLE dns_clients_staging PARTITION (run_id = '${hivevar:run_id}')
SELECT 'domain' AS item_kind, e.domain AS item, e.ip
FROM dns_answers e
WHERE e.run_id = '${hivevar:run_id}'
GROUP BY e.domain, e.ip;

INSERT OVERWRITE TABLE dns_pairs_staging PARTITION (run_id = '${hivevar:run_id}')
SELECT
  a.ip, a.domain AS item,
  sc_dns_pair_word(a.domain_clients, a.rare_type, a.names, a.longest_subdomain, a.nxdomains, a.answers) AS word
FROM (
  SELECT
    e.ip, e.domain, MAX(e.domain_clients) AS domain_clients, MAX(e.rare_type) AS rare_type, COUNT(DISTINCT e.name) AS names,
    MAX(e.subdomain_length) AS longest_subdomain, COUNT(CASE WHEN e.nxdomain = 1 THEN 1 END) AS nxdomains, COUNT(*) AS answers
  FROM dns_answers e
  WHERE e.run_id = '${hivevar:run_id}'
  GROUP BY e.ip, e.domain
) a;

INSERT OVERWRITE TABLE dns_fans_staging PARTITION (run_id = '${hivevar:run_id}')
SELECT e.ip, e.fan AS item, sc_dns_fan_word(MAX(e.nxdomain), COUNT(DISTINCT e.domain), COUNT(*)) AS word
FROM dns_answers e
WHERE e.run_id = '${hivevar:run_id}'
GROUP BY e.ip, e.fan;

INSERT OVERWRITE TABLE dns_word_counts_staging PARTITION (run_id = '${hivevar:run_id}')
SELECT c.ip, c.word, SUM(c.words) AS word_count, 'psl' AS vocabulary
FROM (
  SELECT e.ip, e.word, CAST(1 AS BIGINT) AS words
  FROM dns_answers e
  WHERE e.run_id = '${hivevar:run_id}'
  UNION ALL
  SELECT p.ip, p.word, CAST(1 AS BIGINT) AS words
  FROM dns_pairs_staging p
  WHERE p.run_id = '${hivevar:run_id}'
  UNION ALL
  SELECT f.ip, f.word, CAST(1 AS BIGINT) AS words
  FROM dns_fans_staging f
  WHERE f.run_id = '${hivevar:run_id}'
) c
GROUP BY c.ip, c.word;

SELECT
  sc_require(COUNT(*) > 0, 'no word was counted on ${hivevar:y}-${hivevar:m}-${hivevar:d}: no DNS answer of the day is valid (SELECT field_name, COUNT(*) FROM dns_events_psl GROUP BY field_name)') AS words_were_counted,
  sc_require(COUNT(word) = COUNT(*), 'a DNS answer of ${hivevar:y}-${hivevar:m}-${hivevar:d} has no word of method profile') AS all_have_words,
  COUNT(*) AS pairs, SUM(word_count) AS words
FROM dns_word_counts_staging
WHERE run_id = '${hivevar:run_id}';

-- The swaps: until here the day's old counts are untouched.
ALTER TABLE dns_clients
ADD IF NOT EXISTS PARTITION (y = ${hivevar:y}, m = ${hivevar:m}, d = ${hivevar:d})
LOCATION '${hivevar:huser}/sc/dns_clients_staging/run_id=${hivevar:run_id}';

ALTER TABLE dns_clients
PARTITION (y = ${hivevar:y}, m = ${hivevar:m}, d = ${hivevar:d})
SET LOCATION '${hivevar:huser}/sc/dns_clients_staging/run_id=${hivevar:run_id}';

ALTER TABLE dns_pairs
ADD IF NOT EXISTS PARTITION (y = ${hivevar:y}, m = ${hivevar:m}, d = ${hivevar:d})
LOCATION '${hivevar:huser}/sc/dns_pairs_staging/run_id=${hivevar:run_id}';

ALTER TABLE dns_pairs
PARTITION (y = ${hivevar:y}, m = ${hivevar:m}, d = ${hivevar:d})
SET LOCATION '${hivevar:huser}/sc/dns_pairs_staging/run_id=${hivevar:run_id}';

ALTER TABLE dns_fans
ADD IF NOT EXISTS PARTITION (y = ${hivevar:y}, m = ${hivevar:m}, d = ${hivevar:d})
LOCATION '${hivevar:huser}/sc/dns_fans_staging/run_id=${hivevar:run_id}';

ALTER TABLE dns_fans
PARTITION (y = ${hivevar:y}, m = ${hivevar:m}, d = ${hivevar:d})
SET LOCATION '${hivevar:huser}/sc/dns_fans_staging/run_id=${hivevar:run_id}';

ALTER TABLE dns_word_counts
ADD IF NOT EXISTS PARTITION (y = ${hivevar:y}, m = ${hivevar:m}, d = ${hivevar:d}, score_method = 'profile')
LOCATION '${hivevar:huser}/sc/dns_word_counts_staging/run_id=${hivevar:run_id}';

ALTER TABLE dns_word_counts
PARTITION (y = ${hivevar:y}, m = ${hivevar:m}, d = ${hivevar:d}, score_method = 'profile')
SET LOCATION '${hivevar:huser}/sc/dns_word_counts_staging/run_id=${hivevar:run_id}';

-- The staging partitions are only names by now: the tables are external, the files stay. The scratch table's files go.
ALTER TABLE dns_word_counts_staging DROP IF EXISTS PARTITION (run_id = '${hivevar:run_id}-probe');
ALTER TABLE dns_word_counts_staging DROP IF EXISTS PARTITION (run_id = '${hivevar:run_id}');
ALTER TABLE dns_known_staging DROP IF EXISTS PARTITION (run_id = '${hivevar:run_id}');
ALTER TABLE dns_clients_staging DROP IF EXISTS PARTITION (run_id = '${hivevar:run_id}');
ALTER TABLE dns_pairs_staging DROP IF EXISTS PARTITION (run_id = '${hivevar:run_id}');
ALTER TABLE dns_fans_staging DROP IF EXISTS PARTITION (run_id = '${hivevar:run_id}');
ALTER TABLE dns_answers DROP IF EXISTS PARTITION (run_id = '${hivevar:run_id}');
