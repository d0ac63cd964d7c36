-- Copyright the Suspicious Connects authors.
-- SPDX-License-Identifier: Apache-2.0
--
-- Tables of the flow source (netflow).
-- Reads: nothing. Writes: empty tables where they are missing, and views.
-- Needs: ddl/database.sql, ddl/common.sql, and the functions of ddl/functions/.
-- Variables: dbname; huser, the folder of the warehouse user, below which every table lies.
-- Example: beeline -f ddl/flow.sql --hivevar dbname=spot --hivevar huser=/user/spot
-- Generated from ddl/templates/flow.sql.ftl: change that, not this file.

USE ${hivevar:dbname};

-- The events, one row per flow, in Apache Spot's columns and place. treceived is UTC as yyyy-MM-dd HH:mm:ss,
-- unix_tstamp the same in seconds; ibyt, ipkt count from source to destination, obyt, opkt back; tdur in seconds.
CREATE EXTERNAL TABLE IF NOT EXISTS flow (
  treceived STRING,
  unix_tstamp BIGINT,
  tryear INT,
  trmonth INT,
  trday INT,
  trhour INT,
  trminute INT,
  trsec INT,
  tdur FLOAT,
  sip STRING,
  dip STRING,
  sport INT,
  dport INT,
  proto STRING,
  flag STRING,
  fwd INT,
  stos INT,
  ipkt BIGINT,
  ibyt BIGINT,
  opkt BIGINT,
  obyt BIGINT,
  input INT,
  output INT,
  sas INT,
  das INT,
  dtos INT,
  dir INT,
  rip STRING
)
PARTITIONED BY (y SMALLINT, m TINYINT, d TINYINT, h TINYINT)
STORED AS PARQUET
LOCATION '${hivevar:huser}/flow/hive';

-- The corpus: how often each word occurs in each document (an IP's day).
CREATE EXTERNAL TABLE IF NOT EXISTS flow_word_counts (
  ip STRING,
  word STRING,
  word_count BIGINT,
  vocabulary STRING
)
PARTITIONED BY (y SMALLINT, m TINYINT, d TINYINT, score_method STRING)
STORED AS PARQUET
LOCATION '${hivevar:huser}/sc/flow_word_counts';

CREATE EXTERNAL TABLE IF NOT EXISTS flow_word_counts_staging (
  ip STRING,
  word STRING,
  word_count BIGINT,
  vocabulary STRING
)
PARTITIONED BY (run_id STRING)
STORED AS PARQUET
LOCATION '${hivevar:huser}/sc/flow_word_counts_staging';

-- Per document: P(topic | ip), K doubles, sum 1, and the expected counts they come from, as vectors
-- (base64 of little-endian float64: sc_vector_to_array shows them); tokens is the sum of the counts.
CREATE EXTERNAL TABLE IF NOT EXISTS flow_topic_mix (
  ip STRING,
  tokens DOUBLE,
  topic_mix STRING,
  topic_counts STRING
)
PARTITIONED BY (model_id STRING)
STORED AS PARQUET
LOCATION '${hivevar:huser}/sc/flow_topic_mix';

-- Per word: P(word | topic), K doubles (each topic sums to 1 over the words), and the expected counts.
CREATE EXTERNAL TABLE IF NOT EXISTS flow_word_topics (
  word STRING,
  tokens DOUBLE,
  topic_probs STRING,
  topic_counts STRING
)
PARTITIONED BY (model_id STRING)
STORED AS PARQUET
LOCATION '${hivevar:huser}/sc/flow_word_topics';

-- Per topic, 0 to K - 1: its expected count in the corpus.
CREATE EXTERNAL TABLE IF NOT EXISTS flow_topics (
  topic INT,
  tokens DOUBLE
)
PARTITIONED BY (model_id STRING)
STORED AS PARQUET
LOCATION '${hivevar:huser}/sc/flow_topics';

-- The words of a topic that are most probable in it, word_rank from 1, for people.
CREATE EXTERNAL TABLE IF NOT EXISTS flow_topic_top_words (
  topic INT,
  word_rank INT,
  word STRING,
  probability DOUBLE
)
PARTITIONED BY (model_id STRING)
STORED AS PARQUET
LOCATION '${hivevar:huser}/sc/flow_topic_top_words';

-- What the words of method profile are made of, for the background probability of a word that the model does not know; no
-- rows for spot. tokens is how often the words with this part occur. word_part is a prefix of a word, up to the whole word
-- (such as event or event|src-ext-to443: continuations is the number of distinct next fields, 0 of a whole word), a field at
-- its place (event#2=TCP-SA, continuations 0), a place (event#2: continuations is the number of distinct fields there), or *
-- (tokens is the number of all, continuations that of the views).
CREATE EXTERNAL TABLE IF NOT EXISTS flow_word_parts (
  word_part STRING,
  tokens BIGINT,
  continuations BIGINT
)
PARTITIONED BY (model_id STRING)
STORED AS PARQUET
LOCATION '${hivevar:huser}/sc/flow_word_parts';

-- How often an IP had a word about a rare item (see flow_word_parts) itself in the days trained on; of method profile only.
CREATE EXTERNAL TABLE IF NOT EXISTS flow_own_counts (
  ip STRING,
  word STRING,
  tokens BIGINT
)
PARTITIONED BY (model_id STRING)
STORED AS PARQUET
LOCATION '${hivevar:huser}/sc/flow_own_counts';

-- Scratch of score_flow.sql: every valid event of the day with its score; unseen_ip and unseen_word are 1 if the model does
-- not know an IP or a word of it, else 0; allow_listed is the entry of the allow-list that it matches, or NULL. Dropped with
-- its files when done.
CREATE EXTERNAL TABLE IF NOT EXISTS flow_scoring (
  treceived STRING,
  tryear INT,
  trmonth INT,
  trday INT,
  trhour INT,
  trminute INT,
  trsec INT,
  tdur FLOAT,
  sip STRING,
  dip STRING,
  sport INT,
  dport INT,
  proto STRING,
  ipkt BIGINT,
  ibyt BIGINT,
  opkt BIGINT,
  obyt BIGINT,
  src_word STRING,
  dst_word STRING,
  score DOUBLE,
  unseen_ip INT,
  unseen_word INT,
  model_id STRING,
  allow_listed STRING
)
PARTITIONED BY (run_id STRING)
STORED AS PARQUET
LOCATION '${hivevar:huser}/sc/flow_scoring'
TBLPROPERTIES ('external.table.purge' = 'true');

-- The most suspicious events: Spot's columns, the word or words, the score (0 to 1, the lowest is the most suspicious)
-- and its rank from 1. verdict is the one that counts for the event's words at its IPs, of several the most serious: 1 high
-- risk, 2 medium, 3 low, NULL if nobody said anything. Events that the allow-list matches are here too, without a rank:
-- allow_listed is the entry, such as 'cidr 10.0.0.0/8', else NULL.
-- Method profile lists groups: group_id is the IP and the word that the event is listed with, score_view the word's view,
-- group_size how often the IP had the word that day, expected how often it was expected to, log_p the logarithm of the
-- probability of so many. The rows of a group follow each other. With method spot all five are NULL.
CREATE EXTERNAL TABLE IF NOT EXISTS flow_scored_results (
  treceived STRING,
  tryear INT,
  trmonth INT,
  trday INT,
  trhour INT,
  trminute INT,
  trsec INT,
  tdur FLOAT,
  sip STRING,
  dip STRING,
  sport INT,
  dport INT,
  proto STRING,
  ipkt BIGINT,
  ibyt BIGINT,
  opkt BIGINT,
  obyt BIGINT,
  src_word STRING,
  dst_word STRING,
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
LOCATION '${hivevar:huser}/sc/flow_scored_results';

CREATE EXTERNAL TABLE IF NOT EXISTS flow_scored_results_staging (
  treceived STRING,
  tryear INT,
  trmonth INT,
  trday INT,
  trhour INT,
  trminute INT,
  trsec INT,
  tdur FLOAT,
  sip STRING,
  dip STRING,
  sport INT,
  dport INT,
  proto STRING,
  ipkt BIGINT,
  ibyt BIGINT,
  opkt BIGINT,
  obyt BIGINT,
  src_word STRING,
  dst_word STRING,
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
LOCATION '${hivevar:huser}/sc/flow_scored_results_staging';

-- Method profile: which IPs had to do with which items on a day (kind ip: the other end of a flow; kind port: the other end's port, of flows between ports that are no service), each pair once: the reference that
-- tells what is new on later days.
CREATE EXTERNAL TABLE IF NOT EXISTS flow_clients (
  item_kind STRING,
  item STRING,
  ip STRING
)
PARTITIONED BY (y SMALLINT, m TINYINT, d TINYINT)
STORED AS PARQUET
LOCATION '${hivevar:huser}/sc/flow_clients';

CREATE EXTERNAL TABLE IF NOT EXISTS flow_clients_staging (
  item_kind STRING,
  item STRING,
  ip STRING
)
PARTITIONED BY (run_id STRING)
STORED AS PARQUET
LOCATION '${hivevar:huser}/sc/flow_clients_staging';

-- Method profile: how many IPs had to do with an item in the reference window before the day; one that is not here, none. The
-- day's words were made with it, and those of its events are when they are scored.
CREATE EXTERNAL TABLE IF NOT EXISTS flow_known (
  item_kind STRING,
  item STRING,
  clients BIGINT,
  internal INT
)
PARTITIONED BY (y SMALLINT, m TINYINT, d TINYINT)
STORED AS PARQUET
LOCATION '${hivevar:huser}/sc/flow_known';

CREATE EXTERNAL TABLE IF NOT EXISTS flow_known_staging (
  item_kind STRING,
  item STRING,
  clients BIGINT,
  internal INT
)
PARTITIONED BY (run_id STRING)
STORED AS PARQUET
LOCATION '${hivevar:huser}/sc/flow_known_staging';

-- Method profile: the word of an IP's day with one item (view pair).
CREATE EXTERNAL TABLE IF NOT EXISTS flow_pairs (
  ip STRING,
  item STRING,
  word STRING
)
PARTITIONED BY (y SMALLINT, m TINYINT, d TINYINT)
STORED AS PARQUET
LOCATION '${hivevar:huser}/sc/flow_pairs';

CREATE EXTERNAL TABLE IF NOT EXISTS flow_pairs_staging (
  ip STRING,
  item STRING,
  word STRING
)
PARTITIONED BY (run_id STRING)
STORED AS PARQUET
LOCATION '${hivevar:huser}/sc/flow_pairs_staging';

-- Method profile: the word of an IP's day with all items of a kind of use (view fan).
CREATE EXTERNAL TABLE IF NOT EXISTS flow_fans (
  ip STRING,
  item STRING,
  word STRING
)
PARTITIONED BY (y SMALLINT, m TINYINT, d TINYINT)
STORED AS PARQUET
LOCATION '${hivevar:huser}/sc/flow_fans';

CREATE EXTERNAL TABLE IF NOT EXISTS flow_fans_staging (
  ip STRING,
  item STRING,
  word STRING
)
PARTITIONED BY (run_id STRING)
STORED AS PARQUET
LOCATION '${hivevar:huser}/sc/flow_fans_staging';

-- Scratch of score_flow_profile.sql: each word of the day with what the model counted of its parts, for sc_profile_probability.
-- Dropped with its files when done.
CREATE EXTERNAL TABLE IF NOT EXISTS flow_day_words (
  word STRING,
  topic_counts STRING,
  parts STRING
)
PARTITIONED BY (run_id STRING)
STORED AS PARQUET
LOCATION '${hivevar:huser}/sc/flow_day_words'
TBLPROPERTIES ('external.table.purge' = 'true');

-- Scratch of score_flow_profile.sql: the groups of the day, an IP's occurrences of a word. group_number counts from 1, the most
-- suspicious first; group_score is the share of the groups of the view that are not less suspicious, 0 to 1. verdict is the
-- one that counts; unseen_ip and unseen_word are 1 if the model does not know the IP or the word, else 0. Dropped with its
-- files when done.
CREATE EXTERNAL TABLE IF NOT EXISTS flow_groups (
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
LOCATION '${hivevar:huser}/sc/flow_groups'
TBLPROPERTIES ('external.table.purge' = 'true');

-- Scratch of score_flow_profile.sql: every valid event of the day with its most suspicious group. Dropped with its files when
-- done.
CREATE EXTERNAL TABLE IF NOT EXISTS flow_group_scoring (
  treceived STRING,
  tryear INT,
  trmonth INT,
  trday INT,
  trhour INT,
  trminute INT,
  trsec INT,
  tdur FLOAT,
  sip STRING,
  dip STRING,
  sport INT,
  dport INT,
  proto STRING,
  ipkt BIGINT,
  ibyt BIGINT,
  opkt BIGINT,
  obyt BIGINT,
  src_word STRING,
  dst_word STRING,
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
LOCATION '${hivevar:huser}/sc/flow_group_scoring'
TBLPROPERTIES ('external.table.purge' = 'true');

-- The items that method profile has seen: first and last day (yyyy-MM-dd) and how many IPs had to do with it in all.
DROP VIEW IF EXISTS flow_items;

CREATE VIEW flow_items AS
SELECT
  c.item_kind,
  c.item,
  MIN(CONCAT(CAST(c.y AS STRING), '-', LPAD(CAST(c.m AS STRING), 2, '0'), '-', LPAD(CAST(c.d AS STRING), 2, '0'))) AS first_seen,
  MAX(CONCAT(CAST(c.y AS STRING), '-', LPAD(CAST(c.m AS STRING), 2, '0'), '-', LPAD(CAST(c.d AS STRING), 2, '0'))) AS last_seen,
  COUNT(DISTINCT c.ip) AS clients
FROM flow_clients c
GROUP BY c.item_kind, c.item;

-- Scratch of count_words_flow_profile.sql: the ends of the day's flows that are documents, each with its peer. peer_port is NULL
-- where a port is a service by its number; fan is the item of flow_fans; day_second counts from midnight (UTC). Dropped with
-- its files when done.
CREATE EXTERNAL TABLE IF NOT EXISTS flow_ends (
  ip STRING,
  peer STRING,
  peer_internal INT,
  peer_clients BIGINT,
  peer_port STRING,
  service STRING,
  fan STRING,
  day_second INT,
  ibyt BIGINT,
  word STRING
)
PARTITIONED BY (run_id STRING)
STORED AS PARQUET
LOCATION '${hivevar:huser}/sc/flow_ends'
TBLPROPERTIES ('external.table.purge' = 'true');

-- What analysts said of events, one row per event and statement: verdict 1 (high risk), 2 (medium) or 3 (low), of the event
-- in Spot's columns, its words, and the day it is of, event_day (yyyy-MM-dd). feedback_scope is event (the verdict holds for
-- the event's words at its IPs on that day), ip_word (on later days too) or word (for the words at every IP, on that day
-- and later). given_at is UTC as yyyy-MM-dd HH:mm:ss; expires_on the last day that it holds for, NULL if it does not end.
-- origin is the file it came from, with the line, or NULL. One partition per file or statement. Nothing is ever changed or
-- taken out: the newest verdict on the same words counts. group_ip and group_word are the group of method profile that was
-- judged; its words of spot are NULL then, and the other way round.
CREATE EXTERNAL TABLE IF NOT EXISTS flow_feedback (
  treceived STRING,
  tryear INT,
  trmonth INT,
  trday INT,
  trhour INT,
  trminute INT,
  trsec INT,
  tdur FLOAT,
  sip STRING,
  dip STRING,
  sport INT,
  dport INT,
  proto STRING,
  ipkt BIGINT,
  ibyt BIGINT,
  opkt BIGINT,
  obyt BIGINT,
  src_word STRING,
  dst_word STRING,
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
LOCATION '${hivevar:huser}/sc/flow_feedback';

-- Scratch of count_words_flow.sql and score_flow.sql: the verdict that counts on the day for each pair of IP and word
-- that somebody judged, and for each word judged at every IP, whose ip is NULL. Dropped with its files when done.
CREATE EXTERNAL TABLE IF NOT EXISTS flow_judged (
  ip STRING,
  word STRING,
  verdict INT,
  given_at STRING
)
PARTITIONED BY (run_id STRING)
STORED AS PARQUET
LOCATION '${hivevar:huser}/sc/flow_judged'
TBLPROPERTIES ('external.table.purge' = 'true');

-- What the verdicts judge: one row for each pair of IP and word of a statement, with its method and vocabulary. ip is NULL where the
-- statement is of the word at every IP. problem says why a statement counts on no day, else it is NULL.
DROP VIEW IF EXISTS flow_verdicts;

CREATE VIEW flow_verdicts AS
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
  SELECT 'spot' AS score_method, 'spot' AS vocabulary, f.sip AS pair_ip, f.src_word AS word, f.*
  FROM flow_feedback f
  UNION ALL
  SELECT 'spot' AS score_method, 'spot' AS vocabulary, f.dip AS pair_ip, f.dst_word AS word, f.*
  FROM flow_feedback f
  UNION ALL
  SELECT 'profile' AS score_method, 'spot' AS vocabulary, f.group_ip AS pair_ip, f.group_word AS word, f.*
  FROM flow_feedback f
) p
WHERE p.word IS NOT NULL;

-- The events of a day that can't be scored, why (NULL_FIELD, TIME_RANGE, PORT_RANGE, NEGATIVE_COUNT, NO_WORD),
-- and the first field that is to blame. With the scored ones they are all events of the day.
CREATE EXTERNAL TABLE IF NOT EXISTS flow_invalid (
  treceived STRING,
  unix_tstamp BIGINT,
  tryear INT,
  trmonth INT,
  trday INT,
  trhour INT,
  trminute INT,
  trsec INT,
  tdur FLOAT,
  sip STRING,
  dip STRING,
  sport INT,
  dport INT,
  proto STRING,
  flag STRING,
  fwd INT,
  stos INT,
  ipkt BIGINT,
  ibyt BIGINT,
  opkt BIGINT,
  obyt BIGINT,
  input INT,
  output INT,
  sas INT,
  das INT,
  dtos INT,
  dir INT,
  rip STRING,
  h TINYINT,
  reason STRING,
  field_name STRING,
  field_value STRING
)
PARTITIONED BY (y SMALLINT, m TINYINT, d TINYINT)
STORED AS PARQUET
LOCATION '${hivevar:huser}/sc/flow_invalid';

CREATE EXTERNAL TABLE IF NOT EXISTS flow_invalid_staging (
  treceived STRING,
  unix_tstamp BIGINT,
  tryear INT,
  trmonth INT,
  trday INT,
  trhour INT,
  trminute INT,
  trsec INT,
  tdur FLOAT,
  sip STRING,
  dip STRING,
  sport INT,
  dport INT,
  proto STRING,
  flag STRING,
  fwd INT,
  stos INT,
  ipkt BIGINT,
  ibyt BIGINT,
  opkt BIGINT,
  obyt BIGINT,
  input INT,
  output INT,
  sas INT,
  das INT,
  dtos INT,
  dir INT,
  rip STRING,
  h TINYINT,
  reason STRING,
  field_name STRING,
  field_value STRING
)
PARTITIONED BY (run_id STRING)
STORED AS PARQUET
LOCATION '${hivevar:huser}/sc/flow_invalid_staging';

-- Lines of loaded files that are no event: where, why, and the first 64 KiB of the line.
CREATE EXTERNAL TABLE IF NOT EXISTS flow_rejected_lines (
  file_path STRING,
  line_number BIGINT,
  reason STRING,
  raw STRING
)
PARTITIONED BY (load_id STRING)
STORED AS PARQUET
LOCATION '${hivevar:huser}/sc/flow_rejected_lines';

-- The events with their words and, where an event can't be scored, why. The one definition of a valid event: counting
-- and scoring both read it. field_name, reason and field_value are NULL for a valid event. The
-- functions are named with their database: Hive looks up the others in the database of the session that reads.
DROP VIEW IF EXISTS flow_events;

CREATE VIEW flow_events AS
SELECT
  c.*,
  CASE
    WHEN c.field_name IS NULL THEN CAST(NULL AS STRING)
    WHEN c.field_value IS NULL OR c.field_value = '' THEN 'NULL_FIELD'
    WHEN c.field_name IN ('trhour', 'trminute', 'trsec') THEN 'TIME_RANGE'
    WHEN c.field_name IN ('sport', 'dport') THEN 'PORT_RANGE'
    WHEN SUBSTR(c.field_value, 1, 1) = '-' THEN 'NEGATIVE_COUNT'
    ELSE 'NO_WORD'
  END AS reason
FROM (
  SELECT
    b.*,
    CASE b.field_name
      WHEN 'treceived' THEN b.treceived
      WHEN 'trhour' THEN CAST(b.trhour AS STRING)
      WHEN 'trminute' THEN CAST(b.trminute AS STRING)
      WHEN 'trsec' THEN CAST(b.trsec AS STRING)
      WHEN 'sip' THEN b.sip
      WHEN 'dip' THEN b.dip
      WHEN 'sport' THEN CAST(b.sport AS STRING)
      WHEN 'dport' THEN CAST(b.dport AS STRING)
      WHEN 'proto' THEN b.proto
      WHEN 'ipkt' THEN CAST(b.ipkt AS STRING)
      WHEN 'ibyt' THEN CAST(b.ibyt AS STRING)
    END AS field_value
  FROM (
    SELECT
      a.*,
      CASE
        WHEN a.treceived IS NULL OR a.treceived = '' THEN 'treceived'
        WHEN a.trhour IS NULL OR a.trhour < 0 OR a.trhour > 23 THEN 'trhour'
        WHEN a.trminute IS NULL OR a.trminute < 0 OR a.trminute > 59 THEN 'trminute'
        WHEN a.trsec IS NULL OR a.trsec < 0 OR a.trsec > 59 THEN 'trsec'
        WHEN a.sip IS NULL OR a.sip = '' THEN 'sip'
        WHEN a.dip IS NULL OR a.dip = '' THEN 'dip'
        WHEN a.sport IS NULL OR a.sport < 0 OR a.sport > 65535 THEN 'sport'
        WHEN a.dport IS NULL OR a.dport < 0 OR a.dport > 65535 THEN 'dport'
        WHEN a.proto IS NULL THEN 'proto'
        WHEN a.ipkt IS NULL OR a.ipkt < 0 THEN 'ipkt'
        WHEN a.ibyt IS NULL OR a.ibyt < 0 THEN 'ibyt'
        -- What is left is a count too large for a word.
        WHEN a.src_word IS NULL AND a.ipkt > a.ibyt THEN 'ipkt'
        WHEN a.src_word IS NULL OR a.dst_word IS NULL THEN 'ibyt'
      END AS field_name
    FROM (
      SELECT
        f.*,
        ${hivevar:dbname}.sc_flow_src_word(f.trhour, f.sport, f.dport, f.proto, f.ibyt, f.ipkt) AS src_word,
        ${hivevar:dbname}.sc_flow_dst_word(f.trhour, f.sport, f.dport, f.proto, f.ibyt, f.ipkt) AS dst_word
      FROM (
        SELECT
          e.treceived,
          e.unix_tstamp,
          CASE WHEN e.tryear BETWEEN -2147483648 AND 2147483647 THEN CAST(e.tryear AS INT) END AS tryear,
          CASE WHEN e.trmonth BETWEEN -2147483648 AND 2147483647 THEN CAST(e.trmonth AS INT) END AS trmonth,
          CASE WHEN e.trday BETWEEN -2147483648 AND 2147483647 THEN CAST(e.trday AS INT) END AS trday,
          CASE WHEN e.trhour BETWEEN -2147483648 AND 2147483647 THEN CAST(e.trhour AS INT) END AS trhour,
          CASE WHEN e.trminute BETWEEN -2147483648 AND 2147483647 THEN CAST(e.trminute AS INT) END AS trminute,
          CASE WHEN e.trsec BETWEEN -2147483648 AND 2147483647 THEN CAST(e.trsec AS INT) END AS trsec,
          CAST(e.tdur AS FLOAT) AS tdur,
          e.sip,
          e.dip,
          CASE WHEN e.sport BETWEEN -2147483648 AND 2147483647 THEN CAST(e.sport AS INT) END AS sport,
          CASE WHEN e.dport BETWEEN -2147483648 AND 2147483647 THEN CAST(e.dport AS INT) END AS dport,
          e.proto,
          e.flag,
          CASE WHEN e.fwd BETWEEN -2147483648 AND 2147483647 THEN CAST(e.fwd AS INT) END AS fwd,
          CASE WHEN e.stos BETWEEN -2147483648 AND 2147483647 THEN CAST(e.stos AS INT) END AS stos,
          e.ipkt,
          e.ibyt,
          e.opkt,
          e.obyt,
          CASE WHEN e.input BETWEEN -2147483648 AND 2147483647 THEN CAST(e.input AS INT) END AS input,
          CASE WHEN e.output BETWEEN -2147483648 AND 2147483647 THEN CAST(e.output AS INT) END AS output,
          CASE WHEN e.sas BETWEEN -2147483648 AND 2147483647 THEN CAST(e.sas AS INT) END AS sas,
          CASE WHEN e.das BETWEEN -2147483648 AND 2147483647 THEN CAST(e.das AS INT) END AS das,
          CASE WHEN e.dtos BETWEEN -2147483648 AND 2147483647 THEN CAST(e.dtos AS INT) END AS dtos,
          CASE WHEN e.dir BETWEEN -2147483648 AND 2147483647 THEN CAST(e.dir AS INT) END AS dir,
          e.rip,
          e.y, e.m, e.d, e.h
        FROM flow e
      ) f
    ) a
  ) b
) c;

-- The events as method profile sees them, for days that it has counted. src_document is 1 if the source is a document: it
-- is internal, or neither end is; dst_document is 1 if the destination is internal. src_profile_word and dst_profile_word are
-- the words of their ends in the view event, NULL if the end is no document; src_fan and dst_fan the item of flow_fans.
DROP VIEW IF EXISTS flow_profile_events;

CREATE VIEW flow_profile_events AS
SELECT
  p.*,
  CASE WHEN p.src_document = 1 THEN
    ${hivevar:dbname}.sc_flow_event_word(1, p.dst_internal, p.service, p.proto, p.flag, p.ipkt, p.ibyt, p.dst_clients)
  END AS src_profile_word,
  CASE WHEN p.dst_document = 1 THEN
    ${hivevar:dbname}.sc_flow_event_word(0, p.src_internal, p.service, p.proto, p.flag, p.ipkt, p.ibyt, p.src_clients)
  END AS dst_profile_word,
  CONCAT('src-', CASE WHEN p.dst_internal = 1 THEN 'int-' ELSE 'ext-' END, p.service) AS src_fan,
  CONCAT('dst-', CASE WHEN p.src_internal = 1 THEN 'int-' ELSE 'ext-' END, p.service) AS dst_fan
FROM (
  SELECT
    e.*,
    COALESCE(s.internal, 0) AS src_internal,
    COALESCE(t.internal, 0) AS dst_internal,
    COALESCE(s.clients, 0) AS src_clients,
    COALESCE(t.clients, 0) AS dst_clients,
    CASE WHEN COALESCE(s.internal, 0) = 1 OR COALESCE(t.internal, 0) = 0 THEN 1 ELSE 0 END AS src_document,
    COALESCE(t.internal, 0) AS dst_document,
    ${hivevar:dbname}.sc_flow_service(e.sport, e.dport, COALESCE(u.clients, 0), COALESCE(v.clients, 0)) AS service
  FROM (
    SELECT f.*, CAST(f.sport AS STRING) AS source_port, CAST(f.dport AS STRING) AS destination_port
    FROM flow_events f
    WHERE f.field_name IS NULL
  ) e
  LEFT JOIN (
    SELECT item, clients, internal, y, m, d FROM flow_known WHERE item_kind = 'ip'
  ) s ON e.sip = s.item AND e.y = s.y AND e.m = s.m AND e.d = s.d
  LEFT JOIN (
    SELECT item, clients, internal, y, m, d FROM flow_known WHERE item_kind = 'ip'
  ) t ON e.dip = t.item AND e.y = t.y AND e.m = t.m AND e.d = t.d
  LEFT JOIN (
    SELECT item, clients, y, m, d FROM flow_known WHERE item_kind = 'port'
  ) u ON e.source_port = u.item AND e.y = u.y AND e.m = u.m AND e.d = u.d
  LEFT JOIN (
    SELECT item, clients, y, m, d FROM flow_known WHERE item_kind = 'port'
  ) v ON e.destination_port = v.item AND e.y = v.y AND e.m = v.m AND e.d = v.d
) p;

-- The topics of a model for people: the share of the corpus that a topic accounts for, and a name, which is what its
-- three most probable words say, each with its probability in the topic. A word without an explanation stands for itself;
-- topic_name is NULL for a model without top words.
DROP VIEW IF EXISTS flow_topic_names;

CREATE VIEW flow_topic_names AS
SELECT
  t.model_id,
  t.topic,
  t.tokens,
  t.tokens / SUM(t.tokens) OVER (PARTITION BY t.model_id) AS topic_share,
  n.topic_name
FROM flow_topics t
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
    FROM flow_topic_top_words w
    JOIN model_runs r ON w.model_id = r.model_id
    WHERE w.word_rank <= 3
  ) e
  GROUP BY e.model_id, e.topic
) n ON t.model_id = n.model_id AND t.topic = n.topic;

-- Scratch of oa_flow.sql: the results that are published, at most limit_rows; of method profile of each group the first, and
-- rows_listed is how many of its rows are listed, else 1. ml_score is the score as FLOAT, moved up by the least that a FLOAT can
-- where it would not grow with the rank. Dropped with its files when done.
CREATE EXTERNAL TABLE IF NOT EXISTS flow_suspicious (
  treceived STRING,
  tryear INT,
  trmonth INT,
  trday INT,
  trhour INT,
  trminute INT,
  trsec INT,
  tdur FLOAT,
  sip STRING,
  dip STRING,
  sport INT,
  dport INT,
  proto STRING,
  ipkt BIGINT,
  ibyt BIGINT,
  opkt BIGINT,
  obyt BIGINT,
  src_word STRING,
  dst_word STRING,
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
LOCATION '${hivevar:huser}/sc/flow_suspicious'
TBLPROPERTIES ('external.table.purge' = 'true');

-- Why each row of flow_scores is suspicious; ml_score is the row's there, score_rank its rank in flow_scored_results under
-- score_method. ip and word are those that made the event suspicious, of method profile the group, and word_text what the word
-- says. The counts are of the days that the model was trained on: ip_occurrences, how often the IP had the word, of its
-- ip_words words (NULL if the model does not know the IP), all_occurrences, how often anybody had it, on all_ips IPs, of
-- all_words. surprisal_bits is -log2 of the event's probability, of method profile of the probability of as many as group_size
-- where expected were expected. topic is where the IP's word most probably came from, NULL if no topic has it there. seen_here
-- and seen_anywhere: whether the IP, and whether anybody, had the word on the days counted before, at most 60 days back.
-- explanation says all of it.
CREATE EXTERNAL TABLE IF NOT EXISTS flow_explanations (
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
LOCATION '${hivevar:huser}/sc/flow_explanations';

CREATE EXTERNAL TABLE IF NOT EXISTS flow_explanations_staging (
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
LOCATION '${hivevar:huser}/sc/flow_explanations_staging';

-- Apache Spot's front end: how many events were loaded per minute, valid or not; tdate is yyyy-MM-dd HH:mm (UTC). An event whose
-- time can't be read counts in the first minute of the hour that it was loaded into.
CREATE EXTERNAL TABLE IF NOT EXISTS flow_ingest_summary (
  tdate STRING,
  total BIGINT
)
PARTITIONED BY (y SMALLINT, m TINYINT, d TINYINT)
STORED AS PARQUET
LOCATION '${hivevar:huser}/flow/hive/oa/summary';

CREATE EXTERNAL TABLE IF NOT EXISTS flow_ingest_summary_staging (
  tdate STRING,
  total BIGINT
)
PARTITIONED BY (run_id STRING)
STORED AS PARQUET
LOCATION '${hivevar:huser}/sc/flow_ingest_summary_staging';

-- Apache Spot's front end: the stories that analysts wrote about a day. Written and deleted by its API, by path: the partitions
-- are never moved.
CREATE EXTERNAL TABLE IF NOT EXISTS flow_storyboard (
  ip_threat STRING,
  title STRING,
  text STRING
)
PARTITIONED BY (y SMALLINT, m TINYINT, d TINYINT)
STORED AS PARQUET
LOCATION '${hivevar:huser}/flow/hive/oa/storyboard';

-- Apache Spot's front end: the verdicts that analysts gave there, 1 high risk, 2 medium, 3 low. Written and deleted by its API,
-- by path: the partitions are never moved.
CREATE EXTERNAL TABLE IF NOT EXISTS flow_threat_investigation (
  tstart STRING,
  srcip STRING,
  dstip STRING,
  srcport INT,
  dstport INT,
  score INT
)
PARTITIONED BY (y SMALLINT, m TINYINT, d TINYINT)
STORED AS PARQUET
LOCATION '${hivevar:huser}/flow/hive/oa/threat_investigation';

-- Apache Spot's front end: a day's most suspicious flows. `rank` is score_rank, from 1; ml_score, the lowest the most suspicious,
-- grows with it. srcip_internal is 1 inside the own networks (network_context), 0 outside, NULL for what is no IP. geoloc is
-- COUNTRY;CITY, domain the autonomous system (geoip_networks), rep FEED:SEVERITY:NUMBER of the most serious indicator that
-- holds on the day (threat_intelligence: 3 high, 2 medium, 1 low); NULL where nothing is known.
CREATE EXTERNAL TABLE IF NOT EXISTS flow_scores (
  tstart STRING,
  srcip STRING,
  dstip STRING,
  sport INT,
  dport INT,
  proto STRING,
  ipkt BIGINT,
  ibyt BIGINT,
  opkt BIGINT,
  obyt BIGINT,
  ml_score FLOAT,
  `rank` INT,
  srcip_internal INT,
  dstip_internal INT,
  src_geoloc STRING,
  dst_geoloc STRING,
  src_domain STRING,
  dst_domain STRING,
  src_rep STRING,
  dst_rep STRING
)
PARTITIONED BY (y SMALLINT, m TINYINT, d TINYINT)
STORED AS PARQUET
LOCATION '${hivevar:huser}/flow/hive/oa/suspicious';

CREATE EXTERNAL TABLE IF NOT EXISTS flow_scores_staging (
  tstart STRING,
  srcip STRING,
  dstip STRING,
  sport INT,
  dport INT,
  proto STRING,
  ipkt BIGINT,
  ibyt BIGINT,
  opkt BIGINT,
  obyt BIGINT,
  ml_score FLOAT,
  `rank` INT,
  srcip_internal INT,
  dstip_internal INT,
  src_geoloc STRING,
  dst_geoloc STRING,
  src_domain STRING,
  dst_domain STRING,
  src_rep STRING,
  dst_rep STRING
)
PARTITIONED BY (run_id STRING)
STORED AS PARQUET
LOCATION '${hivevar:huser}/sc/flow_scores_staging';

-- Apache Spot's front end: all flows between the two ends of a row of flow_scores, either way, within its minute; hh and mn are
-- the hour and the minute. Each flow once.
CREATE EXTERNAL TABLE IF NOT EXISTS flow_edge (
  tstart STRING,
  srcip STRING,
  dstip STRING,
  sport INT,
  dport INT,
  proto STRING,
  flags STRING,
  tos INT,
  ibyt BIGINT,
  ipkt BIGINT,
  input BIGINT,
  output BIGINT,
  rip STRING,
  obyt BIGINT,
  opkt BIGINT,
  hh INT,
  mn INT
)
PARTITIONED BY (y SMALLINT, m TINYINT, d TINYINT)
STORED AS PARQUET
LOCATION '${hivevar:huser}/flow/hive/oa/edge';

CREATE EXTERNAL TABLE IF NOT EXISTS flow_edge_staging (
  tstart STRING,
  srcip STRING,
  dstip STRING,
  sport INT,
  dport INT,
  proto STRING,
  flags STRING,
  tos INT,
  ibyt BIGINT,
  ipkt BIGINT,
  input BIGINT,
  output BIGINT,
  rip STRING,
  obyt BIGINT,
  opkt BIGINT,
  hh INT,
  mn INT
)
PARTITIONED BY (run_id STRING)
STORED AS PARQUET
LOCATION '${hivevar:huser}/sc/flow_edge_staging';

-- Apache Spot's front end: of each IP in more than one row of flow_scores, the day's flows between it and each of its peers there,
-- in either direction a row: bytes and packets from srcip to dstip. A count that is missing or negative is 0 here, and a sum
-- above 2^63 - 1 is that.
CREATE EXTERNAL TABLE IF NOT EXISTS flow_chords (
  ip_threat STRING,
  srcip STRING,
  dstip STRING,
  ibyt BIGINT,
  ipkt BIGINT
)
PARTITIONED BY (y SMALLINT, m TINYINT, d TINYINT)
STORED AS PARQUET
LOCATION '${hivevar:huser}/flow/hive/oa/chords';

CREATE EXTERNAL TABLE IF NOT EXISTS flow_chords_staging (
  ip_threat STRING,
  srcip STRING,
  dstip STRING,
  ibyt BIGINT,
  ipkt BIGINT
)
PARTITIONED BY (run_id STRING)
STORED AS PARQUET
LOCATION '${hivevar:huser}/sc/flow_chords_staging';

-- Apache Spot's front end: the flows of an IP that an analyst wrote a story about.
CREATE EXTERNAL TABLE IF NOT EXISTS flow_timeline (
  ip_threat STRING,
  tstart STRING,
  tend STRING,
  srcip STRING,
  dstip STRING,
  proto STRING,
  sport INT,
  dport INT,
  ipkt BIGINT,
  ibyt BIGINT
)
PARTITIONED BY (y SMALLINT, m TINYINT, d TINYINT)
STORED AS PARQUET
LOCATION '${hivevar:huser}/flow/hive/oa/timeline';
