-- Copyright the Suspicious Connects authors.
-- SPDX-License-Identifier: Apache-2.0
--
-- Tables of the proxy source (requests through a web proxy).
-- Reads: nothing. Writes: empty tables where they are missing, and views.
-- Needs: ddl/database.sql, ddl/common.sql, and the functions of ddl/functions/.
-- Variables: dbname; huser, the folder of the warehouse user, below which every table lies.
-- Example: beeline -f ddl/proxy.sql --hivevar dbname=spot --hivevar huser=/user/spot
-- Generated from ddl/templates/proxy.sql.ftl: change that, not this file.

USE ${hivevar:dbname};

-- The events, one row per request, in Apache Spot's columns and place. p_date is yyyy-MM-dd, p_time HH:mm:ss, UTC;
-- duration is in milliseconds, scbytes went to the client, csbytes came from it. The partitions are text, month, day
-- and hour of two digits, as Spot's front end asks for them.
CREATE EXTERNAL TABLE IF NOT EXISTS proxy (
  p_date STRING,
  p_time STRING,
  clientip STRING,
  host STRING,
  reqmethod STRING,
  useragent STRING,
  resconttype STRING,
  duration INT,
  username STRING,
  authgroup STRING,
  exceptionid STRING,
  filterresult STRING,
  webcat STRING,
  referer STRING,
  respcode STRING,
  action STRING,
  urischeme STRING,
  uriport STRING,
  uripath STRING,
  uriquery STRING,
  uriextension STRING,
  serverip STRING,
  scbytes INT,
  csbytes INT,
  virusid STRING,
  bcappname STRING,
  bcappoper STRING,
  fulluri STRING
)
PARTITIONED BY (y STRING, m STRING, d STRING, h STRING)
STORED AS PARQUET
LOCATION '${hivevar:huser}/proxy/hive';

-- The corpus: how often each word occurs in each document (a client's day).
CREATE EXTERNAL TABLE IF NOT EXISTS proxy_word_counts (
  ip STRING,
  word STRING,
  word_count BIGINT,
  vocabulary STRING
)
PARTITIONED BY (y SMALLINT, m TINYINT, d TINYINT, score_method STRING)
STORED AS PARQUET
LOCATION '${hivevar:huser}/sc/proxy_word_counts';

CREATE EXTERNAL TABLE IF NOT EXISTS proxy_word_counts_staging (
  ip STRING,
  word STRING,
  word_count BIGINT,
  vocabulary STRING
)
PARTITIONED BY (run_id STRING)
STORED AS PARQUET
LOCATION '${hivevar:huser}/sc/proxy_word_counts_staging';

-- How many valid requests of the day each user agent made, '-' for those without one: a part of the words. Counted once a
-- day, by count_words_proxy.sql, so that counting and scoring see the same. The partitions are those of proxy.
CREATE EXTERNAL TABLE IF NOT EXISTS proxy_user_agents (
  useragent STRING,
  requests BIGINT
)
PARTITIONED BY (y STRING, m STRING, d STRING)
STORED AS PARQUET
LOCATION '${hivevar:huser}/sc/proxy_user_agents';

CREATE EXTERNAL TABLE IF NOT EXISTS proxy_user_agents_staging (
  useragent STRING,
  requests BIGINT
)
PARTITIONED BY (run_id STRING)
STORED AS PARQUET
LOCATION '${hivevar:huser}/sc/proxy_user_agents_staging';

-- Per document: P(topic | ip), K doubles, sum 1, and the expected counts they come from, as vectors
-- (base64 of little-endian float64: sc_vector_to_array shows them); tokens is the sum of the counts.
CREATE EXTERNAL TABLE IF NOT EXISTS proxy_topic_mix (
  ip STRING,
  tokens DOUBLE,
  topic_mix STRING,
  topic_counts STRING
)
PARTITIONED BY (model_id STRING)
STORED AS PARQUET
LOCATION '${hivevar:huser}/sc/proxy_topic_mix';

-- Per word: P(word | topic), K doubles (each topic sums to 1 over the words), and the expected counts.
CREATE EXTERNAL TABLE IF NOT EXISTS proxy_word_topics (
  word STRING,
  tokens DOUBLE,
  topic_probs STRING,
  topic_counts STRING
)
PARTITIONED BY (model_id STRING)
STORED AS PARQUET
LOCATION '${hivevar:huser}/sc/proxy_word_topics';

-- Per topic, 0 to K - 1: its expected count in the corpus.
CREATE EXTERNAL TABLE IF NOT EXISTS proxy_topics (
  topic INT,
  tokens DOUBLE
)
PARTITIONED BY (model_id STRING)
STORED AS PARQUET
LOCATION '${hivevar:huser}/sc/proxy_topics';

-- The words of a topic that are most probable in it, word_rank from 1, for people.
CREATE EXTERNAL TABLE IF NOT EXISTS proxy_topic_top_words (
  topic INT,
  word_rank INT,
  word STRING,
  probability DOUBLE
)
PARTITIONED BY (model_id STRING)
STORED AS PARQUET
LOCATION '${hivevar:huser}/sc/proxy_topic_top_words';

-- What the words of method profile are made of, for the background probability of a word that the model does not know; no
-- rows for spot. tokens is how often the words with this part occur. word_part is a prefix of a word, up to the whole word
-- (such as event or event|src-ext-to443: continuations is the number of distinct next fields, 0 of a whole word), a field at
-- its place (event#2=TCP-SA, continuations 0), a place (event#2: continuations is the number of distinct fields there), or *
-- (tokens is the number of all, continuations that of the views).
CREATE EXTERNAL TABLE IF NOT EXISTS proxy_word_parts (
  word_part STRING,
  tokens BIGINT,
  continuations BIGINT
)
PARTITIONED BY (model_id STRING)
STORED AS PARQUET
LOCATION '${hivevar:huser}/sc/proxy_word_parts';

-- How often an IP had a word about a rare item (see proxy_word_parts) itself in the days trained on; of method profile only.
CREATE EXTERNAL TABLE IF NOT EXISTS proxy_own_counts (
  ip STRING,
  word STRING,
  tokens BIGINT
)
PARTITIONED BY (model_id STRING)
STORED AS PARQUET
LOCATION '${hivevar:huser}/sc/proxy_own_counts';

-- Scratch of score_proxy.sql: every valid event of the day with its score; unseen_ip and unseen_word are 1 if the model does
-- not know an IP or a word of it, else 0; allow_listed is the entry of the allow-list that it matches, or NULL. Dropped with
-- its files when done.
CREATE EXTERNAL TABLE IF NOT EXISTS proxy_scoring (
  p_date STRING,
  p_time STRING,
  clientip STRING,
  host STRING,
  reqmethod STRING,
  useragent STRING,
  resconttype STRING,
  duration INT,
  username STRING,
  webcat STRING,
  referer STRING,
  respcode STRING,
  uriport STRING,
  uripath STRING,
  uriquery STRING,
  serverip STRING,
  scbytes INT,
  csbytes INT,
  fulluri STRING,
  word STRING,
  score DOUBLE,
  unseen_ip INT,
  unseen_word INT,
  model_id STRING,
  allow_listed STRING
)
PARTITIONED BY (run_id STRING)
STORED AS PARQUET
LOCATION '${hivevar:huser}/sc/proxy_scoring'
TBLPROPERTIES ('external.table.purge' = 'true');

-- The most suspicious events: Spot's columns, the word or words, the score (0 to 1, the lowest is the most suspicious)
-- and its rank from 1. verdict is the one that counts for the event's words at its IPs, of several the most serious: 1 high
-- risk, 2 medium, 3 low, NULL if nobody said anything. Events that the allow-list matches are here too, without a rank:
-- allow_listed is the entry, such as 'cidr 10.0.0.0/8', else NULL.
-- Method profile lists groups: group_id is the IP and the word that the event is listed with, score_view the word's view,
-- group_size how often the IP had the word that day, expected how often it was expected to, log_p the logarithm of the
-- probability of so many. The rows of a group follow each other. With method spot all five are NULL.
CREATE EXTERNAL TABLE IF NOT EXISTS proxy_scored_results (
  p_date STRING,
  p_time STRING,
  clientip STRING,
  host STRING,
  reqmethod STRING,
  useragent STRING,
  resconttype STRING,
  duration INT,
  username STRING,
  webcat STRING,
  referer STRING,
  respcode STRING,
  uriport STRING,
  uripath STRING,
  uriquery STRING,
  serverip STRING,
  scbytes INT,
  csbytes INT,
  fulluri STRING,
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
LOCATION '${hivevar:huser}/sc/proxy_scored_results';

CREATE EXTERNAL TABLE IF NOT EXISTS proxy_scored_results_staging (
  p_date STRING,
  p_time STRING,
  clientip STRING,
  host STRING,
  reqmethod STRING,
  useragent STRING,
  resconttype STRING,
  duration INT,
  username STRING,
  webcat STRING,
  referer STRING,
  respcode STRING,
  uriport STRING,
  uripath STRING,
  uriquery STRING,
  serverip STRING,
  scbytes INT,
  csbytes INT,
  fulluri STRING,
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
LOCATION '${hivevar:huser}/sc/proxy_scored_results_staging';

-- Method profile: which IPs had to do with which items on a day (kind host: a name or address; kind agent: a user agent, '-' for none), each pair once: the reference that
-- tells what is new on later days.
CREATE EXTERNAL TABLE IF NOT EXISTS proxy_clients (
  item_kind STRING,
  item STRING,
  ip STRING
)
PARTITIONED BY (y SMALLINT, m TINYINT, d TINYINT)
STORED AS PARQUET
LOCATION '${hivevar:huser}/sc/proxy_clients';

CREATE EXTERNAL TABLE IF NOT EXISTS proxy_clients_staging (
  item_kind STRING,
  item STRING,
  ip STRING
)
PARTITIONED BY (run_id STRING)
STORED AS PARQUET
LOCATION '${hivevar:huser}/sc/proxy_clients_staging';

-- Method profile: how many IPs had to do with an item in the reference window before the day; one that is not here, none. The
-- day's words were made with it, and those of its events are when they are scored. The partitions are those of
-- proxy.
CREATE EXTERNAL TABLE IF NOT EXISTS proxy_known (
  item_kind STRING,
  item STRING,
  clients BIGINT
)
PARTITIONED BY (y STRING, m STRING, d STRING)
STORED AS PARQUET
LOCATION '${hivevar:huser}/sc/proxy_known';

CREATE EXTERNAL TABLE IF NOT EXISTS proxy_known_staging (
  item_kind STRING,
  item STRING,
  clients BIGINT
)
PARTITIONED BY (run_id STRING)
STORED AS PARQUET
LOCATION '${hivevar:huser}/sc/proxy_known_staging';

-- Method profile: the word of an IP's day with one item (view pair).
CREATE EXTERNAL TABLE IF NOT EXISTS proxy_pairs (
  ip STRING,
  item STRING,
  word STRING
)
PARTITIONED BY (y SMALLINT, m TINYINT, d TINYINT)
STORED AS PARQUET
LOCATION '${hivevar:huser}/sc/proxy_pairs';

CREATE EXTERNAL TABLE IF NOT EXISTS proxy_pairs_staging (
  ip STRING,
  item STRING,
  word STRING
)
PARTITIONED BY (run_id STRING)
STORED AS PARQUET
LOCATION '${hivevar:huser}/sc/proxy_pairs_staging';

-- Method profile: the word of an IP's day with all items of a kind of use (view fan).
CREATE EXTERNAL TABLE IF NOT EXISTS proxy_fans (
  ip STRING,
  item STRING,
  word STRING
)
PARTITIONED BY (y SMALLINT, m TINYINT, d TINYINT)
STORED AS PARQUET
LOCATION '${hivevar:huser}/sc/proxy_fans';

CREATE EXTERNAL TABLE IF NOT EXISTS proxy_fans_staging (
  ip STRING,
  item STRING,
  word STRING
)
PARTITIONED BY (run_id STRING)
STORED AS PARQUET
LOCATION '${hivevar:huser}/sc/proxy_fans_staging';

-- Scratch of score_proxy_profile.sql: each word of the day with what the model counted of its parts, for sc_profile_probability.
-- Dropped with its files when done.
CREATE EXTERNAL TABLE IF NOT EXISTS proxy_day_words (
  word STRING,
  topic_counts STRING,
  parts STRING
)
PARTITIONED BY (run_id STRING)
STORED AS PARQUET
LOCATION '${hivevar:huser}/sc/proxy_day_words'
TBLPROPERTIES ('external.table.purge' = 'true');

-- Scratch of score_proxy_profile.sql: the groups of the day, an IP's occurrences of a word. group_number counts from 1, the most
-- suspicious first; group_score is the share of the groups of the view that are not less suspicious, 0 to 1. verdict is the
-- one that counts; unseen_ip and unseen_word are 1 if the model does not know the IP or the word, else 0. Dropped with its
-- files when done.
CREATE EXTERNAL TABLE IF NOT EXISTS proxy_groups (
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
LOCATION '${hivevar:huser}/sc/proxy_groups'
TBLPROPERTIES ('external.table.purge' = 'true');

-- Scratch of score_proxy_profile.sql: every valid event of the day with its most suspicious group. Dropped with its files when
-- done.
CREATE EXTERNAL TABLE IF NOT EXISTS proxy_group_scoring (
  p_date STRING,
  p_time STRING,
  clientip STRING,
  host STRING,
  reqmethod STRING,
  useragent STRING,
  resconttype STRING,
  duration INT,
  username STRING,
  webcat STRING,
  referer STRING,
  respcode STRING,
  uriport STRING,
  uripath STRING,
  uriquery STRING,
  serverip STRING,
  scbytes INT,
  csbytes INT,
  fulluri STRING,
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
LOCATION '${hivevar:huser}/sc/proxy_group_scoring'
TBLPROPERTIES ('external.table.purge' = 'true');

-- The items that method profile has seen: first and last day (yyyy-MM-dd) and how many IPs had to do with it in all.
DROP VIEW IF EXISTS proxy_items;

CREATE VIEW proxy_items AS
SELECT
  c.item_kind,
  c.item,
  MIN(CONCAT(CAST(c.y AS STRING), '-', LPAD(CAST(c.m AS STRING), 2, '0'), '-', LPAD(CAST(c.d AS STRING), 2, '0'))) AS first_seen,
  MAX(CONCAT(CAST(c.y AS STRING), '-', LPAD(CAST(c.m AS STRING), 2, '0'), '-', LPAD(CAST(c.d AS STRING), 2, '0'))) AS last_seen,
  COUNT(DISTINCT c.ip) AS clients
FROM proxy_clients c
GROUP BY c.item_kind, c.item;

-- Scratch of count_words_proxy_profile.sql: the day's requests. host is the item of proxy_pairs, agent that of proxy_fans;
-- domain is the host's registered domain, or the host if it has none; day_second counts from midnight (UTC); csbytes is 0 where
-- it is missing or negative. Dropped with its files when done.
CREATE EXTERNAL TABLE IF NOT EXISTS proxy_requests (
  ip STRING,
  host STRING,
  host_clients BIGINT,
  agent STRING,
  agent_clients BIGINT,
  domain STRING,
  day_second INT,
  csbytes INT,
  word STRING
)
PARTITIONED BY (run_id STRING)
STORED AS PARQUET
LOCATION '${hivevar:huser}/sc/proxy_requests'
TBLPROPERTIES ('external.table.purge' = 'true');

-- What analysts said of events, one row per event and statement: verdict 1 (high risk), 2 (medium) or 3 (low), of the event
-- in Spot's columns, its words, and the day it is of, event_day (yyyy-MM-dd). feedback_scope is event (the verdict holds for
-- the event's words at its IPs on that day), ip_word (on later days too) or word (for the words at every IP, on that day
-- and later). given_at is UTC as yyyy-MM-dd HH:mm:ss; expires_on the last day that it holds for, NULL if it does not end.
-- origin is the file it came from, with the line, or NULL. One partition per file or statement. Nothing is ever changed or
-- taken out: the newest verdict on the same words counts. group_ip and group_word are the group of method profile that was
-- judged; its words of spot are NULL then, and the other way round.
CREATE EXTERNAL TABLE IF NOT EXISTS proxy_feedback (
  p_date STRING,
  p_time STRING,
  clientip STRING,
  host STRING,
  reqmethod STRING,
  useragent STRING,
  resconttype STRING,
  duration INT,
  username STRING,
  webcat STRING,
  referer STRING,
  respcode STRING,
  uriport STRING,
  uripath STRING,
  uriquery STRING,
  serverip STRING,
  scbytes INT,
  csbytes INT,
  fulluri STRING,
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
LOCATION '${hivevar:huser}/sc/proxy_feedback';

-- Scratch of count_words_proxy.sql and score_proxy.sql: the verdict that counts on the day for each pair of IP and word
-- that somebody judged, and for each word judged at every IP, whose ip is NULL. Dropped with its files when done.
CREATE EXTERNAL TABLE IF NOT EXISTS proxy_judged (
  ip STRING,
  word STRING,
  verdict INT,
  given_at STRING
)
PARTITIONED BY (run_id STRING)
STORED AS PARQUET
LOCATION '${hivevar:huser}/sc/proxy_judged'
TBLPROPERTIES ('external.table.purge' = 'true');

-- What the verdicts judge: one row for each pair of IP and word of a statement, with its method and vocabulary. ip is NULL where the
-- statement is of the word at every IP. problem says why a statement counts on no day, else it is NULL.
DROP VIEW IF EXISTS proxy_verdicts;

CREATE VIEW proxy_verdicts AS
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
  SELECT 'spot' AS score_method, 'spot' AS vocabulary, f.clientip AS pair_ip, f.word_spot AS word, f.*
  FROM proxy_feedback f
  UNION ALL
  SELECT 'spot' AS score_method, 'psl' AS vocabulary, f.clientip AS pair_ip, f.word_psl AS word, f.*
  FROM proxy_feedback f
  UNION ALL
  SELECT 'profile' AS score_method, 'psl' AS vocabulary, f.group_ip AS pair_ip, f.group_word AS word, f.*
  FROM proxy_feedback f
) p
WHERE p.word IS NOT NULL;

-- The events of a day that can't be scored, why (NULL_FIELD, TIME_RANGE, NEGATIVE_COUNT, NO_WORD),
-- and the first field that is to blame. With the scored ones they are all events of the day.
CREATE EXTERNAL TABLE IF NOT EXISTS proxy_invalid (
  p_date STRING,
  p_time STRING,
  clientip STRING,
  host STRING,
  reqmethod STRING,
  useragent STRING,
  resconttype STRING,
  duration INT,
  username STRING,
  authgroup STRING,
  exceptionid STRING,
  filterresult STRING,
  webcat STRING,
  referer STRING,
  respcode STRING,
  action STRING,
  urischeme STRING,
  uriport STRING,
  uripath STRING,
  uriquery STRING,
  uriextension STRING,
  serverip STRING,
  scbytes INT,
  csbytes INT,
  virusid STRING,
  bcappname STRING,
  bcappoper STRING,
  fulluri STRING,
  h STRING,
  reason STRING,
  field_name STRING,
  field_value STRING
)
PARTITIONED BY (y SMALLINT, m TINYINT, d TINYINT)
STORED AS PARQUET
LOCATION '${hivevar:huser}/sc/proxy_invalid';

CREATE EXTERNAL TABLE IF NOT EXISTS proxy_invalid_staging (
  p_date STRING,
  p_time STRING,
  clientip STRING,
  host STRING,
  reqmethod STRING,
  useragent STRING,
  resconttype STRING,
  duration INT,
  username STRING,
  authgroup STRING,
  exceptionid STRING,
  filterresult STRING,
  webcat STRING,
  referer STRING,
  respcode STRING,
  action STRING,
  urischeme STRING,
  uriport STRING,
  uripath STRING,
  uriquery STRING,
  uriextension STRING,
  serverip STRING,
  scbytes INT,
  csbytes INT,
  virusid STRING,
  bcappname STRING,
  bcappoper STRING,
  fulluri STRING,
  h STRING,
  reason STRING,
  field_name STRING,
  field_value STRING
)
PARTITIONED BY (run_id STRING)
STORED AS PARQUET
LOCATION '${hivevar:huser}/sc/proxy_invalid_staging';

-- Lines of loaded files that are no event: where, why, and the first 64 KiB of the line.
CREATE EXTERNAL TABLE IF NOT EXISTS proxy_rejected_lines (
  file_path STRING,
  line_number BIGINT,
  reason STRING,
  raw STRING
)
PARTITIONED BY (load_id STRING)
STORED AS PARQUET
LOCATION '${hivevar:huser}/sc/proxy_rejected_lines';

-- The views. Proxy has a word per vocabulary: count_words_proxy.sql and score_proxy.sql read proxy_events_spot or
-- proxy_events_psl, the one definition of a word and of a valid event. The functions are named with their database: Hive
-- looks up the others in the database of the session that reads.
DROP VIEW IF EXISTS proxy_events_spot;

DROP VIEW IF EXISTS proxy_events_psl;

DROP VIEW IF EXISTS proxy_checked;

-- The events, and what keeps them from being scored under either vocabulary: checked_field, checked_reason and
-- checked_value, NULL for the others.
CREATE VIEW proxy_checked AS
SELECT
  b.*,
  CASE WHEN b.checked_field IS NOT NULL THEN 'NULL_FIELD' END AS checked_reason,
  CASE b.checked_field
    WHEN 'p_date' THEN b.p_date
    WHEN 'p_time' THEN b.p_time
    WHEN 'clientip' THEN b.clientip
  END AS checked_value
FROM (
  SELECT
    a.*,
    CASE
      WHEN a.p_date IS NULL OR a.p_date IN ('', '-') THEN 'p_date'
      WHEN a.p_time IS NULL OR a.p_time IN ('', '-') THEN 'p_time'
      WHEN a.clientip IS NULL OR a.clientip IN ('', '-') THEN 'clientip'
      WHEN a.host IS NULL THEN 'host'
      WHEN a.reqmethod IS NULL THEN 'reqmethod'
      WHEN a.fulluri IS NULL THEN 'fulluri'
    END AS checked_field
  FROM (
    SELECT
      e.p_date,
      e.p_time,
      e.clientip,
      e.host,
      e.reqmethod,
      e.useragent,
      e.resconttype,
      CASE WHEN e.duration BETWEEN -2147483648 AND 2147483647 THEN CAST(e.duration AS INT) END AS duration,
      e.username,
      e.authgroup,
      e.exceptionid,
      e.filterresult,
      e.webcat,
      e.referer,
      e.respcode,
      e.action,
      e.urischeme,
      e.uriport,
      e.uripath,
      e.uriquery,
      e.uriextension,
      e.serverip,
      CASE WHEN e.scbytes BETWEEN -2147483648 AND 2147483647 THEN CAST(e.scbytes AS INT) END AS scbytes,
      CASE WHEN e.csbytes BETWEEN -2147483648 AND 2147483647 THEN CAST(e.csbytes AS INT) END AS csbytes,
      e.virusid,
      e.bcappname,
      e.bcappoper,
      e.fulluri,
      e.y, e.m, e.d, e.h
    FROM proxy e
  ) a
) b;

-- The events with their words of the vocabulary spot. What has no word has no hour, 0 to 23, in p_time, or an agent that
-- was not counted: count_words_proxy.sql of that day did not run yet, or events came later.
CREATE VIEW proxy_events_spot AS
SELECT
  w.*,
  CASE
    WHEN w.checked_field IS NOT NULL THEN w.checked_field
    WHEN w.word IS NULL AND w.requests IS NULL THEN 'useragent'
    WHEN w.word IS NULL THEN 'p_time'
  END AS field_name,
  CASE
    WHEN w.checked_field IS NOT NULL THEN w.checked_reason
    WHEN w.word IS NULL AND w.requests IS NULL THEN 'NO_WORD'
    WHEN w.word IS NULL THEN 'TIME_RANGE'
  END AS reason,
  CASE
    WHEN w.checked_field IS NOT NULL THEN w.checked_value
    WHEN w.word IS NULL AND w.requests IS NULL THEN w.useragent
    WHEN w.word IS NULL THEN w.p_time
  END AS field_value
FROM (
  SELECT
    n.*,
    a.requests,
    CASE WHEN n.checked_field IS NULL THEN
      ${hivevar:dbname}.sc_proxy_word(n.host, n.p_time, n.reqmethod, n.fulluri, COALESCE(n.resconttype, '-'), a.requests,
        n.respcode, ${hivevar:dbname}.sc_domain_class(n.domain, COALESCE(k.is_top, 0) = 1, k.user_domain))
    END AS word
  FROM (
    SELECT
      c.*,
      COALESCE(c.useragent, '-') AS agent,
      ${hivevar:dbname}.sc_domain(c.host) AS domain
    FROM proxy_checked c
  ) n
  LEFT JOIN known_domains_spot k ON n.domain = k.domain
  LEFT JOIN proxy_user_agents a ON n.agent = a.useragent AND n.y = a.y AND n.m = a.m AND n.d = a.d
) w;

-- The events with their words of the vocabulary psl. What has no word is at no time that exists, or has an agent that was
-- not counted: count_words_proxy.sql of that day did not run yet, or events came later.
CREATE VIEW proxy_events_psl AS
SELECT
  w.*,
  CASE
    WHEN w.checked_field IS NOT NULL THEN w.checked_field
    WHEN w.word IS NULL AND w.requests IS NULL THEN 'useragent'
    WHEN w.word IS NULL THEN 'p_time'
  END AS field_name,
  CASE
    WHEN w.checked_field IS NOT NULL THEN w.checked_reason
    WHEN w.word IS NULL AND w.requests IS NULL THEN 'NO_WORD'
    WHEN w.word IS NULL THEN 'TIME_RANGE'
  END AS reason,
  CASE
    WHEN w.checked_field IS NOT NULL THEN w.checked_value
    WHEN w.word IS NULL AND w.requests IS NULL THEN w.useragent
    WHEN w.word IS NULL THEN CONCAT(w.p_date, ' ', w.p_time)
  END AS field_value
FROM (
  SELECT
    n.*,
    a.requests,
    CASE WHEN n.checked_field IS NULL THEN
      ${hivevar:dbname}.sc_proxy_word_psl(n.p_date, n.p_time, n.host, n.reqmethod, n.fulluri, COALESCE(n.resconttype, '-'),
        a.requests, n.respcode, ${hivevar:dbname}.sc_domain_class(n.domain, COALESCE(k.is_top, 0) = 1, k.user_domain))
    END AS word
  FROM (
    SELECT
      c.*,
      COALESCE(c.useragent, '-') AS agent,
      ${hivevar:dbname}.sc_registered_domain(c.host) AS domain
    FROM proxy_checked c
  ) n
  LEFT JOIN known_domains_psl k ON n.domain = k.domain
  LEFT JOIN proxy_user_agents a ON n.agent = a.useragent AND n.y = a.y AND n.m = a.m AND n.d = a.d
) w;

-- The valid events, and what method profile knows them by: profile_host is the host in the form that names are compared in, or
-- as it is if it has none, such as an IP address; profile_domain its registered domain, or that host; profile_agent the user
-- agent, '-' for none.
DROP VIEW IF EXISTS proxy_profile_events;

DROP VIEW IF EXISTS proxy_profile_items;

CREATE VIEW proxy_profile_items AS
SELECT
  n.*,
  COALESCE(n.domain, n.profile_host) AS profile_domain,
  CASE WHEN n.useragent IS NULL OR n.useragent = '' THEN '-' ELSE n.useragent END AS profile_agent
FROM (
  SELECT e.*, COALESCE(${hivevar:dbname}.sc_host_name(e.host), e.host) AS profile_host
  FROM proxy_events_psl e
  WHERE e.field_name IS NULL
) n;

-- The events as method profile sees them, for days that it has counted. profile_word is the word of the view event.
CREATE VIEW proxy_profile_events AS
SELECT
  p.*,
  ${hivevar:dbname}.sc_proxy_event_word(p.reqmethod, p.resconttype, p.host, p.host_clients, p.agent_clients, p.respcode, p.uriport,
    p.csbytes, p.scbytes, LENGTH(p.fulluri)) AS profile_word
FROM (
  SELECT e.*, COALESCE(h.clients, 0) AS host_clients, COALESCE(a.clients, 0) AS agent_clients
  FROM proxy_profile_items e
  LEFT JOIN (
    SELECT item, clients, y, m, d FROM proxy_known WHERE item_kind = 'host'
  ) h ON e.profile_host = h.item AND e.y = h.y AND e.m = h.m AND e.d = h.d
  LEFT JOIN (
    SELECT item, clients, y, m, d FROM proxy_known WHERE item_kind = 'agent'
  ) a ON e.profile_agent = a.item AND e.y = a.y AND e.m = a.m AND e.d = a.d
) p;

-- The topics of a model for people: the share of the corpus that a topic accounts for, and a name, which is what its
-- three most probable words say, each with its probability in the topic. A word without an explanation stands for itself;
-- topic_name is NULL for a model without top words.
DROP VIEW IF EXISTS proxy_topic_names;

CREATE VIEW proxy_topic_names AS
SELECT
  t.model_id,
  t.topic,
  t.tokens,
  t.tokens / SUM(t.tokens) OVER (PARTITION BY t.model_id) AS topic_share,
  n.topic_name
FROM proxy_topics t
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
    FROM proxy_topic_top_words w
    JOIN model_runs r ON w.model_id = r.model_id
    WHERE w.word_rank <= 3
  ) e
  GROUP BY e.model_id, e.topic
) n ON t.model_id = n.model_id AND t.topic = n.topic;

-- Scratch of oa_proxy.sql: the results that are published, at most limit_rows; of method profile of each group the first, and
-- rows_listed is how many of its rows are listed, else 1. ml_score is the score as FLOAT, moved up by the least that a FLOAT can
-- where it would not grow with the rank. Dropped with its files when done.
CREATE EXTERNAL TABLE IF NOT EXISTS proxy_suspicious (
  p_date STRING,
  p_time STRING,
  clientip STRING,
  host STRING,
  reqmethod STRING,
  useragent STRING,
  resconttype STRING,
  duration INT,
  username STRING,
  webcat STRING,
  referer STRING,
  respcode STRING,
  uriport STRING,
  uripath STRING,
  uriquery STRING,
  serverip STRING,
  scbytes INT,
  csbytes INT,
  fulluri STRING,
  word STRING,
  score DOUBLE,
  host_ip STRING,
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
LOCATION '${hivevar:huser}/sc/proxy_suspicious'
TBLPROPERTIES ('external.table.purge' = 'true');

-- Why each row of proxy_scores is suspicious; ml_score is the row's there, score_rank its rank in proxy_scored_results under
-- score_method. ip and word are those that made the event suspicious, of method profile the group, and word_text what the word
-- says. The counts are of the days that the model was trained on: ip_occurrences, how often the IP had the word, of its
-- ip_words words (NULL if the model does not know the IP), all_occurrences, how often anybody had it, on all_ips IPs, of
-- all_words. surprisal_bits is -log2 of the event's probability, of method profile of the probability of as many as group_size
-- where expected were expected. topic is where the IP's word most probably came from, NULL if no topic has it there. seen_here
-- and seen_anywhere: whether the IP, and whether anybody, had the word on the days counted before, at most 60 days back.
-- explanation says all of it.
CREATE EXTERNAL TABLE IF NOT EXISTS proxy_explanations (
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
LOCATION '${hivevar:huser}/sc/proxy_explanations';

CREATE EXTERNAL TABLE IF NOT EXISTS proxy_explanations_staging (
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
LOCATION '${hivevar:huser}/sc/proxy_explanations_staging';

-- Apache Spot's front end: how many events were loaded per minute, valid or not; tdate is yyyy-MM-dd HH:mm (UTC). An event whose
-- time can't be read counts in the first minute of the hour that it was loaded into.
CREATE EXTERNAL TABLE IF NOT EXISTS proxy_ingest_summary (
  tdate STRING,
  total BIGINT
)
PARTITIONED BY (y SMALLINT, m TINYINT, d TINYINT)
STORED AS PARQUET
LOCATION '${hivevar:huser}/proxy/hive/oa/summary';

CREATE EXTERNAL TABLE IF NOT EXISTS proxy_ingest_summary_staging (
  tdate STRING,
  total BIGINT
)
PARTITIONED BY (run_id STRING)
STORED AS PARQUET
LOCATION '${hivevar:huser}/sc/proxy_ingest_summary_staging';

-- Apache Spot's front end: the stories that analysts wrote about a day. Written and deleted by its API, by path: the partitions
-- are never moved.
CREATE EXTERNAL TABLE IF NOT EXISTS proxy_storyboard (
  p_threat STRING,
  title STRING,
  text STRING
)
PARTITIONED BY (y SMALLINT, m TINYINT, d TINYINT)
STORED AS PARQUET
LOCATION '${hivevar:huser}/proxy/hive/oa/storyboard';

-- Apache Spot's front end: the verdicts that analysts gave there, 1 high risk, 2 medium, 3 low. Written and deleted by its API,
-- by path: the partitions are never moved.
CREATE EXTERNAL TABLE IF NOT EXISTS proxy_threat_investigation (
  tdate STRING,
  fulluri STRING,
  uri_sev INT
)
PARTITIONED BY (y SMALLINT, m TINYINT, d TINYINT)
STORED AS PARQUET
LOCATION '${hivevar:huser}/proxy/hive/oa/threat_investigation';

-- Apache Spot's front end: a day's most suspicious requests. ml_score, the lowest the most suspicious, grows with score_rank.
-- uri_rep is FEED:SEVERITY:NUMBER of the most serious indicator that holds on the day (threat_intelligence: 3 high, 2 medium,
-- 1 low) of the URI, its host, a domain above it, or the server's address; respcode_name is IANA's (iana_names),
-- network_context the client's network; NULL where nothing is known. respcode and uriport are NULL if they are no number.
CREATE EXTERNAL TABLE IF NOT EXISTS proxy_scores (
  tdate STRING,
  `time` STRING,
  clientip STRING,
  host STRING,
  reqmethod STRING,
  useragent STRING,
  resconttype STRING,
  duration INT,
  username STRING,
  webcat STRING,
  referer STRING,
  respcode INT,
  uriport INT,
  uripath STRING,
  uriquery STRING,
  serverip STRING,
  scbytes BIGINT,
  csbytes BIGINT,
  fulluri STRING,
  word STRING,
  ml_score FLOAT,
  uri_rep STRING,
  respcode_name STRING,
  network_context STRING
)
PARTITIONED BY (y SMALLINT, m TINYINT, d TINYINT)
STORED AS PARQUET
LOCATION '${hivevar:huser}/proxy/hive/oa/suspicious';

CREATE EXTERNAL TABLE IF NOT EXISTS proxy_scores_staging (
  tdate STRING,
  `time` STRING,
  clientip STRING,
  host STRING,
  reqmethod STRING,
  useragent STRING,
  resconttype STRING,
  duration INT,
  username STRING,
  webcat STRING,
  referer STRING,
  respcode INT,
  uriport INT,
  uripath STRING,
  uriquery STRING,
  serverip STRING,
  scbytes BIGINT,
  csbytes BIGINT,
  fulluri STRING,
  word STRING,
  ml_score FLOAT,
  uri_rep STRING,
  respcode_name STRING,
  network_context STRING
)
PARTITIONED BY (run_id STRING)
STORED AS PARQUET
LOCATION '${hivevar:huser}/sc/proxy_scores_staging';

-- Apache Spot's front end: all requests of the client of a row of proxy_scores for its URI within its hour, hh (UTC). Each
-- request once.
CREATE EXTERNAL TABLE IF NOT EXISTS proxy_edge (
  tdate STRING,
  `time` STRING,
  clientip STRING,
  host STRING,
  webcat STRING,
  respcode STRING,
  reqmethod STRING,
  useragent STRING,
  resconttype STRING,
  referer STRING,
  uriport STRING,
  serverip STRING,
  scbytes BIGINT,
  csbytes BIGINT,
  fulluri STRING,
  hh INT,
  respcode_name STRING
)
PARTITIONED BY (y SMALLINT, m TINYINT, d TINYINT)
STORED AS PARQUET
LOCATION '${hivevar:huser}/proxy/hive/oa/edge';

CREATE EXTERNAL TABLE IF NOT EXISTS proxy_edge_staging (
  tdate STRING,
  `time` STRING,
  clientip STRING,
  host STRING,
  webcat STRING,
  respcode STRING,
  reqmethod STRING,
  useragent STRING,
  resconttype STRING,
  referer STRING,
  uriport STRING,
  serverip STRING,
  scbytes BIGINT,
  csbytes BIGINT,
  fulluri STRING,
  hh INT,
  respcode_name STRING
)
PARTITIONED BY (run_id STRING)
STORED AS PARQUET
LOCATION '${hivevar:huser}/sc/proxy_edge_staging';

-- Apache Spot's front end: the requests for a URI that an analyst wrote a story about.
CREATE EXTERNAL TABLE IF NOT EXISTS proxy_timeline (
  p_threat STRING,
  tstart STRING,
  tend STRING,
  duration BIGINT,
  clientip STRING,
  respcode STRING,
  respcodename STRING
)
PARTITIONED BY (y SMALLINT, m TINYINT, d TINYINT)
STORED AS PARQUET
LOCATION '${hivevar:huser}/proxy/hive/oa/timeline';
