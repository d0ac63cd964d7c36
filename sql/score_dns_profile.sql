-- Copyright the Suspicious Connects authors.
-- SPDX-License-Identifier: Apache-2.0
--
-- Scores every DNS answer of a day with a model of method profile, which was trained on days before, and keeps the most
-- suspicious groups. docs/detection.md has the formulas.
--
-- A group is a client's occurrences of a word on the day. Its log_p is the logarithm of the probability of so many, given how
-- many the model expects; its share is its mid-rank by log_p among the groups of its view (event, pair or fan). A DNS answer is
-- listed with the group of the smallest share that it belongs to, which is its score, 0..1; of groups with one share it is
-- that with the smaller log_p, then by view, word and client.
--
-- A verdict 3 takes a group off the list (docs/feedback.md); events of the allow-list are scored and kept, but have no rank.
--
-- Reads: dns_profile_events, dns_events_psl (dns, top_domains, user_domains, dns_known), dns_word_counts, dns_pairs, dns_fans,
-- dns_topic_mix, dns_word_topics, dns_word_parts, dns_own_counts, model_runs, current_models, dns_verdicts (dns_feedback),
-- allow_list_entries (allow_list). Writes, each replaced as a whole and only after all is computed: the day's partitions of
-- dns_invalid, score_runs and dns_scored_results (score_method profile).
-- Variables: dbname; huser; y, m, d, the day (UTC); model_id, newest (the last trained for that day), current (the one of
-- current_models) or an id of sql/models.sql; threshold, keep scores up to it (1 = all); max_results, keep that many groups
-- (-1 = all); run_id, milliseconds since 1970, another one for each run.
-- Example: scripts/run_sql.sh sql/score_dns_profile.sql --hivevar y=2016 --hivevar m=7 --hivevar d=8 --hivevar threshold=1 --hivevar max_results=3000
-- run_sql.sh sets dbname, huser, model_id (newest) and run_id; with Beeline itself: beeline -u URL --hivevar dbname=spot --hivevar huser=/user/spot --hivevar model_id=newest --hivevar run_id=$(date +%s%3N) and the rest.

USE ${hivevar:dbname};

-- What must hold before anything is written.
SELECT sc_require(COUNT(*) > 0, 'dns has no events on ${hivevar:y}-${hivevar:m}-${hivevar:d}: load some with scripts/load.sh dns') AS day_has_events
FROM dns
WHERE y = ${hivevar:y} AND m = ${hivevar:m} AND d = ${hivevar:d};

SELECT sc_require(COUNT(*) > 0, 'the words of method profile of dns on ${hivevar:y}-${hivevar:m}-${hivevar:d} are not counted: run sql/count_words_dns_profile.sql') AS day_is_counted
FROM dns_word_counts
WHERE y = ${hivevar:y} AND m = ${hivevar:m} AND d = ${hivevar:d} AND score_method = 'profile';

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
    WHERE source = 'dns' AND score_method = 'profile' AND '${hivevar:model_id}' = 'current'
  ) c ON m.model_id = c.model_id
  WHERE
    m.source = 'dns' AND m.score_method = 'profile' AND m.vocabulary = 'psl'
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
      WHEN 'newest' THEN 'no dns model of method profile was trained for ${hivevar:y}-${hivevar:m}-${hivevar:d}: train one with scripts/train.sh --method profile, or give model_id'
      WHEN 'current' THEN 'no dns model of method profile is current: sql/models.sql lists the models, sql/use_model.sql makes one current'
      ELSE 'there is no dns model ${hivevar:model_id} of method profile: sql/models.sql lists the models'
    END) AS model_fits,
  sc_require(
    COUNT(unseen_ip_mix) = COUNT(*) AND COUNT(unseen_word_probs) = COUNT(*),
    CONCAT('dns model ', MAX(model_id), ' has no vectors for an unseen IP and word, model_runs has NULL: train it again with scripts/train.sh')) AS model_is_whole
FROM scoring_models
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
    v.problem IS NULL AND v.score_method = 'profile' AND v.vocabulary = 'psl'
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
  problem IS NULL AND entry_age = 1 AND (source IS NULL OR source = 'dns')
  AND (expires_on IS NULL OR expires_on >= CONCAT('${hivevar:y}-', LPAD('${hivevar:m}', 2, '0'), '-', LPAD('${hivevar:d}', 2, '0')));

INSERT OVERWRITE TABLE allow_listed_values PARTITION (run_id = '${hivevar:run_id}')
SELECT v.kind, v.event_value, MIN(v.entry) AS entry
FROM (
  SELECT a.kind, i.ip AS event_value, a.entry
  FROM (
    SELECT d.ip, CONCAT('${hivevar:run_id}', SUBSTR(d.ip, 1, 0)) AS run_key
    FROM (
      SELECT ip_dst AS ip
      FROM dns
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
  -- A domain is the name itself or what is left of it ends with a dot. Registered domains are found by themselves, what is
  -- above or beside them, such as co.uk, lan or in-addr.arpa, by the last label.
  SELECT
    'domain' AS kind, h.name AS event_value,
    CASE
      WHEN h.host = a.match_key OR SUBSTR(h.host, LENGTH(h.host) - LENGTH(a.match_key)) = CONCAT('.', a.match_key) THEN a.entry
      WHEN h.host = z.match_key OR SUBSTR(h.host, LENGTH(h.host) - LENGTH(z.match_key)) = CONCAT('.', z.match_key) THEN z.entry
    END AS entry
  FROM (
    SELECT n.name, n.host, sc_registered_domain(n.host) AS registered, REGEXP_EXTRACT(n.host, '[^.]*$', 0) AS last_label
    FROM (
      SELECT dns_qry_name AS name, sc_host_name(dns_qry_name) AS host
      FROM dns
      WHERE y = ${hivevar:y} AND m = ${hivevar:m} AND d = ${hivevar:d}
      GROUP BY dns_qry_name
    ) n
    WHERE n.host IS NOT NULL
  ) h
  LEFT JOIN (
    SELECT match_key, entry, sc_registered_domain(match_key) AS registered
    FROM allow_list_in_force
    WHERE run_id = '${hivevar:run_id}' AND kind = 'domain' AND sc_registered_domain(match_key) IS NOT NULL
  ) a ON h.registered = a.registered
  LEFT JOIN (
    SELECT match_key, entry, REGEXP_EXTRACT(match_key, '[^.]*$', 0) AS last_label
    FROM allow_list_in_force
    WHERE run_id = '${hivevar:run_id}' AND kind = 'domain' AND sc_registered_domain(match_key) IS NULL
  ) z ON h.last_label = z.last_label
  WHERE a.entry IS NOT NULL OR z.entry IS NOT NULL
) v
WHERE v.entry IS NOT NULL
GROUP BY v.kind, v.event_value;

-- The two ways to the model's rows: a given id prunes partitions when the statement is planned, a found one by the join.
-- What the model counted of each word of the day: c:T:f:V for the view and then for each field, as sc_profile_probability
-- takes it: occurrences of the word up to that field, continuations of it, occurrences of the field, values at its place.
WITH parts AS (
  SELECT word_part, tokens, continuations
  FROM dns_word_parts
  WHERE model_id = '${hivevar:model_id}'
  UNION ALL
  SELECT t.word_part, t.tokens, t.continuations
  FROM dns_word_parts t
  JOIN scoring_models g ON t.model_id = g.model_id
  WHERE g.run_id = '${hivevar:run_id}' AND '${hivevar:model_id}' IN ('newest', 'current')
),
probs AS (
  SELECT word, topic_counts
  FROM dns_word_topics
  WHERE model_id = '${hivevar:model_id}'
  UNION ALL
  SELECT t.word, t.topic_counts
  FROM dns_word_topics t
  JOIN scoring_models g ON t.model_id = g.model_id
  WHERE g.run_id = '${hivevar:run_id}' AND '${hivevar:model_id}' IN ('newest', 'current')
),
day_words AS (
  SELECT c.word, CONCAT('${hivevar:run_id}', SUBSTR(c.word, 1, 0)) AS run_key
  FROM dns_word_counts c
  WHERE c.y = ${hivevar:y} AND c.m = ${hivevar:m} AND c.d = ${hivevar:d} AND c.score_method = 'profile'
  GROUP BY c.word
),
places AS (
  SELECT n.j, CONCAT('${hivevar:run_id}', SUBSTR(CAST(n.j AS STRING), 1, 0)) AS run_key
  FROM (
    SELECT 0 AS j UNION ALL SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3 UNION ALL SELECT 4
    UNION ALL SELECT 5 UNION ALL SELECT 6 UNION ALL SELECT 7 UNION ALL SELECT 8 UNION ALL SELECT 9
  ) n
),
word_places AS (
  SELECT
    w.word, n.j,
    sc_word_prefix(w.word, n.j) AS prefix,
    CASE WHEN n.j = 0 THEN '*' ELSE sc_word_field(w.word, n.j) END AS field,
    CASE WHEN n.j = 0 THEN '*' ELSE sc_word_position(w.word, n.j) END AS field_place
  FROM day_words w
  JOIN places n ON w.run_key = n.run_key
),
counted AS (
  SELECT
    p.word, p.j,
    CONCAT(
      CAST(COALESCE(a.tokens, CAST(0 AS BIGINT)) AS STRING), ':',
      CAST(COALESCE(a.continuations, CAST(0 AS BIGINT)) AS STRING), ':',
      CAST(COALESCE(b.tokens, CAST(0 AS BIGINT)) AS STRING), ':',
      CAST(COALESCE(v.continuations, CAST(0 AS BIGINT)) AS STRING)) AS part
  FROM word_places p
  LEFT JOIN parts a ON p.prefix = a.word_part
  LEFT JOIN parts b ON p.field = b.word_part
  LEFT JOIN parts v ON p.field_place = v.word_part
  WHERE p.prefix IS NOT NULL
),
texts AS (
  SELECT
    k.word,
    CONCAT(
      MAX(CASE WHEN k.j = 0 THEN k.part END),
      COALESCE(CONCAT(';', MAX(CASE WHEN k.j = 1 THEN k.part END)), ''),
      COALESCE(CONCAT(';', MAX(CASE WHEN k.j = 2 THEN k.part END)), ''),
      COALESCE(CONCAT(';', MAX(CASE WHEN k.j = 3 THEN k.part END)), ''),
      COALESCE(CONCAT(';', MAX(CASE WHEN k.j = 4 THEN k.part END)), ''),
      COALESCE(CONCAT(';', MAX(CASE WHEN k.j = 5 THEN k.part END)), ''),
      COALESCE(CONCAT(';', MAX(CASE WHEN k.j = 6 THEN k.part END)), ''),
      COALESCE(CONCAT(';', MAX(CASE WHEN k.j = 7 THEN k.part END)), ''),
      COALESCE(CONCAT(';', MAX(CASE WHEN k.j = 8 THEN k.part END)), ''),
      COALESCE(CONCAT(';', MAX(CASE WHEN k.j = 9 THEN k.part END)), '')) AS parts
  FROM counted k
  GROUP BY k.word
)
INSERT OVERWRITE TABLE dns_day_words PARTITION (run_id = '${hivevar:run_id}')
SELECT t.word, b.topic_counts, t.parts
FROM texts t
LEFT JOIN probs b ON t.word = b.word;

-- The groups. A verdict counts as in the words of method spot: the newer of those on the group and on its word at every IP.
WITH mixes AS (
  SELECT ip, topic_counts
  FROM dns_topic_mix
  WHERE model_id = '${hivevar:model_id}'
  UNION ALL
  SELECT t.ip, t.topic_counts
  FROM dns_topic_mix t
  JOIN scoring_models g ON t.model_id = g.model_id
  WHERE g.run_id = '${hivevar:run_id}' AND '${hivevar:model_id}' IN ('newest', 'current')
),
own AS (
  SELECT ip, word, tokens
  FROM dns_own_counts
  WHERE model_id = '${hivevar:model_id}'
  UNION ALL
  SELECT t.ip, t.word, t.tokens
  FROM dns_own_counts t
  JOIN scoring_models g ON t.model_id = g.model_id
  WHERE g.run_id = '${hivevar:run_id}' AND '${hivevar:model_id}' IN ('newest', 'current')
),
corpus AS (
  SELECT CONCAT(g.run_id, SUBSTR(g.model_id, 1, 0)) AS run_key, g.unseen_ip_mix, CAST(r.tokens AS DOUBLE) AS tokens
  FROM scoring_models g
  JOIN model_runs r ON g.model_id = r.model_id
  WHERE g.run_id = '${hivevar:run_id}'
),
day_words AS (
  SELECT word, topic_counts, parts
  FROM dns_day_words
  WHERE run_id = '${hivevar:run_id}'
),
pairs AS (
  SELECT ip, word, verdict, given_at
  FROM dns_judged
  WHERE run_id = '${hivevar:run_id}' AND ip IS NOT NULL
),
everywhere AS (
  SELECT word, verdict, given_at
  FROM dns_judged
  WHERE run_id = '${hivevar:run_id}' AND ip IS NULL
),
day_groups AS (
  SELECT
    c.ip, c.word, c.word_count,
    SUM(c.word_count) OVER (PARTITION BY c.ip) AS ip_tokens,
    CONCAT('${hivevar:run_id}', SUBSTR(c.ip, 1, 0)) AS run_key
  FROM dns_word_counts c
  WHERE c.y = ${hivevar:y} AND c.m = ${hivevar:m} AND c.d = ${hivevar:d} AND c.score_method = 'profile'
),
likely AS (
  SELECT
    d.ip, d.word, d.word_count,
    CAST(d.ip_tokens AS DOUBLE)
      * sc_profile_probability(x.topic_counts, w.topic_counts, t.unseen_ip_mix, t.tokens, w.parts, o.tokens) AS expected,
    CASE WHEN p.word IS NULL OR e.given_at > p.given_at THEN e.verdict ELSE p.verdict END AS verdict,
    CASE WHEN x.ip IS NULL THEN 1 ELSE 0 END AS unseen_ip,
    CASE WHEN w.topic_counts IS NULL THEN 1 ELSE 0 END AS unseen_word
  FROM day_groups d
  JOIN corpus t ON d.run_key = t.run_key
  LEFT JOIN day_words w ON d.word = w.word
  LEFT JOIN mixes x ON d.ip = x.ip
  LEFT JOIN own o ON d.ip = o.ip AND d.word = o.word
  LEFT JOIN pairs p ON d.ip = p.ip AND d.word = p.word
  LEFT JOIN everywhere e ON d.word = e.word
),
told AS (
  SELECT
    l.ip, l.word, l.word_count, l.expected, l.verdict, l.unseen_ip, l.unseen_word,
    sc_word_view(l.word) AS score_view,
    sc_count_tail(l.word_count, l.expected) AS log_p
  FROM likely l
),
ranked AS (
  SELECT
    g.ip, g.word, g.score_view, g.word_count, g.expected, g.log_p, g.verdict, g.unseen_ip, g.unseen_word,
    (CAST(RANK() OVER (PARTITION BY g.score_view ORDER BY g.log_p ASC NULLS LAST) AS DOUBLE)
      + (CAST(COUNT(*) OVER (PARTITION BY g.score_view, g.log_p) AS DOUBLE) - 1) / 2)
      / CAST(COUNT(*) OVER (PARTITION BY g.score_view) AS DOUBLE) AS group_score
  FROM told g
)
INSERT OVERWRITE TABLE dns_groups PARTITION (run_id = '${hivevar:run_id}')
SELECT
  CAST(ROW_NUMBER() OVER (
    ORDER BY
      r.group_score ASC NULLS LAST,
      r.log_p ASC NULLS LAST,
      r.score_view ASC NULLS LAST,
      r.word ASC NULLS LAST,
      r.ip ASC NULLS LAST
  ) AS BIGINT) AS group_number,
  r.ip, r.word, r.score_view, r.word_count AS group_size, r.expected, r.log_p, r.group_score, r.verdict, r.unseen_ip, r.unseen_word
FROM ranked r;

SELECT sc_require(
  COUNT(score_view) = COUNT(*) AND COUNT(log_p) = COUNT(*),
  'dns_word_counts of ${hivevar:y}-${hivevar:m}-${hivevar:d} has words that are none of method profile: count them again with sql/count_words_dns_profile.sql') AS groups_are_scored
FROM dns_groups
WHERE run_id = '${hivevar:run_id}';

-- Each DNS answer with the first of the three groups that it belongs to.
WITH day_groups AS (
  SELECT ip, word, group_number
  FROM dns_groups
  WHERE run_id = '${hivevar:run_id}'
),
day_pairs AS (
  SELECT p.ip, p.item, g.group_number
  FROM dns_pairs p
  JOIN day_groups g ON p.ip = g.ip AND p.word = g.word
  WHERE p.y = ${hivevar:y} AND p.m = ${hivevar:m} AND p.d = ${hivevar:d}
),
day_fans AS (
  SELECT f.ip, f.item, g.group_number
  FROM dns_fans f
  JOIN day_groups g ON f.ip = g.ip AND f.word = g.word
  WHERE f.y = ${hivevar:y} AND f.m = ${hivevar:m} AND f.d = ${hivevar:d}
),
allowed_ips AS (
  SELECT event_value, entry
  FROM allow_listed_values
  WHERE run_id = '${hivevar:run_id}' AND kind = 'cidr'
),
allowed_names AS (
  SELECT event_value, entry
  FROM allow_listed_values
  WHERE run_id = '${hivevar:run_id}' AND kind = 'domain'
),
listed AS (
  SELECT
    e.frame_time, e.unix_tstamp, e.frame_len, e.ip_dst, e.dns_qry_name, e.dns_qry_class, e.dns_qry_type,
    e.dns_qry_rcode,
    e.profile_word AS word,
    LEAST(
      COALESCE(ge.group_number, CAST(9223372036854775807 AS BIGINT)),
      COALESCE(gp.group_number, CAST(9223372036854775807 AS BIGINT)),
      COALESCE(gf.group_number, CAST(9223372036854775807 AS BIGINT))) AS group_number,
    COALESCE(ci.entry, qn.entry) AS allow_listed
  FROM (
    SELECT
      v.frame_time, v.unix_tstamp, v.frame_len, v.ip_dst, v.dns_qry_name, v.dns_qry_class, v.dns_qry_type,
      v.dns_qry_rcode,
      v.profile_word, v.profile_domain, v.fan
    FROM dns_profile_events v
    WHERE v.y = ${hivevar:y} AND v.m = ${hivevar:m} AND v.d = ${hivevar:d}
  ) e
  LEFT JOIN day_groups ge ON e.ip_dst = ge.ip AND e.profile_word = ge.word
  LEFT JOIN day_pairs gp ON e.ip_dst = gp.ip AND e.profile_domain = gp.item
  LEFT JOIN day_fans gf ON e.ip_dst = gf.ip AND e.fan = gf.item
  LEFT JOIN allowed_ips ci ON e.ip_dst = ci.event_value
  LEFT JOIN allowed_names qn ON e.dns_qry_name = qn.event_value
)
INSERT OVERWRITE TABLE dns_group_scoring PARTITION (run_id = '${hivevar:run_id}')
SELECT
  l.frame_time, l.unix_tstamp, l.frame_len, l.ip_dst, l.dns_qry_name, l.dns_qry_class, l.dns_qry_type, l.dns_qry_rcode,
  l.word,
  g.group_score AS score, g.group_number, g.verdict, g.unseen_ip, g.unseen_word, m.model_id, l.allow_listed
FROM (
  SELECT a.*, CONCAT('${hivevar:run_id}', SUBSTR(a.ip_dst, 1, 0)) AS run_key
  FROM listed a
) l
JOIN (
  SELECT CONCAT(run_id, SUBSTR(model_id, 1, 0)) AS run_key, model_id
  FROM scoring_models
  WHERE run_id = '${hivevar:run_id}'
) m ON l.run_key = m.run_key
LEFT JOIN (
  SELECT group_number, group_score, verdict, unseen_ip, unseen_word
  FROM dns_groups
  WHERE run_id = '${hivevar:run_id}'
) g ON l.group_number = g.group_number;

SELECT sc_require(
  COUNT(group_number) = COUNT(*),
  'dns on ${hivevar:y}-${hivevar:m}-${hivevar:d} has events whose words were not counted: count them again with sql/count_words_dns_profile.sql') AS events_were_counted
FROM dns_group_scoring
WHERE run_id = '${hivevar:run_id}';

-- The list: the first max_results groups that have an event on it, with all their events up to the threshold; of what the
-- allow-list matches all. Groups with verdict 3 are left out.
WITH entries AS (
  SELECT n.group_number, ROW_NUMBER() OVER (ORDER BY n.group_number ASC NULLS LAST) AS entry
  FROM (
    SELECT s.group_number
    FROM dns_group_scoring s
    WHERE
      s.run_id = '${hivevar:run_id}' AND s.allow_listed IS NULL AND (s.verdict IS NULL OR s.verdict <> 3)
      AND s.score <= CASE WHEN CAST('${hivevar:threshold}' AS DOUBLE) >= 1 THEN CAST(1.000001 AS DOUBLE) ELSE CAST('${hivevar:threshold}' AS DOUBLE) END
    GROUP BY s.group_number
  ) n
),
kept_groups AS (
  SELECT group_number
  FROM entries
  WHERE CAST('${hivevar:max_results}' AS BIGINT) < 0 OR entry <= CAST('${hivevar:max_results}' AS BIGINT)
),
kept AS (
  SELECT s.*
  FROM dns_group_scoring s
  LEFT JOIN kept_groups k ON s.group_number = k.group_number
  WHERE
    s.run_id = '${hivevar:run_id}' AND s.score <= CASE WHEN CAST('${hivevar:threshold}' AS DOUBLE) >= 1 THEN CAST(1.000001 AS DOUBLE) ELSE CAST('${hivevar:threshold}' AS DOUBLE) END
    AND (s.allow_listed IS NOT NULL OR (k.group_number IS NOT NULL AND (s.verdict IS NULL OR s.verdict <> 3)))
)
INSERT OVERWRITE TABLE dns_scored_results_staging PARTITION (run_id = '${hivevar:run_id}')
SELECT
  r.frame_time, r.unix_tstamp, r.frame_len, r.ip_dst, r.dns_qry_name, r.dns_qry_class, r.dns_qry_type, r.dns_qry_rcode,
  r.word, r.score,
  CASE WHEN r.allow_listed IS NULL THEN CAST(r.score_rank AS INT) END AS score_rank,
  r.model_id, r.verdict, r.allow_listed, g.score_view, CONCAT(g.ip, ' ', g.word) AS group_id, g.group_size, g.expected, g.log_p
FROM (
  SELECT
    s.*,
    -- Within a group the events by themselves, so that every run and engine ranks alike.
    ROW_NUMBER() OVER (
      PARTITION BY CASE WHEN s.allow_listed IS NULL THEN 0 ELSE 1 END
      ORDER BY
        s.group_number ASC NULLS LAST,
        s.frame_time ASC NULLS LAST,
        s.unix_tstamp ASC NULLS LAST,
        s.frame_len ASC NULLS LAST,
        s.ip_dst ASC NULLS LAST,
        s.dns_qry_name ASC NULLS LAST,
        s.dns_qry_class ASC NULLS LAST,
        s.dns_qry_type ASC NULLS LAST,
        s.dns_qry_rcode ASC NULLS LAST
    ) AS score_rank
  FROM kept s
) r
JOIN (
  SELECT group_number, ip, word, score_view, group_size, expected, log_p
  FROM dns_groups
  WHERE run_id = '${hivevar:run_id}'
) g ON r.group_number = g.group_number;

INSERT OVERWRITE TABLE dns_invalid_staging PARTITION (run_id = '${hivevar:run_id}')
SELECT
  e.frame_time, e.unix_tstamp, e.frame_len, e.ip_dst, e.ip_src, e.dns_qry_name, e.dns_qry_class, e.dns_qry_type,
  e.dns_qry_rcode, e.dns_a,
  e.h, e.reason, e.field_name, e.field_value
FROM dns_events_psl e
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
  COUNT(CASE WHEN c.fate = 'removed' THEN 1 END) AS feedback_removed,
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
  FROM dns
  WHERE y = ${hivevar:y} AND m = ${hivevar:m} AND d = ${hivevar:d}
  UNION ALL
  SELECT 'scored' AS fate, score, unseen_ip, unseen_word, CAST(NULL AS STRING) AS model_id
  FROM dns_group_scoring
  WHERE run_id = '${hivevar:run_id}'
  UNION ALL
  SELECT 'invalid' AS fate, CAST(NULL AS DOUBLE) AS score, CAST(NULL AS INT) AS unseen_ip, CAST(NULL AS INT) AS unseen_word, CAST(NULL AS STRING) AS model_id
  FROM dns_invalid_staging
  WHERE run_id = '${hivevar:run_id}'
  UNION ALL
  SELECT CASE WHEN allow_listed IS NULL THEN 'kept' ELSE 'allowed' END AS fate, score, CAST(NULL AS INT) AS unseen_ip, CAST(NULL AS INT) AS unseen_word, CAST(NULL AS STRING) AS model_id
  FROM dns_scored_results_staging
  WHERE run_id = '${hivevar:run_id}'
  UNION ALL
  SELECT 'removed' AS fate, s.score, CAST(NULL AS INT) AS unseen_ip, CAST(NULL AS INT) AS unseen_word, CAST(NULL AS STRING) AS model_id
  FROM dns_group_scoring s
  WHERE
    s.run_id = '${hivevar:run_id}' AND s.allow_listed IS NULL AND s.verdict = 3
    AND s.score <= CASE WHEN CAST('${hivevar:threshold}' AS DOUBLE) >= 1 THEN CAST(1.000001 AS DOUBLE) ELSE CAST('${hivevar:threshold}' AS DOUBLE) END
  UNION ALL
  SELECT 'beyond' AS fate, r.score, CAST(NULL AS INT) AS unseen_ip, CAST(NULL AS INT) AS unseen_word, CAST(NULL AS STRING) AS model_id
  FROM dns_group_scoring r
  JOIN (
    SELECT n.group_number, ROW_NUMBER() OVER (ORDER BY n.group_number ASC NULLS LAST) AS entry
    FROM (
      SELECT s.group_number
      FROM dns_group_scoring s
      WHERE
        s.run_id = '${hivevar:run_id}' AND s.allow_listed IS NULL AND (s.verdict IS NULL OR s.verdict <> 3)
        AND s.score <= CASE WHEN CAST('${hivevar:threshold}' AS DOUBLE) >= 1 THEN CAST(1.000001 AS DOUBLE) ELSE CAST('${hivevar:threshold}' AS DOUBLE) END
      GROUP BY s.group_number
    ) n
  ) o ON r.group_number = o.group_number
  WHERE
    r.run_id = '${hivevar:run_id}' AND r.allow_listed IS NULL AND r.score <= CASE WHEN CAST('${hivevar:threshold}' AS DOUBLE) >= 1 THEN CAST(1.000001 AS DOUBLE) ELSE CAST('${hivevar:threshold}' AS DOUBLE) END
    AND CAST('${hivevar:max_results}' AS BIGINT) >= 0 AND o.entry > CAST('${hivevar:max_results}' AS BIGINT)
) c;

SELECT sc_require(
  events_in = events_scored + events_invalid AND events_scored = above_threshold + beyond_max_results + allow_listed + feedback_removed + kept,
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
ADD IF NOT EXISTS PARTITION (source = 'dns', y = ${hivevar:y}, m = ${hivevar:m}, d = ${hivevar:d}, score_method = 'profile')
LOCATION '${hivevar:huser}/sc/score_runs_staging/run_id=${hivevar:run_id}';

ALTER TABLE score_runs
PARTITION (source = 'dns', y = ${hivevar:y}, m = ${hivevar:m}, d = ${hivevar:d}, score_method = 'profile')
SET LOCATION '${hivevar:huser}/sc/score_runs_staging/run_id=${hivevar:run_id}';

ALTER TABLE dns_scored_results
ADD IF NOT EXISTS PARTITION (y = ${hivevar:y}, m = ${hivevar:m}, d = ${hivevar:d}, score_method = 'profile')
LOCATION '${hivevar:huser}/sc/dns_scored_results_staging/run_id=${hivevar:run_id}';

ALTER TABLE dns_scored_results
PARTITION (y = ${hivevar:y}, m = ${hivevar:m}, d = ${hivevar:d}, score_method = 'profile')
SET LOCATION '${hivevar:huser}/sc/dns_scored_results_staging/run_id=${hivevar:run_id}';

-- The staging partitions are only names by now: their tables are external, the files stay. The scratch tables' files go.
ALTER TABLE dns_invalid_staging DROP IF EXISTS PARTITION (run_id = '${hivevar:run_id}');
ALTER TABLE score_runs_staging DROP IF EXISTS PARTITION (run_id = '${hivevar:run_id}-probe');
ALTER TABLE score_runs_staging DROP IF EXISTS PARTITION (run_id = '${hivevar:run_id}');
ALTER TABLE dns_scored_results_staging DROP IF EXISTS PARTITION (run_id = '${hivevar:run_id}');
ALTER TABLE dns_day_words DROP IF EXISTS PARTITION (run_id = '${hivevar:run_id}');
ALTER TABLE dns_groups DROP IF EXISTS PARTITION (run_id = '${hivevar:run_id}');
ALTER TABLE dns_group_scoring DROP IF EXISTS PARTITION (run_id = '${hivevar:run_id}');
ALTER TABLE scoring_models DROP IF EXISTS PARTITION (run_id = '${hivevar:run_id}');
ALTER TABLE dns_judged DROP IF EXISTS PARTITION (run_id = '${hivevar:run_id}');
ALTER TABLE allow_list_in_force DROP IF EXISTS PARTITION (run_id = '${hivevar:run_id}');
ALTER TABLE allow_listed_values DROP IF EXISTS PARTITION (run_id = '${hivevar:run_id}');
