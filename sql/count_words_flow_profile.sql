-- Copyright the Suspicious Connects authors.
-- SPDX-License-Identifier: Apache-2.0
--
-- Simplifies a day's flows to the words of method profile and counts them per IP; notes for later days who had to do with
-- what. docs/detection.md tells what the words are.
--
-- An IP's day has words of three views: each of its flows (event), its flows with one peer (pair), its flows of one service to
-- internal or external peers (fan). Regularity of a pair: the median of the gaps between its flows and the median of the
-- gaps' distances from it, both the lower of two in the middle, in seconds, for at least 8 flows.
--
-- Reads: flow_profile_events (flow, flow_known), network_context, flow_clients of the reference window: the reference_days
-- before the day. Writes the day's partitions of flow_known, flow_clients, flow_pairs, flow_fans, and flow_word_counts of
-- score_method profile, each replaced as a whole. flow_known is replaced first, the words are made with it; a run that stops
-- after that is to be repeated before the day is scored.
-- Variables: dbname; huser; y, m, d, the day (UTC); reference_days, 0 to 60; run_id, milliseconds since 1970, another one for
-- each run.
-- Example: scripts/run_sql.sh sql/count_words_flow_profile.sql --hivevar y=2016 --hivevar m=7 --hivevar d=8
-- run_sql.sh sets dbname, huser, reference_days (14) and run_id; with Beeline itself: beeline -u URL --hivevar dbname=spot --hivevar huser=/user/spot --hivevar reference_days=14 --hivevar run_id=$(date +%s%3N) and the rest.

USE ${hivevar:dbname};

SELECT sc_require(
  REGEXP_EXTRACT('${hivevar:reference_days}', '^[0-9]{1,2}$', 0) <> '' AND CAST('${hivevar:reference_days}' AS INT) <= 60,
  'reference_days has to be a whole number from 0 to 60, not ${hivevar:reference_days}') AS reference_days_is_a_number;

SELECT sc_require(COUNT(*) > 0, 'flow has no events on ${hivevar:y}-${hivevar:m}-${hivevar:d}: load some with scripts/load.sh flow') AS day_has_events
FROM flow
WHERE y = ${hivevar:y} AND m = ${hivevar:m} AND d = ${hivevar:d};

-- A run_id that was used before names a folder that is live by now.
ALTER TABLE flow_word_counts_staging ADD IF NOT EXISTS PARTITION (run_id = '${hivevar:run_id}');

SELECT sc_require(COUNT(*) = 0, 'run_id ${hivevar:run_id} was used before: give each run another one, such as milliseconds since 1970') AS run_id_is_new
FROM flow_word_counts_staging
WHERE run_id = '${hivevar:run_id}';

-- Before anything is replaced.
SELECT sc_require(COUNT(*) > 0, 'no word was counted on ${hivevar:y}-${hivevar:m}-${hivevar:d}: no flow of the day is valid (SELECT field_name, COUNT(*) FROM flow_events GROUP BY field_name)') AS day_has_valid_events
FROM (
  SELECT v.sip
  FROM flow_events v
  WHERE v.y = ${hivevar:y} AND v.m = ${hivevar:m} AND v.d = ${hivevar:d} AND v.field_name IS NULL
  LIMIT 1
) e;

-- What was known before the day: of each IP that the day has, how many others met it, and whether it is internal; which ports
-- have so many clients that they are a service.
WITH met AS (
  SELECT c.item_kind, c.item, COUNT(DISTINCT c.ip) AS clients
  FROM flow_clients c
  WHERE
    CONCAT(CAST(c.y AS STRING), '-', LPAD(CAST(c.m AS STRING), 2, '0'), '-', LPAD(CAST(c.d AS STRING), 2, '0'))
      < CONCAT('${hivevar:y}-', LPAD('${hivevar:m}', 2, '0'), '-', LPAD('${hivevar:d}', 2, '0'))
    AND CONCAT(CAST(c.y AS STRING), '-', LPAD(CAST(c.m AS STRING), 2, '0'), '-', LPAD(CAST(c.d AS STRING), 2, '0'))
      >= SUBSTR(CAST(DATE_SUB(CAST(CONCAT('${hivevar:y}-', LPAD('${hivevar:m}', 2, '0'), '-', LPAD('${hivevar:d}', 2, '0')) AS DATE), CAST('${hivevar:reference_days}' AS INT)) AS STRING), 1, 10)
  GROUP BY c.item_kind, c.item
),
met_ips AS (
  SELECT item, clients
  FROM met
  WHERE item_kind = 'ip'
),
own_networks AS (
  SELECT cidr, CONCAT('${hivevar:run_id}', SUBSTR(cidr, 1, 0)) AS run_key
  FROM network_context
  WHERE internal
)
INSERT OVERWRITE TABLE flow_known_staging PARTITION (run_id = '${hivevar:run_id}')
SELECT k.item_kind, k.item, k.clients, k.internal
FROM (
  SELECT 'ip' AS item_kind, i.ip AS item, COALESCE(n.clients, CAST(0 AS BIGINT)) AS clients, i.internal
  FROM (
    SELECT e.ip, MAX(CASE WHEN sc_ip_in_cidr(e.ip, o.cidr) THEN 1 ELSE 0 END) AS internal
    FROM (
      SELECT u.ip, CONCAT('${hivevar:run_id}', SUBSTR(u.ip, 1, 0)) AS run_key
      FROM (
        SELECT sip AS ip
        FROM flow
        WHERE y = ${hivevar:y} AND m = ${hivevar:m} AND d = ${hivevar:d}
        UNION ALL
        SELECT dip AS ip
        FROM flow
        WHERE y = ${hivevar:y} AND m = ${hivevar:m} AND d = ${hivevar:d}
      ) u
      WHERE u.ip IS NOT NULL AND u.ip <> ''
      GROUP BY u.ip
    ) e
    LEFT JOIN own_networks o ON e.run_key = o.run_key
    GROUP BY e.ip
  ) i
  LEFT JOIN met_ips n ON i.ip = n.item
  UNION ALL
  SELECT item_kind, item, clients, 0 AS internal
  FROM met
  WHERE item_kind = 'port' AND clients >= 20
) k
WHERE k.clients > 0 OR k.internal = 1;

-- Is it where the swaps will look for it? A huser other than that of the tables would empty the day.
ALTER TABLE flow_word_counts_staging
ADD IF NOT EXISTS PARTITION (run_id = '${hivevar:run_id}-probe')
LOCATION '${hivevar:huser}/sc/flow_word_counts_staging/run_id=${hivevar:run_id}';

INSERT OVERWRITE TABLE flow_word_counts_staging PARTITION (run_id = '${hivevar:run_id}')
SELECT 'probe' AS ip, 'probe' AS word, CAST(1 AS BIGINT) AS word_count, 'spot' AS vocabulary;

SELECT sc_require(
  COUNT(*) = 1,
  'huser ${hivevar:huser} is not the one that the tables were created with, nothing was replaced: SHOW CREATE TABLE flow_word_counts tells it') AS huser_fits
FROM flow_word_counts_staging
WHERE run_id = '${hivevar:run_id}-probe';

-- ADD serves the first run of a day, SET LOCATION the others.
ALTER TABLE flow_known
ADD IF NOT EXISTS PARTITION (y = ${hivevar:y}, m = ${hivevar:m}, d = ${hivevar:d})
LOCATION '${hivevar:huser}/sc/flow_known_staging/run_id=${hivevar:run_id}';

ALTER TABLE flow_known
PARTITION (y = ${hivevar:y}, m = ${hivevar:m}, d = ${hivevar:d})
SET LOCATION '${hivevar:huser}/sc/flow_known_staging/run_id=${hivevar:run_id}';

-- The ends that are documents; of a flow within the own networks both. Each flow is read once, for both.
INSERT OVERWRITE TABLE flow_ends PARTITION (run_id = '${hivevar:run_id}')
SELECT
  CASE WHEN t.is_source = 1 THEN e.sip ELSE e.dip END AS ip,
  CASE WHEN t.is_source = 1 THEN e.dip ELSE e.sip END AS peer,
  CASE WHEN t.is_source = 1 THEN e.dst_internal ELSE e.src_internal END AS peer_internal,
  CASE WHEN t.is_source = 1 THEN e.dst_clients ELSE e.src_clients END AS peer_clients,
  CASE
    WHEN sc_flow_service(e.sport, e.dport, CAST(0 AS BIGINT), CAST(0 AS BIGINT)) = 'dyn'
      THEN CAST(CASE WHEN t.is_source = 1 THEN e.dport ELSE e.sport END AS STRING)
  END AS peer_port,
  e.service,
  CASE WHEN t.is_source = 1 THEN e.src_fan ELSE e.dst_fan END AS fan,
  CAST(e.trhour * 3600 + e.trminute * 60 + e.trsec AS INT) AS day_second,
  -- At most 1 TiB: a few forged ones must not make the sum overflow.
  CASE WHEN e.ibyt > 1099511627776 THEN 1099511627776 ELSE e.ibyt END AS ibyt,
  CASE WHEN t.is_source = 1 THEN e.src_profile_word ELSE e.dst_profile_word END AS word
FROM (
  SELECT
    v.sip, v.dip, v.sport, v.dport, v.trhour, v.trminute, v.trsec, v.ibyt, v.service, v.src_internal, v.dst_internal, v.src_clients,
    v.dst_clients, v.src_document, v.dst_document, v.src_fan, v.dst_fan, v.src_profile_word, v.dst_profile_word,
    CONCAT('${hivevar:run_id}', SUBSTR(v.sip, 1, 0)) AS run_key
  FROM flow_profile_events v
  WHERE v.y = ${hivevar:y} AND v.m = ${hivevar:m} AND v.d = ${hivevar:d}
) e
JOIN (
  SELECT b.is_source, CONCAT('${hivevar:run_id}', SUBSTR(b.name, 1, 0)) AS run_key
  FROM (
    SELECT 1 AS is_source, 'source' AS name
    UNION ALL
    SELECT 0 AS is_source, 'destination' AS name
  ) b
) t ON e.run_key = t.run_key
WHERE (t.is_source = 1 AND e.src_document = 1) OR (t.is_source = 0 AND e.dst_document = 1);

INSERT OVERWRITE TABLE flow_clients_staging PARTITION (run_id = '${hivevar:run_id}')
SELECT c.item_kind, c.item, c.ip
FROM (
  SELECT 'ip' AS item_kind, e.peer AS item, e.ip
  FROM flow_ends e
  WHERE e.run_id = '${hivevar:run_id}'
  UNION ALL
  SELECT 'port' AS item_kind, e.peer_port AS item, e.ip
  FROM flow_ends e
  WHERE e.run_id = '${hivevar:run_id}' AND e.peer_port IS NOT NULL
) c
GROUP BY c.item_kind, c.item, c.ip;

WITH often AS (
  SELECT e.ip, e.peer
  FROM flow_ends e
  WHERE e.run_id = '${hivevar:run_id}'
  GROUP BY e.ip, e.peer
  HAVING COUNT(*) >= 8
),
gaps AS (
  SELECT
    g.ip, g.peer, g.gap,
    ROW_NUMBER() OVER (PARTITION BY g.ip, g.peer ORDER BY g.gap ASC NULLS LAST) AS place,
    COUNT(*) OVER (PARTITION BY g.ip, g.peer) AS gaps
  FROM (
    SELECT
      e.ip, e.peer,
      e.day_second - LAG(e.day_second) OVER (PARTITION BY e.ip, e.peer ORDER BY e.day_second ASC NULLS LAST) AS gap
    FROM flow_ends e
    JOIN often o ON e.ip = o.ip AND e.peer = o.peer
    WHERE e.run_id = '${hivevar:run_id}'
  ) g
  WHERE g.gap IS NOT NULL
),
distances AS (
  SELECT
    s.ip, s.peer, s.median_gap, s.distance, s.gaps,
    ROW_NUMBER() OVER (PARTITION BY s.ip, s.peer ORDER BY s.distance ASC NULLS LAST) AS place
  FROM (
    SELECT q.ip, q.peer, q.median_gap, q.gaps, ABS(q.gap - q.median_gap) AS distance
    FROM (
      SELECT
        p.ip, p.peer, p.gap, p.gaps,
        MAX(CASE WHEN p.place = (p.gaps + 1) DIV 2 THEN p.gap END) OVER (PARTITION BY p.ip, p.peer) AS median_gap
      FROM gaps p
    ) q
  ) s
),
rhythms AS (
  SELECT
    r.ip, r.peer, MAX(r.median_gap) AS median_gap,
    MAX(CASE WHEN r.place = (r.gaps + 1) DIV 2 THEN r.distance END) AS deviation
  FROM distances r
  GROUP BY r.ip, r.peer
),
pairs AS (
  SELECT
    e.ip, e.peer, MAX(e.peer_internal) AS peer_internal, MAX(e.peer_clients) AS peer_clients,
    COUNT(DISTINCT e.service) AS services, COUNT(*) AS flows, SUM(e.ibyt) AS ibyt
  FROM flow_ends e
  WHERE e.run_id = '${hivevar:run_id}'
  GROUP BY e.ip, e.peer
)
INSERT OVERWRITE TABLE flow_pairs_staging PARTITION (run_id = '${hivevar:run_id}')
SELECT
  a.ip, a.peer AS item,
  sc_flow_pair_word(
    a.peer_internal, a.peer_clients, a.services, a.flows,
    CAST(r.median_gap AS BIGINT), CAST(r.deviation AS BIGINT), a.ibyt) AS word
FROM pairs a
LEFT JOIN rhythms r ON a.ip = r.ip AND a.peer = r.peer;

INSERT OVERWRITE TABLE flow_fans_staging PARTITION (run_id = '${hivevar:run_id}')
SELECT e.ip, e.fan AS item, sc_flow_fan_word(COUNT(DISTINCT e.peer), COUNT(*)) AS word
FROM flow_ends e
WHERE e.run_id = '${hivevar:run_id}'
GROUP BY e.ip, e.fan;

INSERT OVERWRITE TABLE flow_word_counts_staging PARTITION (run_id = '${hivevar:run_id}')
SELECT c.ip, c.word, SUM(c.words) AS word_count, 'spot' AS vocabulary
FROM (
  SELECT e.ip, e.word, CAST(1 AS BIGINT) AS words
  FROM flow_ends e
  WHERE e.run_id = '${hivevar:run_id}'
  UNION ALL
  SELECT p.ip, p.word, CAST(1 AS BIGINT) AS words
  FROM flow_pairs_staging p
  WHERE p.run_id = '${hivevar:run_id}'
  UNION ALL
  SELECT f.ip, f.word, CAST(1 AS BIGINT) AS words
  FROM flow_fans_staging f
  WHERE f.run_id = '${hivevar:run_id}'
) c
GROUP BY c.ip, c.word;

SELECT
  sc_require(COUNT(*) > 0, 'no word was counted on ${hivevar:y}-${hivevar:m}-${hivevar:d}: no flow of the day is valid (SELECT field_name, COUNT(*) FROM flow_events GROUP BY field_name)') AS words_were_counted,
  sc_require(COUNT(word) = COUNT(*), 'a flow of ${hivevar:y}-${hivevar:m}-${hivevar:d} has no word of method profile') AS all_have_words,
  COUNT(*) AS pairs, SUM(word_count) AS words
FROM flow_word_counts_staging
WHERE run_id = '${hivevar:run_id}';

-- The swaps: until here the day's old counts are untouched.
ALTER TABLE flow_clients
ADD IF NOT EXISTS PARTITION (y = ${hivevar:y}, m = ${hivevar:m}, d = ${hivevar:d})
LOCATION '${hivevar:huser}/sc/flow_clients_staging/run_id=${hivevar:run_id}';

ALTER TABLE flow_clients
PARTITION (y = ${hivevar:y}, m = ${hivevar:m}, d = ${hivevar:d})
SET LOCATION '${hivevar:huser}/sc/flow_clients_staging/run_id=${hivevar:run_id}';

ALTER TABLE flow_pairs
ADD IF NOT EXISTS PARTITION (y = ${hivevar:y}, m = ${hivevar:m}, d = ${hivevar:d})
LOCATION '${hivevar:huser}/sc/flow_pairs_staging/run_id=${hivevar:run_id}';

ALTER TABLE flow_pairs
PARTITION (y = ${hivevar:y}, m = ${hivevar:m}, d = ${hivevar:d})
SET LOCATION '${hivevar:huser}/sc/flow_pairs_staging/run_id=${hivevar:run_id}';

ALTER TABLE flow_fans
ADD IF NOT EXISTS PARTITION (y = ${hivevar:y}, m = ${hivevar:m}, d = ${hivevar:d})
LOCATION '${hivevar:huser}/sc/flow_fans_staging/run_id=${hivevar:run_id}';

ALTER TABLE flow_fans
PARTITION (y = ${hivevar:y}, m = ${hivevar:m}, d = ${hivevar:d})
SET LOCATION '${hivevar:huser}/sc/flow_fans_staging/run_id=${hivevar:run_id}';

ALTER TABLE flow_word_counts
ADD IF NOT EXISTS PARTITION (y = ${hivevar:y}, m = ${hivevar:m}, d = ${hivevar:d}, score_method = 'profile')
LOCATION '${hivevar:huser}/sc/flow_word_counts_staging/run_id=${hivevar:run_id}';

ALTER TABLE flow_word_counts
PARTITION (y = ${hivevar:y}, m = ${hivevar:m}, d = ${hivevar:d}, score_method = 'profile')
SET LOCATION '${hivevar:huser}/sc/flow_word_counts_staging/run_id=${hivevar:run_id}';

-- The staging partitions are only names by now: the tables are external, the files stay. The scratch table's files go.
ALTER TABLE flow_word_counts_staging DROP IF EXISTS PARTITION (run_id = '${hivevar:run_id}-probe');
ALTER TABLE flow_word_counts_staging DROP IF EXISTS PARTITION (run_id = '${hivevar:run_id}');
ALTER TABLE flow_known_staging DROP IF EXISTS PARTITION (run_id = '${hivevar:run_id}');
ALTER TABLE flow_clients_staging DROP IF EXISTS PARTITION (run_id = '${hivevar:run_id}');
ALTER TABLE flow_pairs_staging DROP IF EXISTS PARTITION (run_id = '${hivevar:run_id}');
ALTER TABLE flow_fans_staging DROP IF EXISTS PARTITION (run_id = '${hivevar:run_id}');
ALTER TABLE flow_ends DROP IF EXISTS PARTITION (run_id = '${hivevar:run_id}');
