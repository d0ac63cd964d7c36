-- Copyright the Suspicious Connects authors.
-- SPDX-License-Identifier: Apache-2.0
--
-- Tables of the dns source (DNS answers).
-- Reads: nothing. Writes: empty tables where they are missing, and views.
-- Needs: ddl/impala/database.sql, ddl/impala/common.sql, and the functions of ddl/functions/impala.sql.
-- Variables: dbname; huser, the folder of the warehouse user, below which every table lies.
-- Example: impala-shell -f ddl/impala/dns.sql --var=dbname=spot --var=huser=/user/spot
-- Where Hive ran ddl/dns.sql on the same metastore, INVALIDATE METADATA shows Impala what that made; this file is not needed.
-- Generated from ddl/templates/dns.sql.ftl: change that, not this file.

USE ${hivevar:dbname};

-- The events, one row per answer, in Apache Spot's columns and place: ip_dst is the client that asked, ip_src the server.
-- unix_tstamp is in seconds since 1970 (UTC), frame_time the same as text, as tshark prints it; frame_len in bytes;
-- class, type and rcode are the numbers of RFC 1035.
CREATE EXTERNAL TABLE IF NOT EXISTS dns (
  frame_time STRING,
  unix_tstamp BIGINT,
  frame_len INT,
  ip_dst STRING,
  ip_src STRING,
  dns_qry_name STRING,
  dns_qry_class STRING,
  dns_qry_type INT,
  dns_qry_rcode INT,
  dns_a STRING
)
PARTITIONED BY (y SMALLINT, m TINYINT, d TINYINT, h TINYINT)
STORED AS PARQUET
LOCATION '${hivevar:huser}/dns/hive';

-- The corpus: how often each word occurs in each document (a client's day).
CREATE EXTERNAL TABLE IF NOT EXISTS dns_word_counts (
  ip STRING,
  word STRING,
  word_count BIGINT,
  vocabulary STRING
)
PARTITIONED BY (y SMALLINT, m TINYINT, d TINYINT, score_method STRING)
STORED AS PARQUET
LOCATION '${hivevar:huser}/sc/dns_word_counts';

CREATE EXTERNAL TABLE IF NOT EXISTS dns_word_counts_staging (
  ip STRING,
  word STRING,
  word_count BIGINT,
  vocabulary STRING
)
PARTITIONED BY (run_id STRING)
STORED AS PARQUET
LOCATION '${hivevar:huser}/sc/dns_word_counts_staging';

-- Per document: P(topic | ip), K doubles, sum 1, and the expected counts they come from, as vectors
-- (base64 of little-endian float64: sc_vector_to_array shows them); tokens is the sum of the counts.
CREATE EXTERNAL TABLE IF NOT EXISTS dns_topic_mix (
  ip STRING,
  tokens DOUBLE,
  topic_mix STRING,
  topic_counts STRING
)
PARTITIONED BY (model_id STRING)
STORED AS PARQUET
LOCATION '${hivevar:huser}/sc/dns_topic_mix';

-- Per word: P(word | topic), K doubles (each topic sums to 1 over the words), and the expected counts.
CREATE EXTERNAL TABLE IF NOT EXISTS dns_word_topics (
  word STRING,
  tokens DOUBLE,
  topic_probs STRING,
  topic_counts STRING
)
PARTITIONED BY (model_id STRING)
STORED AS PARQUET
LOCATION '${hivevar:huser}/sc/dns_word_topics';

-- Per topic, 0 to K - 1: its expected count in the corpus.
CREATE EXTERNAL TABLE IF NOT EXISTS dns_topics (
  topic INT,
  tokens DOUBLE
)
PARTITIONED BY (model_id STRING)
STORED AS PARQUET
LOCATION '${hivevar:huser}/sc/dns_topics';

-- The words of a topic that are most probable in it, word_rank from 1, for people.
CREATE EXTERNAL TABLE IF NOT EXISTS dns_topic_top_words (
  topic INT,
  word_rank INT,
  word STRING,
  probability DOUBLE
)
PARTITIONED BY (model_id STRING)
STORED AS PARQUET
LOCATION '${hivevar:huser}/sc/dns_topic_top_words';

-- What the words of method profile are made of, for the background probability of a word that the model does not know; no
-- rows for spot. tokens is how often the words with this part occur. word_part is a prefix of a word, up to the whole word
-- (such as event or event|src-ext-to443: continuations is the number of distinct next fields, 0 of a whole word), a field at
-- its place (event#2=TCP-SA, continuations 0), a place (event#2: continuations is the number of distinct fields there), or *
-- (tokens is the number of all, continuations that of the views).
CREATE EXTERNAL TABLE IF NOT EXISTS dns_word_parts (
  word_part STRING,
  tokens BIGINT,
  continuations BIGINT
)
PARTITIONED BY (model_id STRING)
STORED AS PARQUET
LOCATION '${hivevar:huser}/sc/dns_word_parts';

-- How often an IP had a word about a rare item (see dns_word_parts) itself in the days trained on; of method profile only.
CREATE EXTERNAL TABLE IF NOT EXISTS dns_own_counts (
  ip STRING,
  word STRING,
  tokens BIGINT
)
PARTITIONED BY (model_id STRING)
STORED AS PARQUET
LOCATION '${hivevar:huser}/sc/dns_own_counts';

-- Scratch of score_dns.sql: every valid event of the day with its score; unseen_ip and unseen_word are 1 if the model does
-- not know an IP or a word of it, else 0; allow_listed is the entry of the allow-list that it matches, or NULL. Dropped with
-- its files when done.
CREATE EXTERNAL TABLE IF NOT EXISTS dns_scoring (
  frame_time STRING,
  unix_tstamp BIGINT,
  frame_len INT,
  ip_dst STRING,
  dns_qry_name STRING,
  dns_qry_class STRING,
  dns_qry_type INT,
  dns_qry_rcode INT,
  word STRING,
  score DOUBLE,
  unseen_ip INT,
  unseen_word INT,
  model_id STRING,
  allow_listed STRING
)
PARTITIONED BY (run_id STRING)
STORED AS PARQUET
LOCATION '${hivevar:huser}/sc/dns_scoring'
TBLPROPERTIES ('external.table.purge' = 'true');

-- The most suspicious events: Spot's columns, the word or words, the score (0 to 1, the lowest is the most suspicious)
-- and its rank from 1. verdict is the one that counts for the event's words at its IPs, of several the most serious: 1 high
-- risk, 2 medium, 3 low, NULL if nobody said anything. Events that the allow-list matches are here too, without a rank:
-- allow_listed is the entry, such as 'cidr 10.0.0.0/8', else NULL.
-- Method profile lists groups: group_id is the IP and the word that the event is listed with, score_view the word's view,
-- group_size how often the IP had the word that day, expected how often it was expected to, log_p the logarithm of the
-- probability of so many. The rows of a group follow each other. With method spot all five are NULL.
CREATE EXTERNAL TABLE IF NOT EXISTS dns_scored_results (
  frame_time STRING,
  unix_tstamp BIGINT,
  frame_len INT,
  ip_dst STRING,
  dns_qry_name STRING,
  dns_qry_class STRING,
  dns_qry_type INT,
  dns_qry_rcode INT,
  word STRING,
  score DOUBLE,
  score_rank INT,
  model_id STRING,
  verdict INT,
  allow_listed STRING,
  score_view STRING,
  group_id STRING,
  group_size BIGINT,
  expected DOUBLE,
  log_p DOUBLE
)
PARTITIONED BY (y SMALLINT, m TINYINT, d TINYINT, score_method STRING)
STORED AS PARQUET
LOCATION '${hivevar:huser}/sc/dns_scored_results';

CREATE EXTERNAL TABLE IF NOT EXISTS dns_scored_results_staging (
  frame_time STRING,
  unix_tstamp BIGINT,
  frame_len INT,
  ip_dst STRING,
  dns_qry_name STRING,
  dns_qry_class STRING,
  dns_qry_type INT,
  dns_qry_rcode INT,
  word STRING,
  score DOUBLE,
  score_rank INT,
  model_id STRING,
  verdict INT,
  allow_listed STRING,
  score_view STRING,
  group_id STRING,
  group_size BIGINT,
  expected DOUBLE,
  log_p DOUBLE
)
PARTITIONED BY (run_id STRING)
STORED AS PARQUET
LOCATION '${hivevar:huser}/sc/dns_scored_results_staging';

-- Method profile: which IPs had to do with which items on a day (kind domain: the registered domain of a name, or in-addr.arpa or ip6.arpa, or the name if it has none), each pair once: the reference that
-- tells what is new on later days.
CREATE EXTERNAL TABLE IF NOT EXISTS dns_clients (
  item_kind STRING,
  item STRING,
  ip STRING
)
PARTITIONED BY (y SMALLINT, m TINYINT, d TINYINT)
STORED AS PARQUET
LOCATION '${hivevar:huser}/sc/dns_clients';

CREATE EXTERNAL TABLE IF NOT EXISTS dns_clients_staging (
  item_kind STRING,
  item STRING,
  ip STRING
)
PARTITIONED BY (run_id STRING)
STORED AS PARQUET
LOCATION '${hivevar:huser}/sc/dns_clients_staging';

-- Method profile: how many IPs had to do with an item in the reference window before the day; one that is not here, none. The
-- day's words were made with it, and those of its events are when they are scored.
CREATE EXTERNAL TABLE IF NOT EXISTS dns_known (
  item_kind STRING,
  item STRING,
  clients BIGINT
)
PARTITIONED BY (y SMALLINT, m TINYINT, d TINYINT)
STORED AS PARQUET
LOCATION '${hivevar:huser}/sc/dns_known';

CREATE EXTERNAL TABLE IF NOT EXISTS dns_known_staging (
  item_kind STRING,
  item STRING,
  clients BIGINT
)
PARTITIONED BY (run_id STRING)
STORED AS PARQUET
LOCATION '${hivevar:huser}/sc/dns_known_staging';

-- Method profile: the word of an IP's day with one item (view pair).
CREATE EXTERNAL TABLE IF NOT EXISTS dns_pairs (
  ip STRING,
  item STRING,
  word STRING
)
PARTITIONED BY (y SMALLINT, m TINYINT, d TINYINT)
STORED AS PARQUET
LOCATION '${hivevar:huser}/sc/dns_pairs';

CREATE EXTERNAL TABLE IF NOT EXISTS dns_pairs_staging (
  ip STRING,
  item STRING,
  word STRING
)
PARTITIONED BY (run_id STRING)
STORED AS PARQUET
LOCATION '${hivevar:huser}/sc/dns_pairs_staging';

-- Method profile: the word of an IP's day with all items of a kind of use (view fan).
CREATE EXTERNAL TABLE IF NOT EXISTS dns_fans (
  ip STRING,
  item STRING,
  word STRING
)
PARTITIONED BY (y SMALLINT, m TINYINT, d TINYINT)
STORED AS PARQUET
LOCATION '${hivevar:huser}/sc/dns_fans';

CREATE EXTERNAL TABLE IF NOT EXISTS dns_fans_staging (
  ip STRING,
  item STRING,
  word STRING
)
PARTITIONED BY (run_id STRING)
STORED AS PARQUET
LOCATION '${hivevar:huser}/sc/dns_fans_staging';

-- Scratch of score_dns_profile.sql: each word of the day with what the model counted of its parts, for sc_profile_probability.
-- Dropped with its files when done.
CREATE EXTERNAL TABLE IF NOT EXISTS dns_day_words (
  word STRING,
  topic_counts STRING,
  parts STRING
)
PARTITIONED BY (run_id STRING)
STORED AS PARQUET
LOCATION '${hivevar:huser}/sc/dns_day_words'
TBLPROPERTIES ('external.table.purge' = 'true');

-- Scratch of score_dns_profile.sql: the groups of the day, an IP's occurrences of a word. group_number counts from 1, the most
-- suspicious first; group_score is the share of the groups of the view that are not less suspicious, 0 to 1. verdict is the
-- one that counts; unseen_ip and unseen_word are 1 if the model does not know the IP or the word, else 0. Dropped with its
-- files when done.
CREATE EXTERNAL TABLE IF NOT EXISTS dns_groups (
  group_number BIGINT,
  ip STRING,
  word STRING,
  score_view STRING,
  group_size BIGINT,
  expected DOUBLE,
  log_p DOUBLE,
  group_score DOUBLE,
  verdict INT,
  unseen_ip INT,
  unseen_word INT
)
PARTITIONED BY (run_id STRING)
STORED AS PARQUET
LOCATION '${hivevar:huser}/sc/dns_groups'
TBLPROPERTIES ('external.table.purge' = 'true');

-- Scratch of score_dns_profile.sql: every valid event of the day with its most suspicious group. Dropped with its files when
-- done.
CREATE EXTERNAL TABLE IF NOT EXISTS dns_group_scoring (
  frame_time STRING,
  unix_tstamp BIGINT,
  frame_len INT,
  ip_dst STRING,
  dns_qry_name STRING,
  dns_qry_class STRING,
  dns_qry_type INT,
  dns_qry_rcode INT,
  word STRING,
  score DOUBLE,
  group_number BIGINT,
  verdict INT,
  unseen_ip INT,
  unseen_word INT,
  model_id STRING,
  allow_listed STRING
)
PARTITIONED BY (run_id STRING)
STORED AS PARQUET
LOCATION '${hivevar:huser}/sc/dns_group_scoring'
TBLPROPERTIES ('external.table.purge' = 'true');

-- The items that method profile has seen: first and last day (yyyy-MM-dd) and how many IPs had to do with it in all.
DROP VIEW IF EXISTS dns_items;

CREATE VIEW dns_items AS
SELECT
  c.item_kind,
  c.item,
  MIN(CONCAT(CAST(c.y AS STRING), '-', LPAD(CAST(c.m AS STRING), 2, '0'), '-', LPAD(CAST(c.d AS STRING), 2, '0'))) AS first_seen,
  MAX(CONCAT(CAST(c.y AS STRING), '-', LPAD(CAST(c.m AS STRING), 2, '0'), '-', LPAD(CAST(c.d AS STRING), 2, '0'))) AS last_seen,
  COUNT(DISTINCT c.ip) AS clients
FROM dns_clients c
GROUP BY c.item_kind, c.item;

-- Scratch of count_words_dns_profile.sql: the day's answers. domain is the item of dns_pairs, fan that of dns_fans; rare_type
-- is the type that was asked for if it is none of A, AAAA, PTR, CNAME and HTTPS; nxdomain is 1 if there is no such name, else
-- 0. Dropped with its files when done.
CREATE EXTERNAL TABLE IF NOT EXISTS dns_answers (
  ip STRING,
  domain STRING,
  domain_clients BIGINT,
  name STRING,
  subdomain_length INT,
  rare_type INT,
  nxdomain INT,
  fan STRING,
  word STRING
)
PARTITIONED BY (run_id STRING)
STORED AS PARQUET
LOCATION '${hivevar:huser}/sc/dns_answers'
TBLPROPERTIES ('external.table.purge' = 'true');

-- What analysts said of events, one row per event and statement: verdict 1 (high risk), 2 (medium) or 3 (low), of the event
-- in Spot's columns, its words, and the day it is of, event_day (yyyy-MM-dd). feedback_scope is event (the verdict holds for
-- the event's words at its IPs on that day), ip_word (on later days too) or word (for the words at every IP, on that day
-- and later). given_at is UTC as yyyy-MM-dd HH:mm:ss; expires_on the last day that it holds for, NULL if it does not end.
-- origin is the file it came from, with the line, or NULL. One partition per file or statement. Nothing is ever changed or
-- taken out: the newest verdict on the same words counts. group_ip and group_word are the group of method profile that was
-- judged; its words of spot are NULL then, and the other way round.
CREATE EXTERNAL TABLE IF NOT EXISTS dns_feedback (
  frame_time STRING,
  unix_tstamp BIGINT,
  frame_len INT,
  ip_dst STRING,
  dns_qry_name STRING,
  dns_qry_class STRING,
  dns_qry_type INT,
  dns_qry_rcode INT,
  word_spot STRING,
  word_psl STRING,
  event_day STRING,
  verdict INT,
  feedback_scope STRING,
  author STRING,
  given_at STRING,
  expires_on STRING,
  origin STRING,
  line_number BIGINT,
  group_ip STRING,
  group_word STRING
)
PARTITIONED BY (feedback_id STRING)
STORED AS PARQUET
LOCATION '${hivevar:huser}/sc/dns_feedback';

-- Scratch of count_words_dns.sql and score_dns.sql: the verdict that counts on the day for each pair of IP and word
-- that somebody judged, and for each word judged at every IP, whose ip is NULL. Dropped with its files when done.
CREATE EXTERNAL TABLE IF NOT EXISTS dns_judged (
  ip STRING,
  word STRING,
  verdict INT,
  given_at STRING
)
PARTITIONED BY (run_id STRING)
STORED AS PARQUET
LOCATION '${hivevar:huser}/sc/dns_judged'
TBLPROPERTIES ('external.table.purge' = 'true');

-- What the verdicts judge: one row for each pair of IP and word of a statement, with its method and vocabulary. ip is NULL where the
-- statement is of the word at every IP. problem says why a statement counts on no day, else it is NULL.
DROP VIEW IF EXISTS dns_verdicts;

CREATE VIEW dns_verdicts AS
SELECT
  p.score_method,
  p.vocabulary,
  CASE WHEN p.feedback_scope = 'word' THEN CAST(NULL AS STRING) ELSE p.pair_ip END AS ip,
  p.word, p.verdict, p.feedback_scope, p.event_day, p.expires_on, p.given_at, p.author, p.origin, p.line_number,
  p.feedback_id,
  CASE
    WHEN p.verdict IS NULL OR p.verdict NOT IN (1, 2, 3) THEN CONCAT('verdict ', COALESCE(CAST(p.verdict AS STRING), 'NULL'), ' is not 1, 2 or 3')
    WHEN p.feedback_scope IS NULL OR p.feedback_scope NOT IN ('event', 'ip_word', 'word') THEN CONCAT('feedback_scope ', COALESCE(p.feedback_scope, 'NULL'), ' is not event, ip_word or word')
    WHEN p.feedback_scope <> 'word' AND (p.pair_ip IS NULL OR p.pair_ip = '') THEN 'the event has no IP'
    WHEN COALESCE(REGEXP_EXTRACT(p.event_day, '^[0-9]{4}-[0-9]{2}-[0-9]{2}$', 0), '') = '' THEN CONCAT('event_day ', COALESCE(p.event_day, 'NULL'), ' is not yyyy-MM-dd')
    WHEN p.expires_on IS NOT NULL AND REGEXP_EXTRACT(p.expires_on, '^[0-9]{4}-[0-9]{2}-[0-9]{2}$', 0) = '' THEN CONCAT('expires_on ', p.expires_on, ' is not yyyy-MM-dd or NULL')
    WHEN COALESCE(REGEXP_EXTRACT(p.given_at, '^[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2}$', 0), '') = '' THEN CONCAT('given_at ', COALESCE(p.given_at, 'NULL'), ' is not yyyy-MM-dd HH:mm:ss')
  END AS problem
FROM (
  SELECT 'spot' AS score_method, 'spot' AS vocabulary, f.ip_dst AS pair_ip, f.word_spot AS word, f.*
  FROM dns_feedback f
  UNION ALL
  SELECT 'spot' AS score_method, 'psl' AS vocabulary, f.ip_dst AS pair_ip, f.word_psl AS word, f.*
  FROM dns_feedback f
  UNION ALL
  SELECT 'profile' AS score_method, 'psl' AS vocabulary, f.group_ip AS pair_ip, f.group_word AS word, f.*
  FROM dns_feedback f
) p
WHERE p.word IS NOT NULL;

-- The events of a day that can't be scored, why (NULL_FIELD, TIME_RANGE, NEGATIVE_COUNT, NO_WORD),
-- and the first field that is to blame. With the scored ones they are all events of the day.
CREATE EXTERNAL TABLE IF NOT EXISTS dns_invalid (
  frame_time STRING,
  unix_tstamp BIGINT,
  frame_len INT,
  ip_dst STRING,
  ip_src STRING,
  dns_qry_name STRING,
  dns_qry_class STRING,
  dns_qry_type INT,
  dns_qry_rcode INT,
  dns_a STRING,
  h TINYINT,
  reason STRING,
  field_name STRING,
  field_value STRING
)
PARTITIONED BY (y SMALLINT, m TINYINT, d TINYINT)
STORED AS PARQUET
LOCATION '${hivevar:huser}/sc/dns_invalid';

CREATE EXTERNAL TABLE IF NOT EXISTS dns_invalid_staging (
  frame_time STRING,
  unix_tstamp BIGINT,
  frame_len INT,
  ip_dst STRING,
  ip_src STRING,
  dns_qry_name STRING,
  dns_qry_class STRING,
  dns_qry_type INT,
  dns_qry_rcode INT,
  dns_a STRING,
  h TINYINT,
  reason STRING,
  field_name STRING,
  field_value STRING
)
PARTITIONED BY (run_id STRING)
STORED AS PARQUET
LOCATION '${hivevar:huser}/sc/dns_invalid_staging';

-- Lines of loaded files that are no event: where, why, and the first 64 KiB of the line.
CREATE EXTERNAL TABLE IF NOT EXISTS dns_rejected_lines (
  file_path STRING,
  line_number BIGINT,
  reason STRING,
  raw STRING
)
PARTITIONED BY (load_id STRING)
STORED AS PARQUET
LOCATION '${hivevar:huser}/sc/dns_rejected_lines';

-- The views. DNS has a word per vocabulary: count_words_dns.sql and score_dns.sql read dns_events_spot or dns_events_psl,
-- the one definition of a word and of a valid event. The functions are named with their database: Hive looks up the others
-- in the database of the session that reads.
DROP VIEW IF EXISTS dns_events_spot;

DROP VIEW IF EXISTS dns_events_psl;

DROP VIEW IF EXISTS dns_checked;

-- The events, and what keeps them from being scored under either vocabulary: checked_field, checked_reason and
-- checked_value, NULL for the others.
CREATE VIEW dns_checked AS
SELECT
  b.*,
  CASE
    WHEN b.checked_field = 'unix_tstamp' AND b.unix_tstamp < 0 THEN 'TIME_RANGE'
    WHEN b.checked_field = 'frame_len' AND b.frame_len < 0 THEN 'NEGATIVE_COUNT'
    WHEN b.checked_field IS NOT NULL THEN 'NULL_FIELD'
  END AS checked_reason,
  CASE b.checked_field
    WHEN 'frame_time' THEN b.frame_time
    WHEN 'unix_tstamp' THEN CAST(b.unix_tstamp AS STRING)
    WHEN 'frame_len' THEN CAST(b.frame_len AS STRING)
    WHEN 'ip_dst' THEN b.ip_dst
    WHEN 'dns_qry_name' THEN b.dns_qry_name
  END AS checked_value
FROM (
  SELECT
    a.*,
    CASE
      WHEN a.frame_time IS NULL OR a.frame_time IN ('', '-') THEN 'frame_time'
      WHEN a.unix_tstamp IS NULL OR a.unix_tstamp < 0 THEN 'unix_tstamp'
      WHEN a.frame_len IS NULL OR a.frame_len < 0 THEN 'frame_len'
      WHEN a.ip_dst IS NULL OR a.ip_dst IN ('', '-') THEN 'ip_dst'
      WHEN a.dns_qry_name IS NULL OR a.dns_qry_name IN ('', '-', '(empty)') THEN 'dns_qry_name'
      -- One of the three is enough: Zeek writes queries without an answer, tshark answers without a question.
      WHEN (a.dns_qry_class IS NULL OR a.dns_qry_class IN ('', '-')) AND a.dns_qry_type IS NULL
        AND (a.dns_qry_rcode IS NULL OR a.dns_qry_rcode < 0) THEN 'dns_qry_type'
    END AS checked_field
  FROM (
    SELECT
      e.frame_time,
      e.unix_tstamp,
      CASE WHEN e.frame_len BETWEEN -2147483648 AND 2147483647 THEN CAST(e.frame_len AS INT) END AS frame_len,
      e.ip_dst,
      e.ip_src,
      e.dns_qry_name,
      e.dns_qry_class,
      CASE WHEN e.dns_qry_type BETWEEN -2147483648 AND 2147483647 THEN CAST(e.dns_qry_type AS INT) END AS dns_qry_type,
      CASE WHEN e.dns_qry_rcode BETWEEN -2147483648 AND 2147483647 THEN CAST(e.dns_qry_rcode AS INT) END AS dns_qry_rcode,
      e.dns_a,
      e.y, e.m, e.d, e.h
    FROM dns e
  ) a
) b;

-- The events with their words of the vocabulary spot; what has no word has no hour, 0 to 23, in frame_time.
CREATE VIEW dns_events_spot AS
SELECT
  w.*,
  CASE WHEN w.checked_field IS NULL AND w.word IS NULL THEN 'frame_time' ELSE w.checked_field END AS field_name,
  CASE WHEN w.checked_field IS NULL AND w.word IS NULL THEN 'TIME_RANGE' ELSE w.checked_reason END AS reason,
  CASE WHEN w.checked_field IS NULL AND w.word IS NULL THEN w.frame_time ELSE w.checked_value END AS field_value
FROM (
  SELECT
    n.*,
    CASE WHEN n.checked_field IS NULL THEN
      ${hivevar:dbname}.sc_dns_word(n.frame_time, n.frame_len, n.dns_qry_name, COALESCE(n.dns_qry_type, -1), COALESCE(n.dns_qry_rcode, -1),
        ${hivevar:dbname}.sc_domain_class(n.domain, COALESCE(k.is_top, 0) = 1, k.user_domain))
    END AS word
  FROM (
    SELECT
      c.*,
      ${hivevar:dbname}.sc_domain(c.dns_qry_name) AS domain
    FROM dns_checked c
  ) n
  LEFT JOIN known_domains_spot k ON n.domain = k.domain
) w;

-- The events with their words of the vocabulary psl; with it every checked event has a word.
CREATE VIEW dns_events_psl AS
SELECT
  w.*,
  CASE WHEN w.checked_field IS NULL AND w.word IS NULL THEN 'unix_tstamp' ELSE w.checked_field END AS field_name,
  CASE WHEN w.checked_field IS NULL AND w.word IS NULL THEN 'TIME_RANGE' ELSE w.checked_reason END AS reason,
  CASE WHEN w.checked_field IS NULL AND w.word IS NULL THEN CAST(w.unix_tstamp AS STRING) ELSE w.checked_value END AS field_value
FROM (
  SELECT
    n.*,
    CASE WHEN n.checked_field IS NULL THEN
      ${hivevar:dbname}.sc_dns_word_psl(n.unix_tstamp, n.frame_len, n.dns_qry_name, COALESCE(n.dns_qry_type, -1), COALESCE(n.dns_qry_rcode, -1),
        ${hivevar:dbname}.sc_domain_class(n.domain, COALESCE(k.is_top, 0) = 1, k.user_domain))
    END AS word
  FROM (
    SELECT
      c.*,
      ${hivevar:dbname}.sc_registered_domain(c.dns_qry_name) AS domain
    FROM dns_checked c
  ) n
  LEFT JOIN known_domains_psl k ON n.domain = k.domain
) w;

-- The valid events, and what method profile knows them by: profile_name is the name in the form that names are compared in, or
-- as it is if it has none, such as an IP address; profile_domain its registered domain, in-addr.arpa or ip6.arpa for the reverse
-- name of an address, else that name; fan the item of dns_fans.
DROP VIEW IF EXISTS dns_profile_events;

DROP VIEW IF EXISTS dns_profile_items;

CREATE VIEW dns_profile_items AS
SELECT
  n.*,
  CASE
    WHEN n.domain IS NOT NULL THEN n.domain
    WHEN n.profile_name LIKE '%.in-addr.arpa' THEN 'in-addr.arpa'
    WHEN n.profile_name LIKE '%.ip6.arpa' THEN 'ip6.arpa'
    ELSE n.profile_name
  END AS profile_domain,
  CASE WHEN n.dns_qry_rcode = 3 THEN 'nx' ELSE 'ok' END AS fan
FROM (
  SELECT e.*, COALESCE(${hivevar:dbname}.sc_host_name(e.dns_qry_name), e.dns_qry_name) AS profile_name
  FROM dns_events_psl e
  WHERE e.field_name IS NULL
) n;

-- The events as method profile sees them, for days that it has counted. profile_word is the word of the view event.
CREATE VIEW dns_profile_events AS
SELECT
  p.*,
  ${hivevar:dbname}.sc_dns_event_word(p.dns_qry_type, p.dns_qry_rcode, p.dns_qry_name, p.domain_clients, p.frame_len) AS profile_word
FROM (
  SELECT e.*, COALESCE(k.clients, 0) AS domain_clients
  FROM dns_profile_items e
  LEFT JOIN (
    SELECT item, clients, y, m, d FROM dns_known WHERE item_kind = 'domain'
  ) k ON e.profile_domain = k.item AND e.y = k.y AND e.m = k.m AND e.d = k.d
) p;

-- The topics of a model for people: the share of the corpus that a topic accounts for, and a name, which is what its
-- three most probable words say, each with its probability in the topic. A word without an explanation stands for itself;
-- topic_name is NULL for a model without top words.
DROP VIEW IF EXISTS dns_topic_names;

CREATE VIEW dns_topic_names AS
SELECT
  t.model_id,
  t.topic,
  t.tokens,
  t.tokens / SUM(t.tokens) OVER (PARTITION BY t.model_id) AS topic_share,
  n.topic_name
FROM dns_topics t
LEFT JOIN (
  SELECT
    e.model_id,
    e.topic,
    CONCAT(
      MAX(CASE WHEN e.word_rank = 1 THEN e.named END),
      COALESCE(CONCAT('; ', MAX(CASE WHEN e.word_rank = 2 THEN e.named END)), ''),
      COALESCE(CONCAT('; ', MAX(CASE WHEN e.word_rank = 3 THEN e.named END)), '')
    ) AS topic_name
  FROM (
    SELECT
      w.model_id,
      w.topic,
      w.word_rank,
      CONCAT(
        COALESCE(${hivevar:dbname}.sc_explain_word(r.source, r.score_method, r.vocabulary, '', w.word), w.word),
        CASE
          WHEN w.probability < 0.01 THEN ' (<1 %)'
          ELSE CONCAT(' (', CAST(CAST(ROUND(w.probability * 100) AS INT) AS STRING), ' %)')
        END
      ) AS named
    FROM dns_topic_top_words w
    JOIN model_runs r ON w.model_id = r.model_id
    WHERE w.word_rank <= 3
  ) e
  GROUP BY e.model_id, e.topic
) n ON t.model_id = n.model_id AND t.topic = n.topic;

-- Scratch of oa_dns.sql: the results that are published, at most limit_rows; of method profile of each group the first, and
-- rows_listed is how many of its rows are listed, else 1. ml_score is the score as FLOAT, moved up by the least that a FLOAT can
-- where it would not grow with the rank. Dropped with its files when done.
CREATE EXTERNAL TABLE IF NOT EXISTS dns_suspicious (
  frame_time STRING,
  unix_tstamp BIGINT,
  frame_len INT,
  ip_dst STRING,
  dns_qry_name STRING,
  dns_qry_class STRING,
  dns_qry_type INT,
  dns_qry_rcode INT,
  word STRING,
  score DOUBLE,
  score_rank INT,
  model_id STRING,
  score_view STRING,
  group_id STRING,
  group_size BIGINT,
  expected DOUBLE,
  log_p DOUBLE,
  rows_listed BIGINT,
  ml_score FLOAT
)
PARTITIONED BY (run_id STRING)
STORED AS PARQUET
LOCATION '${hivevar:huser}/sc/dns_suspicious'
TBLPROPERTIES ('external.table.purge' = 'true');

-- Why each row of dns_scores is suspicious; ml_score is the row's there, score_rank its rank in dns_scored_results under
-- score_method. ip and word are those that made the event suspicious, of method profile the group, and word_text what the word
-- says. The counts are of the days that the model was trained on: ip_occurrences, how often the IP had the word, of its
-- ip_words words (NULL if the model does not know the IP), all_occurrences, how often anybody had it, on all_ips IPs, of
-- all_words. surprisal_bits is -log2 of the event's probability, of method profile of the probability of as many as group_size
-- where expected were expected. topic is where the IP's word most probably came from, NULL if no topic has it there. seen_here
-- and seen_anywhere: whether the IP, and whether anybody, had the word on the days counted before, at most 60 days back.
-- explanation says all of it.
CREATE EXTERNAL TABLE IF NOT EXISTS dns_explanations (
  score_rank INT,
  ml_score FLOAT,
  score_method STRING,
  model_id STRING,
  ip STRING,
  word STRING,
  word_text STRING,
  ip_occurrences BIGINT,
  ip_words BIGINT,
  all_occurrences BIGINT,
  all_ips BIGINT,
  all_words BIGINT,
  group_size BIGINT,
  expected DOUBLE,
  surprisal_bits DOUBLE,
  topic INT,
  topic_name STRING,
  seen_here BOOLEAN,
  seen_anywhere BOOLEAN,
  explanation STRING
)
PARTITIONED BY (y SMALLINT, m TINYINT, d TINYINT)
STORED AS PARQUET
LOCATION '${hivevar:huser}/sc/dns_explanations';

CREATE EXTERNAL TABLE IF NOT EXISTS dns_explanations_staging (
  score_rank INT,
  ml_score FLOAT,
  score_method STRING,
  model_id STRING,
  ip STRING,
  word STRING,
  word_text STRING,
  ip_occurrences BIGINT,
  ip_words BIGINT,
  all_occurrences BIGINT,
  all_ips BIGINT,
  all_words BIGINT,
  group_size BIGINT,
  expected DOUBLE,
  surprisal_bits DOUBLE,
  topic INT,
  topic_name STRING,
  seen_here BOOLEAN,
  seen_anywhere BOOLEAN,
  explanation STRING
)
PARTITIONED BY (run_id STRING)
STORED AS PARQUET
LOCATION '${hivevar:huser}/sc/dns_explanations_staging';

-- Apache Spot's front end: how many events were loaded per minute, valid or not; tdate is yyyy-MM-dd HH:mm (UTC). An event whose
-- time can't be read counts in the first minute of the hour that it was loaded into.
CREATE EXTERNAL TABLE IF NOT EXISTS dns_ingest_summary (
  tdate STRING,
  total BIGINT
)
PARTITIONED BY (y SMALLINT, m TINYINT, d TINYINT)
STORED AS PARQUET
LOCATION '${hivevar:huser}/dns/hive/oa/summary';

CREATE EXTERNAL TABLE IF NOT EXISTS dns_ingest_summary_staging (
  tdate STRING,
  total BIGINT
)
PARTITIONED BY (run_id STRING)
STORED AS PARQUET
LOCATION '${hivevar:huser}/sc/dns_ingest_summary_staging';

-- Apache Spot's front end: the stories that analysts wrote about a day. Written and deleted by its API, by path: the partitions
-- are never moved.
CREATE EXTERNAL TABLE IF NOT EXISTS dns_storyboard (
  ip_threat STRING,
  dns_threat STRING,
  title STRING,
  text STRING
)
PARTITIONED BY (y SMALLINT, m TINYINT, d TINYINT)
STORED AS PARQUET
LOCATION '${hivevar:huser}/dns/hive/oa/storyboard';

-- Apache Spot's front end: the verdicts that analysts gave there, 1 high risk, 2 medium, 3 low. Written and deleted by its API,
-- by path: the partitions are never moved.
CREATE EXTERNAL TABLE IF NOT EXISTS dns_threat_investigation (
  unix_tstamp BIGINT,
  ip_dst STRING,
  dns_qry_name STRING,
  ip_sev INT,
  dns_sev INT
)
PARTITIONED BY (y SMALLINT, m TINYINT, d TINYINT)
STORED AS PARQUET
LOCATION '${hivevar:huser}/dns/hive/oa/threat_investigation';

-- Apache Spot's front end: a day's most suspicious answers. ml_score, the lowest the most suspicious, grows with score_rank. tld
-- is the registered domain of the name, query_rep FEED:SEVERITY:NUMBER of the most serious indicator of it or of a domain above
-- it that holds on the day (threat_intelligence: 3 high, 2 medium, 1 low), hh the hour (UTC), names are IANA's (iana_names),
-- network_context is the client's network; NULL where nothing is known.
CREATE EXTERNAL TABLE IF NOT EXISTS dns_scores (
  frame_time STRING,
  unix_tstamp BIGINT,
  frame_len BIGINT,
  ip_dst STRING,
  dns_qry_name STRING,
  dns_qry_class STRING,
  dns_qry_type INT,
  dns_qry_rcode INT,
  ml_score FLOAT,
  tld STRING,
  query_rep STRING,
  hh INT,
  dns_qry_class_name STRING,
  dns_qry_type_name STRING,
  dns_qry_rcode_name STRING,
  network_context STRING
)
PARTITIONED BY (y SMALLINT, m TINYINT, d TINYINT)
STORED AS PARQUET
LOCATION '${hivevar:huser}/dns/hive/oa/suspicious';

CREATE EXTERNAL TABLE IF NOT EXISTS dns_scores_staging (
  frame_time STRING,
  unix_tstamp BIGINT,
  frame_len BIGINT,
  ip_dst STRING,
  dns_qry_name STRING,
  dns_qry_class STRING,
  dns_qry_type INT,
  dns_qry_rcode INT,
  ml_score FLOAT,
  tld STRING,
  query_rep STRING,
  hh INT,
  dns_qry_class_name STRING,
  dns_qry_type_name STRING,
  dns_qry_rcode_name STRING,
  network_context STRING
)
PARTITIONED BY (run_id STRING)
STORED AS PARQUET
LOCATION '${hivevar:huser}/sc/dns_scores_staging';

-- Apache Spot's front end: all answers about the name of a row of dns_scores within its hour, hh (UTC). Each answer once.
CREATE EXTERNAL TABLE IF NOT EXISTS dns_edge (
  unix_tstamp BIGINT,
  frame_len BIGINT,
  ip_dst STRING,
  ip_src STRING,
  dns_qry_name STRING,
  dns_qry_class STRING,
  dns_qry_type INT,
  dns_qry_rcode INT,
  dns_a STRING,
  hh INT,
  dns_qry_class_name STRING,
  dns_qry_type_name STRING,
  dns_qry_rcode_name STRING,
  network_context STRING
)
PARTITIONED BY (y SMALLINT, m TINYINT, d TINYINT)
STORED AS PARQUET
LOCATION '${hivevar:huser}/dns/hive/oa/edge';

CREATE EXTERNAL TABLE IF NOT EXISTS dns_edge_staging (
  unix_tstamp BIGINT,
  frame_len BIGINT,
  ip_dst STRING,
  ip_src STRING,
  dns_qry_name STRING,
  dns_qry_class STRING,
  dns_qry_type INT,
  dns_qry_rcode INT,
  dns_a STRING,
  hh INT,
  dns_qry_class_name STRING,
  dns_qry_type_name STRING,
  dns_qry_rcode_name STRING,
  network_context STRING
)
PARTITIONED BY (run_id STRING)
STORED AS PARQUET
LOCATION '${hivevar:huser}/sc/dns_edge_staging';

-- Apache Spot's front end: what the clients of dns_scores asked for on the day and what they were answered, each once;
-- unix_tstamp is the first time.
CREATE EXTERNAL TABLE IF NOT EXISTS dns_dendro (
  unix_tstamp BIGINT,
  dns_a STRING,
  dns_qry_name STRING,
  ip_dst STRING
)
PARTITIONED BY (y SMALLINT, m TINYINT, d TINYINT)
STORED AS PARQUET
LOCATION '${hivevar:huser}/dns/hive/oa/dendro';

CREATE EXTERNAL TABLE IF NOT EXISTS dns_dendro_staging (
  unix_tstamp BIGINT,
  dns_a STRING,
  dns_qry_name STRING,
  ip_dst STRING
)
PARTITIONED BY (run_id STRING)
STORED AS PARQUET
LOCATION '${hivevar:huser}/sc/dns_dendro_staging';

-- Apache Spot's front end: how often a client asked for a name that an analyst wrote a story about, or which names it asked for.
CREATE EXTERNAL TABLE IF NOT EXISTS dns_threat_dendro (
  anchor STRING,
  total BIGINT,
  dns_qry_name STRING,
  ip_dst STRING
)
PARTITIONED BY (y SMALLINT, m TINYINT, d TINYINT)
STORED AS PARQUET
LOCATION '${hivevar:huser}/dns/hive/oa/threat_dendro';
