[#--
  Copyright the Suspicious Connects authors.
  SPDX-License-Identifier: Apache-2.0
--]
[#import "tables.ftl" as t]
[#import "sources.ftl" as s]
[@s.header]
-- Tables of the dns source (DNS answers).
[/@s.header]

USE ${hivevar:dbname};

[#assign hour = "h TINYINT"]
[#assign events]
  frame_time STRING
  unix_tstamp BIGINT
  frame_len INT
  ip_dst STRING
  ip_src STRING
  dns_qry_name STRING
  dns_qry_class STRING
  dns_qry_type INT
  dns_qry_rcode INT
  dns_a STRING
[/#assign]
[#-- Of an event, what Apache Spot writes into its results. --]
[#assign event]
  [=t.only(events, "frame_time unix_tstamp frame_len ip_dst dns_qry_name dns_qry_class dns_qry_type dns_qry_rcode")]
[/#assign]
[#-- As Apache Spot writes its results, and our word. --]
[#assign scored]
  [=event]
  word STRING
  score DOUBLE
[/#assign]
-- The events, one row per answer, in Apache Spot's columns and place: ip_dst is the client that asked, ip_src the server.
-- unix_tstamp is in seconds since 1970 (UTC), frame_time the same as text, as tshark prints it; frame_len in bytes;
-- class, type and rcode are the numbers of RFC 1035.
[@t.table name="dns" partitions=t.by_day + ", " + hour location="dns/hive"]
  [=events]
[/@t.table]

[@s.word_counts source="dns" document="a client" /]

[@s.model source="dns" /]

[@s.results source="dns" scored=scored /]

[@s.profile source="dns" scored=scored items="kind domain: the registered domain of a name, or in-addr.arpa or ip6.arpa, or the name if it has none" /]

-- Scratch of count_words_dns_profile.sql: the day's answers. domain is the item of dns_pairs, fan that of dns_fans; rare_type
-- is the type that was asked for if it is none of A, AAAA, PTR, CNAME and HTTPS; nxdomain is 1 if there is no such name, else
-- 0. Dropped with its files when done.
[@t.table name="dns_answers" partitions=t.by_run purge=true]
  ip STRING
  domain STRING
  domain_clients BIGINT
  name STRING
  subdomain_length INT
  rare_type INT
  nxdomain INT
  fan STRING
  word STRING
[/@t.table]

[@s.feedback source="dns" event=event words="word_spot STRING, word_psl STRING"
  pairs=[{"vocabulary": "spot", "ip": "ip_dst", "word": "word_spot"}, {"vocabulary": "psl", "ip": "ip_dst", "word": "word_psl"}] /]

[@s.rejected source="dns" events=events hour=hour
  reasons="NULL_FIELD, TIME_RANGE, NEGATIVE_COUNT, NO_WORD" /]

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
[@s.typed source="dns" events=events name="a" /]
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

[@s.topic_names source="dns" /]

[@s.analytics source="dns" scored=scored story="ip_threat STRING, dns_threat STRING"
  verdicts=t.only(events, "unix_tstamp ip_dst dns_qry_name") + ", ip_sev INT, dns_sev INT" /]

[#assign names]
  dns_qry_class_name STRING
  dns_qry_type_name STRING
  dns_qry_rcode_name STRING
  network_context STRING
[/#assign]
-- Apache Spot's front end: a day's most suspicious answers. ml_score, the lowest the most suspicious, grows with score_rank. tld
-- is the registered domain of the name, query_rep FEED:SEVERITY:NUMBER of the most serious indicator of it or of a domain above
-- it that holds on the day (threat_intelligence: 3 high, 2 medium, 1 low), hh the hour (UTC), names are IANA's (iana_names),
-- network_context is the client's network; NULL where nothing is known.
[@t.table name="dns_scores" partitions=t.by_day location="dns/hive/oa/suspicious" staging=true]
  [=t.only(events, "frame_time unix_tstamp")]
  frame_len BIGINT
  [=t.only(events, "ip_dst dns_qry_name dns_qry_class dns_qry_type dns_qry_rcode")]
  ml_score FLOAT
  tld STRING
  query_rep STRING
  hh INT
  [=names]
[/@t.table]

-- Apache Spot's front end: all answers about the name of a row of dns_scores within its hour, hh (UTC). Each answer once.
[@t.table name="dns_edge" partitions=t.by_day location="dns/hive/oa/edge" staging=true]
  [=t.only(events, "unix_tstamp")]
  frame_len BIGINT
  [=t.only(events, "ip_dst ip_src dns_qry_name dns_qry_class dns_qry_type dns_qry_rcode dns_a")]
  hh INT
  [=names]
[/@t.table]

-- Apache Spot's front end: what the clients of dns_scores asked for on the day and what they were answered, each once;
-- unix_tstamp is the first time.
[@t.table name="dns_dendro" partitions=t.by_day location="dns/hive/oa/dendro" staging=true]
  [=t.only(events, "unix_tstamp dns_a dns_qry_name ip_dst")]
[/@t.table]

-- Apache Spot's front end: how often a client asked for a name that an analyst wrote a story about, or which names it asked for.
[@t.table name="dns_threat_dendro" partitions=t.by_day location="dns/hive/oa/threat_dendro"]
  anchor STRING
  total BIGINT
  [=t.only(events, "dns_qry_name ip_dst")]
[/@t.table]
