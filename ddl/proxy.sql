-- Copyright the Suspicious Connects authors.
-- SPDX-License-Identifier: Apache-2.0
--
-- Tables of the proxy source (requests through a web proxy).
-- Reads: nothing. Writes: empty tables where they are missing, and views.
-- Needs: ddl/database.sql, ddl/common.sql, and the functions of ddl/functions/.
-- Variables: dbname; huser, the folder of the warehouse user, below which every table lies.
-- Example: beeline -f ddl/proxy.sql --hivevar dbname=spot --hivevar huser=/user/spot

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

-- Scratch of score_proxy.sql: every valid event of the day with its score. Dropped with its files when done.
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
  score DOUBLE
)
PARTITIONED BY (run_id STRING)
STORED AS PARQUET
LOCATION '${hivevar:huser}/sc/proxy_scoring'
TBLPROPERTIES ('external.table.purge' = 'true');

-- The most suspicious events: Spot's columns, the word, the score (0 to 1, the lowest is the most suspicious)
-- and its rank from 1.
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
  model_id STRING
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
  model_id STRING
)
PARTITIONED BY (run_id STRING)
STORED AS PARQUET
LOCATION '${hivevar:huser}/sc/proxy_scored_results_staging';

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
