-- Copyright the Suspicious Connects authors.
-- SPDX-License-Identifier: Apache-2.0
--
-- Tables of the dns source (DNS answers).
-- Reads: nothing. Writes: empty tables where they are missing, and views.
-- Needs: ddl/database.sql, ddl/common.sql, and the functions of ddl/functions/.
-- Variables: dbname; huser, the folder of the warehouse user, below which every table lies.
-- Example: beeline -f ddl/dns.sql --hivevar dbname=spot --hivevar huser=/user/spot

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

-- Scratch of score_dns.sql: every valid event of the day with its score. Dropped with its files when done.
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
  score DOUBLE
)
PARTITIONED BY (run_id STRING)
STORED AS PARQUET
LOCATION '${hivevar:huser}/sc/dns_scoring'
TBLPROPERTIES ('external.table.purge' = 'true');

-- The most suspicious events: Spot's columns, the word, the score (0 to 1, the lowest is the most suspicious)
-- and its rank from 1.
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
  model_id STRING
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
  model_id STRING
)
PARTITIONED BY (run_id STRING)
STORED AS PARQUET
LOCATION '${hivevar:huser}/sc/dns_scored_results_staging';

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
