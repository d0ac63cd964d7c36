-- Copyright the Suspicious Connects authors.
-- SPDX-License-Identifier: Apache-2.0
--
-- Publishes a day's most suspicious flows in the tables that Apache Spot's front end reads, enriched, with what happened around
-- them, and says why each is suspicious (docs/analytics.md).
--
-- Reads: flow, flow_events (flow), flow_scored_results, score_runs, flow_word_counts, flow_topic_mix, flow_word_topics,
-- flow_topic_names (flow_topics, flow_topic_top_words), model_runs, network_context, geoip_networks, threat_intelligence.
-- Writes, each replaced as a whole and only after all is computed: the day's partitions of flow_scores, flow_edge, flow_chords,
-- flow_ingest_summary and flow_explanations.
-- Variables: dbname; huser; y, m, d, the day (UTC); score_method, spot or profile, whose results are published; limit_rows, how
-- many of them, of method profile how many groups, each by its first row; run_id, milliseconds since 1970, another one for
-- each run.
-- Example: scripts/run_sql.sh sql/oa_flow.sql --hivevar y=2016 --hivevar m=7 --hivevar d=8 --hivevar score_method=spot --hivevar limit_rows=300
-- run_sql.sh sets dbname, huser, score_method (spot) and run_id; with Beeline itself: beeline -u URL --hivevar dbname=spot --hivevar huser=/user/spot --hivevar run_id=$(date +%s%3N) and the rest.

USE ${hivevar:dbname};

-- What must hold before anything is written.
SELECT sc_require(COUNT(*) > 0, 'flow has no events on ${hivevar:y}-${hivevar:m}-${hivevar:d}: load some with scripts/load.sh flow') AS day_has_events
FROM flow
WHERE y = ${hivevar:y} AND m = ${hivevar:m} AND d = ${hivevar:d};

SELECT sc_require(COUNT(*) > 0, 'flow on ${hivevar:y}-${hivevar:m}-${hivevar:d} was not scored by method ${hivevar:score_method}: run sql/score_flow.sql, for method profile sql/score_flow_profile.sql') AS day_is_scored
FROM score_runs
WHERE source = 'flow' AND y = ${hivevar:y} AND m = ${hivevar:m} AND d = ${hivevar:d} AND score_method = '${hivevar:score_method}';

SELECT sc_require(CAST('${hivevar:limit_rows}' AS BIGINT) IS NOT NULL, 'limit_rows has to be a number') AS limit_is_a_number;

-- A run_id that was used before names folders that are live by now.
ALTER TABLE flow_ingest_summary_staging ADD IF NOT EXISTS PARTITION (run_id = '${hivevar:run_id}');

SELECT sc_require(COUNT(*) = 0, 'run_id ${hivevar:run_id} was used before: give each run another one, such as milliseconds since 1970') AS run_id_is_new
FROM flow_ingest_summary_staging
WHERE run_id = '${hivevar:run_id}';

-- What is published, found once. The front end orders by ml_score, a FLOAT: each is the float nearest to the score, or, where
-- that is not above the one of the rank before, the next float above it.
INSERT OVERWRITE TABLE flow_suspicious PARTITION (run_id = '${hivevar:run_id}')
SELECT
  k.treceived, k.tryear, k.trmonth, k.trday, k.trhour, k.trminute, k.trsec, k.tdur, k.sip, k.dip, k.sport, k.dport,
  k.proto, k.ipkt, k.ibyt, k.opkt, k.obyt, k.src_word, k.dst_word, k.score,
  k.score_rank, k.model_id, k.score_view, k.group_id, k.group_size, k.expected, k.log_p, k.rows_listed,
  sc_float_at(MAX(k.float_position - k.list_rank) OVER (ORDER BY k.list_rank ASC NULLS LAST) + k.list_rank) AS ml_score
FROM (
  SELECT r.*, CAST(ROW_NUMBER() OVER (ORDER BY r.score_rank ASC NULLS LAST) AS BIGINT) AS list_rank
  FROM (
    SELECT
      s.*,
      sc_float_position(s.score) AS float_position,
      ROW_NUMBER() OVER (PARTITION BY COALESCE(s.group_id, CAST(s.score_rank AS STRING)) ORDER BY s.score_rank ASC NULLS LAST) AS group_row,
      COUNT(*) OVER (PARTITION BY COALESCE(s.group_id, CAST(s.score_rank AS STRING))) AS rows_listed
    FROM flow_scored_results s
    WHERE s.y = ${hivevar:y} AND s.m = ${hivevar:m} AND s.d = ${hivevar:d} AND s.score_method = '${hivevar:score_method}' AND s.score_rank IS NOT NULL
  ) r
  WHERE r.group_row = 1
) k
WHERE k.list_rank <= CAST('${hivevar:limit_rows}' AS BIGINT);

-- The addresses: both ends of each flow. Each with the networks that it lies
-- in, of the lengths that occur: joins by equality find all ranges that hold it. Length -1 keeps an address that lies in none.
WITH addresses AS (
  SELECT a.ip, CONCAT('${hivevar:run_id}', SUBSTR(a.ip, 1, 0)) AS run_key
  FROM (
    SELECT sip AS ip
    FROM flow_suspicious
    WHERE run_id = '${hivevar:run_id}'
    UNION ALL
    SELECT dip AS ip
    FROM flow_suspicious
    WHERE run_id = '${hivevar:run_id}'
  ) a
  WHERE a.ip IS NOT NULL
  GROUP BY a.ip
),
lengths AS (
  SELECT l.prefix_length, CONCAT('${hivevar:run_id}', SUBSTR(CAST(l.prefix_length AS STRING), 1, 0)) AS run_key
  FROM (
    SELECT prefix_length
    FROM known_prefix_lengths
    UNION ALL
    SELECT -1 AS prefix_length
  ) l
)
INSERT OVERWRITE TABLE address_networks PARTITION (run_id = '${hivevar:run_id}')
SELECT n.ip, n.network, n.prefix_length
FROM (
  SELECT a.ip, sc_ip_network(a.ip, l.prefix_length) AS network, l.prefix_length
  FROM addresses a
  JOIN lengths l ON a.run_key = l.run_key
) n
WHERE n.network IS NOT NULL OR n.prefix_length = -1;

-- What is known of the addresses: of several ranges the most specific, of several indicators the most serious.
WITH networks AS (
  SELECT ip, network, prefix_length
  FROM address_networks
  WHERE run_id = '${hivevar:run_id}' AND network IS NOT NULL
),
own AS (
  SELECT
    a.ip, n.name, n.internal,
    ROW_NUMBER() OVER (PARTITION BY a.ip ORDER BY a.prefix_length DESC NULLS LAST, n.internal DESC NULLS LAST, n.name ASC NULLS LAST) AS choice
  FROM networks a
  JOIN own_networks n ON a.network = n.network
),
located AS (
  SELECT
    a.ip, g.database_kind, g.country, g.city, g.as_name,
    ROW_NUMBER() OVER (
      PARTITION BY a.ip, g.database_kind
      ORDER BY a.prefix_length DESC NULLS LAST, g.country ASC NULLS LAST, g.city ASC NULLS LAST, g.as_name ASC NULLS LAST
    ) AS choice
  FROM networks a
  JOIN located_networks g ON a.network = g.network
),
placed AS (
  SELECT
    ip,
    MAX(CASE WHEN database_kind = 'city' THEN COALESCE(CONCAT(country, ';', city), country) END) AS city_place,
    MAX(CASE WHEN database_kind = 'country' THEN country END) AS country_place,
    MAX(CASE WHEN database_kind = 'asn' THEN as_name END) AS as_name
  FROM located
  WHERE choice = 1
  GROUP BY ip
),
accused AS (
  SELECT
    a.ip, t.reputation, t.severity_number,
    ROW_NUMBER() OVER (PARTITION BY a.ip ORDER BY t.severity_number DESC NULLS LAST, a.prefix_length DESC NULLS LAST, t.reputation ASC NULLS LAST) AS choice
  FROM networks a
  JOIN (
    SELECT network, severity_number, reputation
    FROM known_threats
    WHERE network IS NOT NULL AND (expires_on IS NULL OR expires_on >= CONCAT('${hivevar:y}-', LPAD('${hivevar:m}', 2, '0'), '-', LPAD('${hivevar:d}', 2, '0')))
  ) t ON a.network = t.network
)
INSERT OVERWRITE TABLE address_context PARTITION (run_id = '${hivevar:run_id}')
SELECT
  i.ip,
  CASE WHEN i.is_address = 1 THEN COALESCE(o.internal, 0) END AS internal,
  o.name AS network_name,
  COALESCE(p.city_place, p.country_place) AS geoloc,
  p.as_name,
  t.reputation,
  t.severity_number
FROM (
  SELECT ip, CASE WHEN sc_ip_network(ip, 0) IS NULL THEN 0 ELSE 1 END AS is_address
  FROM address_networks
  WHERE run_id = '${hivevar:run_id}' AND prefix_length = -1
) i
LEFT JOIN (
  SELECT ip, name, internal
  FROM own
  WHERE choice = 1
) o ON i.ip = o.ip
LEFT JOIN placed p ON i.ip = p.ip
LEFT JOIN (
  SELECT ip, reputation, severity_number
  FROM accused
  WHERE choice = 1
) t ON i.ip = t.ip;

WITH known AS (
  SELECT ip, internal, geoloc, as_name, reputation
  FROM address_context
  WHERE run_id = '${hivevar:run_id}'
)
INSERT OVERWRITE TABLE flow_scores_staging PARTITION (run_id = '${hivevar:run_id}')
SELECT
  s.treceived AS tstart, s.sip AS srcip, s.dip AS dstip, s.sport, s.dport, s.proto, s.ipkt, s.ibyt, s.opkt, s.obyt, s.ml_score,
  s.score_rank, a.internal AS srcip_internal, b.internal AS dstip_internal, a.geoloc AS src_geoloc, b.geoloc AS dst_geoloc,
  a.as_name AS src_domain, b.as_name AS dst_domain, a.reputation AS src_rep, b.reputation AS dst_rep
FROM (
  SELECT treceived, sip, dip, sport, dport, proto, ipkt, ibyt, opkt, obyt, ml_score, score_rank
  FROM flow_suspicious
  WHERE run_id = '${hivevar:run_id}'
) s
LEFT JOIN known a ON s.sip = a.ip
LEFT JOIN known b ON s.dip = b.ip;

-- The flows between the two ends of each, either way, within its minute.
INSERT OVERWRITE TABLE flow_edge_staging PARTITION (run_id = '${hivevar:run_id}')
SELECT
  e.treceived AS tstart, e.sip AS srcip, e.dip AS dstip, e.sport, e.dport, e.proto, e.flag AS flags, e.stos AS tos, e.ibyt, e.ipkt,
  CAST(e.input AS BIGINT) AS input, CAST(e.output AS BIGINT) AS output, e.rip, e.obyt, e.opkt, e.trhour AS hh, e.trminute AS mn
FROM (
  SELECT
    treceived, sip, dip, sport, dport, proto, flag, stos, ibyt, ipkt, input, output, rip, obyt, opkt, trhour, trminute,
    CASE WHEN sip <= dip THEN sip ELSE dip END AS low_ip,
    CASE WHEN sip <= dip THEN dip ELSE sip END AS high_ip
  FROM flow_events
  WHERE y = ${hivevar:y} AND m = ${hivevar:m} AND d = ${hivevar:d}
) e
JOIN (
  SELECT n.low_ip, n.high_ip, n.trhour, n.trminute
  FROM (
    SELECT
      trhour, trminute,
      CASE WHEN sip <= dip THEN sip ELSE dip END AS low_ip,
      CASE WHEN sip <= dip THEN dip ELSE sip END AS high_ip
    FROM flow_suspicious
    WHERE run_id = '${hivevar:run_id}'
  ) n
  GROUP BY n.low_ip, n.high_ip, n.trhour, n.trminute
) p ON e.low_ip = p.low_ip AND e.high_ip = p.high_ip AND e.trhour = p.trhour AND e.trminute = p.trminute;

-- The flows of the day between each IP that is in more than one of them and its peers there.
WITH ends AS (
  SELECT sip AS ip, dip AS peer
  FROM flow_suspicious
  WHERE run_id = '${hivevar:run_id}'
  UNION ALL
  SELECT dip AS ip, sip AS peer
  FROM flow_suspicious
  WHERE run_id = '${hivevar:run_id}' AND dip <> sip
),
pairs AS (
  SELECT
    c.ip,
    CASE WHEN c.ip <= c.peer THEN c.ip ELSE c.peer END AS low_ip,
    CASE WHEN c.ip <= c.peer THEN c.peer ELSE c.ip END AS high_ip
  FROM (
    SELECT n.ip, n.peer, COUNT(*) OVER (PARTITION BY n.ip) AS rows_of_ip
    FROM ends n
  ) c
  WHERE c.rows_of_ip > 1
  GROUP BY c.ip, c.peer
),
sums AS (
  SELECT
    p.ip, f.sip, f.dip,
    SUM(CAST(CASE WHEN f.ibyt > 0 THEN f.ibyt ELSE 0 END AS DECIMAL(38, 0))) AS ibyt,
    SUM(CAST(CASE WHEN f.ipkt > 0 THEN f.ipkt ELSE 0 END AS DECIMAL(38, 0))) AS ipkt
  FROM (
    SELECT
      sip, dip, ibyt, ipkt,
      CASE WHEN sip <= dip THEN sip ELSE dip END AS low_ip,
      CASE WHEN sip <= dip THEN dip ELSE sip END AS high_ip
    FROM flow_events
    WHERE y = ${hivevar:y} AND m = ${hivevar:m} AND d = ${hivevar:d}
  ) f
  JOIN pairs p ON f.low_ip = p.low_ip AND f.high_ip = p.high_ip
  GROUP BY p.ip, f.sip, f.dip
)
INSERT OVERWRITE TABLE flow_chords_staging PARTITION (run_id = '${hivevar:run_id}')
SELECT
  ip AS ip_threat, sip AS srcip, dip AS dstip,
  CAST(CASE WHEN ibyt > 9223372036854775807 THEN 9223372036854775807 ELSE ibyt END AS BIGINT) AS ibyt,
  CAST(CASE WHEN ipkt > 9223372036854775807 THEN 9223372036854775807 ELSE ipkt END AS BIGINT) AS ipkt
FROM sums;

-- How many events were loaded in each minute, valid or not.
INSERT OVERWRITE TABLE flow_ingest_summary_staging PARTITION (run_id = '${hivevar:run_id}')
SELECT
  CONCAT(
    CONCAT('${hivevar:y}-', LPAD('${hivevar:m}', 2, '0'), '-', LPAD('${hivevar:d}', 2, '0')), ' ',
    LPAD(CAST(t.day_minute DIV 60 AS STRING), 2, '0'), ':', LPAD(CAST(t.day_minute % 60 AS STRING), 2, '0')) AS tdate,
  t.total
FROM (
  SELECT c.day_minute, COUNT(*) AS total
  FROM (
    SELECT
      CASE
        WHEN trhour BETWEEN 0 AND 23 AND trminute BETWEEN 0 AND 59 THEN CAST(trhour * 60 + trminute AS INT)
        ELSE CAST(h AS INT) * 60
      END AS day_minute
    FROM flow
    WHERE y = ${hivevar:y} AND m = ${hivevar:m} AND d = ${hivevar:d}
  ) c
  GROUP BY c.day_minute
) t;

-- The IP and word of each group; of a flow of method spot both ends, since the less probable one makes the score.
INSERT OVERWRITE TABLE listed_words PARTITION (run_id = '${hivevar:run_id}')
SELECT l.score_rank, l.ip, l.word, l.model_id
FROM (
  SELECT score_rank, sip AS ip, src_word AS word, model_id
  FROM flow_suspicious
  WHERE run_id = '${hivevar:run_id}' AND group_id IS NULL
  UNION ALL
  SELECT score_rank, dip AS ip, dst_word AS word, model_id
  FROM flow_suspicious
  WHERE run_id = '${hivevar:run_id}' AND group_id IS NULL
  UNION ALL
  SELECT g.score_rank, g.ip, SUBSTR(g.group_id, LENGTH(g.ip) + 2) AS word, g.model_id
  FROM (
    SELECT score_rank, CASE WHEN SUBSTR(group_id, 1, LENGTH(sip) + 1) = CONCAT(sip, ' ') THEN sip ELSE dip END AS ip, group_id, model_id
    FROM flow_suspicious
    WHERE run_id = '${hivevar:run_id}' AND group_id IS NOT NULL
  ) g
) l;

-- How often anybody had these words: on the days that the model was trained on, and on the days counted before. Of the 60 days
-- around the scored one, so that the counts of all others are not read.
INSERT OVERWRITE TABLE word_occurrences PARTITION (run_id = '${hivevar:run_id}')
SELECT
  n.ip, n.word,
  SUM(CASE WHEN n.event_day BETWEEN w.window_from AND w.window_to THEN n.word_count ELSE 0 END) AS modelled,
  SUM(CASE WHEN n.event_day < CONCAT('${hivevar:y}-', LPAD('${hivevar:m}', 2, '0'), '-', LPAD('${hivevar:d}', 2, '0')) THEN n.word_count ELSE 0 END) AS earlier
FROM (
  SELECT c.ip, c.word, c.word_count, c.vocabulary, CONCAT(CAST(c.y AS STRING), '-', LPAD(CAST(c.m AS STRING), 2, '0'), '-', LPAD(CAST(c.d AS STRING), 2, '0')) AS event_day
  FROM flow_word_counts c
  WHERE
    c.score_method = '${hivevar:score_method}'
    AND CONCAT(CAST(c.y AS STRING), '-', LPAD(CAST(c.m AS STRING), 2, '0'), '-', LPAD(CAST(c.d AS STRING), 2, '0'))
      >= SUBSTR(CAST(DATE_SUB(CAST(CONCAT('${hivevar:y}-', LPAD('${hivevar:m}', 2, '0'), '-', LPAD('${hivevar:d}', 2, '0')) AS DATE), 60) AS STRING), 1, 10)
    AND CONCAT(CAST(c.y AS STRING), '-', LPAD(CAST(c.m AS STRING), 2, '0'), '-', LPAD(CAST(c.d AS STRING), 2, '0'))
      <= SUBSTR(CAST(DATE_SUB(CAST(CONCAT('${hivevar:y}-', LPAD('${hivevar:m}', 2, '0'), '-', LPAD('${hivevar:d}', 2, '0')) AS DATE), -60) AS STRING), 1, 10)
) n
JOIN (
  SELECT l.word, r.vocabulary, r.window_from, r.window_to
  FROM (
    SELECT word, model_id
    FROM listed_words
    WHERE run_id = '${hivevar:run_id}'
    GROUP BY word, model_id
  ) l
  JOIN model_runs r ON l.model_id = r.model_id
) w ON n.word = w.word AND n.vocabulary = w.vocabulary
GROUP BY n.ip, n.word;

-- Why: of the pairs of IP and word that made an event suspicious the less probable one.
WITH told AS (
  SELECT
    l.score_rank, l.ip, l.word, l.model_id, r.vocabulary, r.tokens AS all_words, x.tokens AS ip_words,
    sc_best_topic(CASE WHEN x.ip IS NULL THEN r.unseen_ip_mix ELSE x.topic_mix END, t.topic_probs) AS topic,
    sc_score(
      CASE WHEN x.ip IS NULL THEN r.unseen_ip_mix ELSE x.topic_mix END,
      CASE WHEN t.word IS NULL THEN r.unseen_word_probs ELSE t.topic_probs END) AS probability
  FROM (
    SELECT score_rank, ip, word, model_id
    FROM listed_words
    WHERE run_id = '${hivevar:run_id}'
  ) l
  LEFT JOIN model_runs r ON l.model_id = r.model_id
  LEFT JOIN flow_topic_mix x ON l.model_id = x.model_id AND l.ip = x.ip
  LEFT JOIN flow_word_topics t ON l.model_id = t.model_id AND l.word = t.word
),
deciding AS (
  SELECT
    o.*,
    ROW_NUMBER() OVER (PARTITION BY o.score_rank ORDER BY o.probability ASC NULLS LAST, o.ip ASC NULLS LAST, o.word ASC NULLS LAST) AS choice
  FROM told o
),
here AS (
  SELECT ip, word, modelled, earlier
  FROM word_occurrences
  WHERE run_id = '${hivevar:run_id}'
),
anywhere AS (
  SELECT word, SUM(modelled) AS modelled, SUM(earlier) AS earlier, COUNT(CASE WHEN modelled > 0 THEN 1 END) AS ips
  FROM word_occurrences
  WHERE run_id = '${hivevar:run_id}'
  GROUP BY word
),
reasons AS (
  SELECT
    CASE WHEN d.ip = s.sip THEN s.dip ELSE s.sip END AS other,
    s.score_rank, s.ml_score, s.rows_listed, s.group_size, s.expected, s.log_p, d.model_id, d.ip, d.word, d.topic, n.topic_name,
    COALESCE(sc_explain_word('flow', '${hivevar:score_method}', d.vocabulary, '', d.word), d.word) AS word_text,
    COALESCE(h.modelled, CAST(0 AS BIGINT)) AS ip_occurrences,
    CAST(ROUND(d.ip_words) AS BIGINT) AS ip_words,
    COALESCE(a.modelled, CAST(0 AS BIGINT)) AS all_occurrences,
    COALESCE(a.ips, CAST(0 AS BIGINT)) AS all_ips,
    d.all_words,
    CASE WHEN s.log_p IS NULL THEN sc_surprisal_bits(s.score) ELSE (0 - s.log_p) / CAST(0.6931471805599453 AS DOUBLE) END AS surprisal_bits,
    COALESCE(h.earlier, CAST(0 AS BIGINT)) > 0 AS seen_here,
    COALESCE(a.earlier, CAST(0 AS BIGINT)) > 0 AS seen_anywhere
  FROM (
    SELECT sip, dip, score, score_rank, ml_score, rows_listed, group_size, expected, log_p
    FROM flow_suspicious
    WHERE run_id = '${hivevar:run_id}'
  ) s
  LEFT JOIN (
    SELECT score_rank, ip, word, model_id, vocabulary, topic, all_words, ip_words
    FROM deciding
    WHERE choice = 1
  ) d ON s.score_rank = d.score_rank
  LEFT JOIN here h ON d.ip = h.ip AND d.word = h.word
  LEFT JOIN anywhere a ON d.word = a.word
  LEFT JOIN flow_topic_names n ON d.model_id = n.model_id AND d.topic = n.topic
)
INSERT OVERWRITE TABLE flow_explanations_staging PARTITION (run_id = '${hivevar:run_id}')
SELECT
  e.score_rank, e.ml_score, '${hivevar:score_method}' AS score_method, e.model_id, e.ip, e.word, e.word_text, e.ip_occurrences, e.ip_words, e.all_occurrences,
  e.all_ips, e.all_words, e.group_size, e.expected, e.surprisal_bits, e.topic, e.topic_name, e.seen_here, e.seen_anywhere,
  CONCAT(
    e.ip, COALESCE(CONCAT(' with ', e.other), ''),
    CASE WHEN e.rows_listed > 1 THEN CONCAT(', the first of ', CAST(e.rows_listed AS STRING), ' flows') ELSE '' END,
    ': ', e.word_text, '. ',
    CASE
      WHEN e.log_p IS NULL THEN ''
      ELSE CONCAT(
        CAST(e.group_size AS STRING), ' on the day where ',
        CASE WHEN e.expected < 0.5 THEN 'none was' WHEN e.expected < 1.5 THEN '1 was' ELSE CONCAT(CAST(CAST(ROUND(e.expected) AS BIGINT) AS STRING), ' were') END,
        ' expected. ')
    END,
    CAST(CAST(ROUND(e.surprisal_bits) AS BIGINT) AS STRING), ' bits of surprise: a chance of about 1 in 2^',
    CAST(CAST(ROUND(e.surprisal_bits) AS BIGINT) AS STRING), '. On the days of the model ',
    CASE
      WHEN e.ip_words IS NULL THEN 'this address is unknown'
      ELSE CONCAT('this address had it in ', CAST(e.ip_occurrences AS STRING), ' of its ', CAST(e.ip_words AS STRING), ' words')
    END,
    ', anybody in ', CAST(e.all_occurrences AS STRING), COALESCE(CONCAT(' of ', CAST(e.all_words AS STRING)), ''),
    ' (addresses with it: ', CAST(e.all_ips AS STRING), '). ',
    CASE
      WHEN e.topic IS NULL THEN 'No topic of this address has it.'
      ELSE CONCAT('Fits best with topic ', CAST(e.topic AS STRING), COALESCE(CONCAT(' (most of all ', REGEXP_EXTRACT(e.topic_name, '^[^;]*', 0), ')'), ''), '.')
    END,
    CASE
      WHEN e.seen_here THEN ' This address had it on an earlier day.'
      WHEN e.seen_anywhere THEN ' On an earlier day only others had it.'
      ELSE ' On no earlier day that was counted anybody had it.'
    END) AS explanation
FROM reasons e;

SELECT sc_require(
  COUNT(explanation) = COUNT(*),
  'flow on ${hivevar:y}-${hivevar:m}-${hivevar:d} has a result without an explanation, nothing was replaced: see flow_explanations_staging, run_id ${hivevar:run_id}') AS all_is_explained
FROM flow_explanations_staging
WHERE run_id = '${hivevar:run_id}';

-- Are the new rows where the swaps will look for them? A huser other than that of the tables would empty the day.
ALTER TABLE flow_ingest_summary_staging
ADD IF NOT EXISTS PARTITION (run_id = '${hivevar:run_id}-probe')
LOCATION '${hivevar:huser}/sc/flow_ingest_summary_staging/run_id=${hivevar:run_id}';

SELECT sc_require(
  COUNT(*) > 0,
  'huser ${hivevar:huser} is not the one that the tables were created with, nothing was replaced: SHOW CREATE TABLE flow_ingest_summary_staging tells it') AS huser_fits
FROM flow_ingest_summary_staging
WHERE run_id = '${hivevar:run_id}-probe';

-- The swaps: until here the day's old rows are untouched. ADD serves the first run of a day, SET LOCATION the others.
ALTER TABLE flow_ingest_summary
ADD IF NOT EXISTS PARTITION (y = ${hivevar:y}, m = ${hivevar:m}, d = ${hivevar:d})
LOCATION '${hivevar:huser}/sc/flow_ingest_summary_staging/run_id=${hivevar:run_id}';

ALTER TABLE flow_ingest_summary
PARTITION (y = ${hivevar:y}, m = ${hivevar:m}, d = ${hivevar:d})
SET LOCATION '${hivevar:huser}/sc/flow_ingest_summary_staging/run_id=${hivevar:run_id}';

ALTER TABLE flow_edge
ADD IF NOT EXISTS PARTITION (y = ${hivevar:y}, m = ${hivevar:m}, d = ${hivevar:d})
LOCATION '${hivevar:huser}/sc/flow_edge_staging/run_id=${hivevar:run_id}';

ALTER TABLE flow_edge
PARTITION (y = ${hivevar:y}, m = ${hivevar:m}, d = ${hivevar:d})
SET LOCATION '${hivevar:huser}/sc/flow_edge_staging/run_id=${hivevar:run_id}';

ALTER TABLE flow_chords
ADD IF NOT EXISTS PARTITION (y = ${hivevar:y}, m = ${hivevar:m}, d = ${hivevar:d})
LOCATION '${hivevar:huser}/sc/flow_chords_staging/run_id=${hivevar:run_id}';

ALTER TABLE flow_chords
PARTITION (y = ${hivevar:y}, m = ${hivevar:m}, d = ${hivevar:d})
SET LOCATION '${hivevar:huser}/sc/flow_chords_staging/run_id=${hivevar:run_id}';

ALTER TABLE flow_explanations
ADD IF NOT EXISTS PARTITION (y = ${hivevar:y}, m = ${hivevar:m}, d = ${hivevar:d})
LOCATION '${hivevar:huser}/sc/flow_explanations_staging/run_id=${hivevar:run_id}';

ALTER TABLE flow_explanations
PARTITION (y = ${hivevar:y}, m = ${hivevar:m}, d = ${hivevar:d})
SET LOCATION '${hivevar:huser}/sc/flow_explanations_staging/run_id=${hivevar:run_id}';

ALTER TABLE flow_scores
ADD IF NOT EXISTS PARTITION (y = ${hivevar:y}, m = ${hivevar:m}, d = ${hivevar:d})
LOCATION '${hivevar:huser}/sc/flow_scores_staging/run_id=${hivevar:run_id}';

ALTER TABLE flow_scores
PARTITION (y = ${hivevar:y}, m = ${hivevar:m}, d = ${hivevar:d})
SET LOCATION '${hivevar:huser}/sc/flow_scores_staging/run_id=${hivevar:run_id}';

-- The staging partitions are only names by now: their tables are external, the files stay. The scratch tables' files go.
ALTER TABLE flow_ingest_summary_staging DROP IF EXISTS PARTITION (run_id = '${hivevar:run_id}-probe');
ALTER TABLE flow_ingest_summary_staging DROP IF EXISTS PARTITION (run_id = '${hivevar:run_id}');
ALTER TABLE flow_edge_staging DROP IF EXISTS PARTITION (run_id = '${hivevar:run_id}');
ALTER TABLE flow_chords_staging DROP IF EXISTS PARTITION (run_id = '${hivevar:run_id}');
ALTER TABLE flow_explanations_staging DROP IF EXISTS PARTITION (run_id = '${hivevar:run_id}');
ALTER TABLE flow_scores_staging DROP IF EXISTS PARTITION (run_id = '${hivevar:run_id}');
ALTER TABLE flow_suspicious DROP IF EXISTS PARTITION (run_id = '${hivevar:run_id}');
ALTER TABLE address_networks DROP IF EXISTS PARTITION (run_id = '${hivevar:run_id}');
ALTER TABLE address_context DROP IF EXISTS PARTITION (run_id = '${hivevar:run_id}');
ALTER TABLE listed_words DROP IF EXISTS PARTITION (run_id = '${hivevar:run_id}');
ALTER TABLE word_occurrences DROP IF EXISTS PARTITION (run_id = '${hivevar:run_id}');
