[#--
  Copyright the Suspicious Connects authors.
  SPDX-License-Identifier: Apache-2.0

  What every source has: the tables around its events, and the view of its topics.
--]
[#import "tables.ftl" as t]

[#-- The head of a source's file. Nested is its first line. --]
[#macro header]
[@t.header writes="empty tables where they are missing, and views" needs=["database.sql", "common.sql"] functions=true]
[#nested]
[/@t.header]
[/#macro]

[#--
  The events for a view, in the types of our tables: a table that others made may have wider ones, which functions and tables
  would not take. A number that INT can't hold counts as missing.
--]
[#macro typed source events name margin="  "]
[=margin]FROM (
[=margin]  SELECT
[#list t.split(events) as event]
[#local column = event?keep_before(" ")]
[#local type = event?keep_after(" ")]
[#if type == "INT"]
[=margin]    CASE WHEN e.[=column] BETWEEN -2147483648 AND 2147483647 THEN CAST(e.[=column] AS INT) END AS [=column],
[#elseif type == "FLOAT"]
[=margin]    CAST(e.[=column] AS FLOAT) AS [=column],
[#else]
[=margin]    e.[=column],
[/#if]
[/#list]
[=margin]    e.y, e.m, e.d, e.h
[=margin]  FROM [=source] e
[=margin]) [=name]
[/#macro]

[#-- document: who is a document, such as a client. --]
[#macro word_counts source document]
-- The corpus: how often each word occurs in each document ([=document]'s day).
[@t.table name=source + "_word_counts" partitions=t.by_day_and_method staging=true]
  ip STRING
  word STRING
  word_count BIGINT
  vocabulary STRING
[/@t.table]
[/#macro]

[#macro model source]
-- Per document: P(topic | ip), K doubles, sum 1, and the expected counts they come from, as vectors
-- (base64 of little-endian float64: sc_vector_to_array shows them); tokens is the sum of the counts.
[@t.table name=source + "_topic_mix" partitions=t.by_model]
  ip STRING
  tokens DOUBLE
  topic_mix STRING
  topic_counts STRING
[/@t.table]

-- Per word: P(word | topic), K doubles (each topic sums to 1 over the words), and the expected counts.
[@t.table name=source + "_word_topics" partitions=t.by_model]
  word STRING
  tokens DOUBLE
  topic_probs STRING
  topic_counts STRING
[/@t.table]

-- Per topic, 0 to K - 1: its expected count in the corpus.
[@t.table name=source + "_topics" partitions=t.by_model]
  topic INT
  tokens DOUBLE
[/@t.table]

-- The words of a topic that are most probable in it, word_rank from 1, for people.
[@t.table name=source + "_topic_top_words" partitions=t.by_model]
  topic INT
  word_rank INT
  word STRING
  probability DOUBLE
[/@t.table]

-- What the words of method profile are made of, for the background probability of a word that the model does not know; no
-- rows for spot. tokens is how often the words with this part occur. word_part is a prefix of a word, up to the whole word
-- (such as event or event|src-ext-to443: continuations is the number of distinct next fields, 0 of a whole word), a field at
-- its place (event#2=TCP-SA, continuations 0), a place (event#2: continuations is the number of distinct fields there), or *
-- (tokens is the number of all, continuations that of the views).
[@t.table name=source + "_word_parts" partitions=t.by_model]
  word_part STRING
  tokens BIGINT
  continuations BIGINT
[/@t.table]

-- How often an IP had a word about a rare item (see [=source]_word_parts) itself in the days trained on; of method profile only.
[@t.table name=source + "_own_counts" partitions=t.by_model]
  ip STRING
  word STRING
  tokens BIGINT
[/@t.table]
[/#macro]

[#-- scored: the columns of a scored event: Spot's, the word or words, the score. --]
[#macro results source scored]
-- Scratch of score_[=source].sql: every valid event of the day with its score; unseen_ip and unseen_word are 1 if the model does
-- not know an IP or a word of it, else 0; allow_listed is the entry of the allow-list that it matches, or NULL. Dropped with
-- its files when done.
[@t.table name=source + "_scoring" partitions=t.by_run purge=true]
  [=scored]
  unseen_ip INT
  unseen_word INT
  model_id STRING
  allow_listed STRING
[/@t.table]

-- The most suspicious events: Spot's columns, the word or words, the score (0 to 1, the lowest is the most suspicious)
-- and its rank from 1. verdict is the one that counts for the event's words at its IPs, of several the most serious: 1 high
-- risk, 2 medium, 3 low, NULL if nobody said anything. Events that the allow-list matches are here too, without a rank:
-- allow_listed is the entry, such as 'cidr 10.0.0.0/8', else NULL.
-- Method profile lists groups: group_id is the IP and the word that the event is listed with, score_view the word's view,
-- group_size how often the IP had the word that day, expected how often it was expected to, log_p the logarithm of the
-- probability of so many. The rows of a group follow each other. With method spot all five are NULL.
[@t.table name=source + "_scored_results" partitions=t.by_day_and_method staging=true]
  [=scored]
  score_rank INT
  model_id STRING
  verdict INT
  allow_listed STRING
  score_view STRING
  group_id STRING
  group_size BIGINT
  expected DOUBLE
  log_p DOUBLE
[/@t.table]
[/#macro]

[#--
  What method profile keeps of a day. items: the kinds of things that a client meets, for the comment. known: further
  columns of what is known of an item. scored: as in results. days: the partition columns of the source's events, by which
  these are joined with what is known.
--]
[#macro profile source items scored known="" days=t.by_day]
-- Method profile: which IPs had to do with which items on a day ([=items]), each pair once: the reference that
-- tells what is new on later days.
[@t.table name=source + "_clients" partitions=t.by_day staging=true]
  item_kind STRING
  item STRING
  ip STRING
[/@t.table]

-- Method profile: how many IPs had to do with an item in the reference window before the day; one that is not here, none. The
-- day's words were made with it, and those of its events are when they are scored.[#if days != t.by_day] The partitions are those of
-- [=source].[/#if]
[@t.table name=source + "_known" partitions=days staging=true]
  item_kind STRING
  item STRING
  clients BIGINT
[#if known?has_content]
  [=known]
[/#if]
[/@t.table]

-- Method profile: the word of an IP's day with one item (view pair).
[@t.table name=source + "_pairs" partitions=t.by_day staging=true]
  ip STRING
  item STRING
  word STRING
[/@t.table]

-- Method profile: the word of an IP's day with all items of a kind of use (view fan).
[@t.table name=source + "_fans" partitions=t.by_day staging=true]
  ip STRING
  item STRING
  word STRING
[/@t.table]

-- Scratch of score_[=source]_profile.sql: each word of the day with what the model counted of its parts, for sc_profile_probability.
-- Dropped with its files when done.
[@t.table name=source + "_day_words" partitions=t.by_run purge=true]
  word STRING
  topic_counts STRING
  parts STRING
[/@t.table]

-- Scratch of score_[=source]_profile.sql: the groups of the day, an IP's occurrences of a word. group_number counts from 1, the most
-- suspicious first; group_score is the share of the groups of the view that are not less suspicious, 0 to 1. verdict is the
-- one that counts; unseen_ip and unseen_word are 1 if the model does not know the IP or the word, else 0. Dropped with its
-- files when done.
[@t.table name=source + "_groups" partitions=t.by_run purge=true]
  group_number BIGINT
  ip STRING
  word STRING
  score_view STRING
  group_size BIGINT
  expected DOUBLE
  log_p DOUBLE
  group_score DOUBLE
  verdict INT
  unseen_ip INT
  unseen_word INT
[/@t.table]

-- Scratch of score_[=source]_profile.sql: every valid event of the day with its most suspicious group. Dropped with its files when
-- done.
[@t.table name=source + "_group_scoring" partitions=t.by_run purge=true]
  [=scored]
  group_number BIGINT
  verdict INT
  unseen_ip INT
  unseen_word INT
  model_id STRING
  allow_listed STRING
[/@t.table]

-- The items that method profile has seen: first and last day (yyyy-MM-dd) and how many IPs had to do with it in all.
DROP VIEW IF EXISTS [=source]_items;

CREATE VIEW [=source]_items AS
SELECT
  c.item_kind,
  c.item,
  MIN(CONCAT(CAST(c.y AS STRING), '-', LPAD(CAST(c.m AS STRING), 2, '0'), '-', LPAD(CAST(c.d AS STRING), 2, '0'))) AS first_seen,
  MAX(CONCAT(CAST(c.y AS STRING), '-', LPAD(CAST(c.m AS STRING), 2, '0'), '-', LPAD(CAST(c.d AS STRING), 2, '0'))) AS last_seen,
  COUNT(DISTINCT c.ip) AS clients
FROM [=source]_clients c
GROUP BY c.item_kind, c.item;
[/#macro]

[#--
  event: the columns of an event that a verdict repeats. words: its words, of each vocabulary.
  pairs: of each pair of IP and word that a verdict judges, the vocabulary and the two columns.
--]
[#macro feedback source event words pairs]
-- What analysts said of events, one row per event and statement: verdict 1 (high risk), 2 (medium) or 3 (low), of the event
-- in Spot's columns, its words, and the day it is of, event_day (yyyy-MM-dd). feedback_scope is event (the verdict holds for
-- the event's words at its IPs on that day), ip_word (on later days too) or word (for the words at every IP, on that day
-- and later). given_at is UTC as yyyy-MM-dd HH:mm:ss; expires_on the last day that it holds for, NULL if it does not end.
-- origin is the file it came from, with the line, or NULL. One partition per file or statement. Nothing is ever changed or
-- taken out: the newest verdict on the same words counts. group_ip and group_word are the group of method profile that was
-- judged; its words of spot are NULL then, and the other way round.
[@t.table name=source + "_feedback" partitions="feedback_id STRING"]
  [=event]
  [=words]
  event_day STRING
  verdict INT
  feedback_scope STRING
  author STRING
  given_at STRING
  expires_on STRING
  origin STRING
  line_number BIGINT
  group_ip STRING
  group_word STRING
[/@t.table]

-- Scratch of count_words_[=source].sql and score_[=source].sql: the verdict that counts on the day for each pair of IP and word
-- that somebody judged, and for each word judged at every IP, whose ip is NULL. Dropped with its files when done.
[@t.table name=source + "_judged" partitions=t.by_run purge=true]
  ip STRING
  word STRING
  verdict INT
  given_at STRING
[/@t.table]

-- What the verdicts judge: one row for each pair of IP and word of a statement, with its method and vocabulary. ip is NULL where the
-- statement is of the word at every IP. problem says why a statement counts on no day, else it is NULL.
DROP VIEW IF EXISTS [=source]_verdicts;

CREATE VIEW [=source]_verdicts AS
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
[#list pairs as pair]
  SELECT 'spot' AS score_method, '[=pair.vocabulary]' AS vocabulary, f.[=pair.ip] AS pair_ip, f.[=pair.word] AS word, f.*
  FROM [=source]_feedback f
  UNION ALL
[/#list]
  SELECT 'profile' AS score_method, '[=(source == "flow")?then("spot", "psl")]' AS vocabulary, f.group_ip AS pair_ip, f.group_word AS word, f.*
  FROM [=source]_feedback f
) p
WHERE p.word IS NOT NULL;
[/#macro]

[#-- events, hour: the columns of the events and the partition column of the hour. reasons: what can be wrong. --]
[#macro rejected source events hour reasons]
-- The events of a day that can't be scored, why ([=reasons]),
-- and the first field that is to blame. With the scored ones they are all events of the day.
[@t.table name=source + "_invalid" partitions=t.by_day staging=true]
  [=events]
  [=hour]
  reason STRING
  field_name STRING
  field_value STRING
[/@t.table]

-- Lines of loaded files that are no event: where, why, and the first 64 KiB of the line.
[@t.table name=source + "_rejected_lines" partitions="load_id STRING"]
  [=t.rejected_line]
[/@t.table]
[/#macro]

[#macro topic_names source]
-- The topics of a model for people: the share of the corpus that a topic accounts for, and a name, which is what its
-- three most probable words say, each with its probability in the topic. A word without an explanation stands for itself;
-- topic_name is NULL for a model without top words.
DROP VIEW IF EXISTS [=source]_topic_names;

CREATE VIEW [=source]_topic_names AS
SELECT
  t.model_id,
  t.topic,
  t.tokens,
  t.tokens / SUM(t.tokens) OVER (PARTITION BY t.model_id) AS topic_share,
  n.topic_name
FROM [=source]_topics t
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
    FROM [=source]_topic_top_words w
    JOIN model_runs r ON w.model_id = r.model_id
    WHERE w.word_rank <= 3
  ) e
  GROUP BY e.model_id, e.topic
) n ON t.model_id = n.model_id AND t.topic = n.topic;
[/#macro]

[#--
  What oa_SOURCE.sql writes for Apache Spot's front end and beside it, but for the tables that each source has of its own.
  scored: as in results. story: what a story is about, as columns; verdicts: the columns of a judged row; both for the tables
  that Spot's API writes.
--]
[#macro analytics source scored story verdicts]
-- Scratch of oa_[=source].sql: the results that are published, at most limit_rows; of method profile of each group the first, and
-- rows_listed is how many of its rows are listed, else 1. ml_score is the score as FLOAT, moved up by the least that a FLOAT can
-- where it would not grow with the rank. Dropped with its files when done.
[@t.table name=source + "_suspicious" partitions=t.by_run purge=true]
  [=scored]
  score_rank INT
  model_id STRING
  score_view STRING
  group_id STRING
  group_size BIGINT
  expected DOUBLE
  log_p DOUBLE
  rows_listed BIGINT
  ml_score FLOAT
[/@t.table]

-- Why each row of [=source]_scores is suspicious; ml_score is the row's there, score_rank its rank in [=source]_scored_results under
-- score_method. ip and word are those that made the event suspicious, of method profile the group, and word_text what the word
-- says. The counts are of the days that the model was trained on: ip_occurrences, how often the IP had the word, of its
-- ip_words words (NULL if the model does not know the IP), all_occurrences, how often anybody had it, on all_ips IPs, of
-- all_words. surprisal_bits is -log2 of the event's probability, of method profile of the probability of as many as group_size
-- where expected were expected. topic is where the IP's word most probably came from, NULL if no topic has it there. seen_here
-- and seen_anywhere: whether the IP, and whether anybody, had the word on the days counted before, at most 60 days back.
-- explanation says all of it.
[@t.table name=source + "_explanations" partitions=t.by_day staging=true]
  score_rank INT
  ml_score FLOAT
  score_method STRING
  model_id STRING
  ip STRING
  word STRING
  word_text STRING
  ip_occurrences BIGINT
  ip_words BIGINT
  all_occurrences BIGINT
  all_ips BIGINT
  all_words BIGINT
  group_size BIGINT
  expected DOUBLE
  surprisal_bits DOUBLE
  topic INT
  topic_name STRING
  seen_here BOOLEAN
  seen_anywhere BOOLEAN
  explanation STRING
[/@t.table]

-- Apache Spot's front end: how many events were loaded per minute, valid or not; tdate is yyyy-MM-dd HH:mm (UTC). An event whose
-- time can't be read counts in the first minute of the hour that it was loaded into.
[@t.table name=source + "_ingest_summary" partitions=t.by_day location=source + "/hive/oa/summary" staging=true]
  tdate STRING
  total BIGINT
[/@t.table]

-- Apache Spot's front end: the stories that analysts wrote about a day. Written and deleted by its API, by path: the partitions
-- are never moved.
[@t.table name=source + "_storyboard" partitions=t.by_day location=source + "/hive/oa/storyboard"]
  [=story]
  title STRING
  text STRING
[/@t.table]

-- Apache Spot's front end: the verdicts that analysts gave there, 1 high risk, 2 medium, 3 low. Written and deleted by its API,
-- by path: the partitions are never moved.
[@t.table name=source + "_threat_investigation" partitions=t.by_day location=source + "/hive/oa/threat_investigation"]
  [=verdicts]
[/@t.table]
[/#macro]
