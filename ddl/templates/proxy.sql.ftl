[#--
  Copyright the Suspicious Connects authors.
  SPDX-License-Identifier: Apache-2.0
--]
[#import "tables.ftl" as t]
[#import "sources.ftl" as s]
[@s.header]
-- Tables of the proxy source (requests through a web proxy).
[/@s.header]

USE ${hivevar:dbname};

[#assign days = "y STRING, m STRING, d STRING"]
[#assign hour = "h STRING"]
[#assign events]
  p_date STRING
  p_time STRING
  clientip STRING
  host STRING
  reqmethod STRING
  useragent STRING
  resconttype STRING
  duration INT
  username STRING
  authgroup STRING
  exceptionid STRING
  filterresult STRING
  webcat STRING
  referer STRING
  respcode STRING
  action STRING
  urischeme STRING
  uriport STRING
  uripath STRING
  uriquery STRING
  uriextension STRING
  serverip STRING
  scbytes INT
  csbytes INT
  virusid STRING
  bcappname STRING
  bcappoper STRING
  fulluri STRING
[/#assign]
[#-- Of an event, what Apache Spot writes into its results. --]
[#assign event]
  [=t.only(events, "p_date p_time clientip host reqmethod useragent resconttype duration username webcat
    referer respcode uriport uripath uriquery serverip scbytes csbytes fulluri")]
[/#assign]
[#-- As Apache Spot writes its results; the word is among them. --]
[#assign scored]
  [=event]
  word STRING
  score DOUBLE
[/#assign]
-- The events, one row per request, in Apache Spot's columns and place. p_date is yyyy-MM-dd, p_time HH:mm:ss, UTC;
-- duration is in milliseconds, scbytes went to the client, csbytes came from it. The partitions are text, month, day
-- and hour of two digits, as Spot's front end asks for them.
[@t.table name="proxy" partitions=days + ", " + hour location="proxy/hive"]
  [=events]
[/@t.table]

[@s.word_counts source="proxy" document="a client" /]

-- How many valid requests of the day each user agent made, '-' for those without one: a part of the words. Counted once a
-- day, by count_words_proxy.sql, so that counting and scoring see the same. The partitions are those of proxy.
[@t.table name="proxy_user_agents" partitions=days staging=true]
  useragent STRING
  requests BIGINT
[/@t.table]

[@s.model source="proxy" /]

[@s.results source="proxy" scored=scored /]

[@s.profile source="proxy" scored=scored items="kind host: a name or address; kind agent: a user agent, '-' for none" days=days /]

-- Scratch of count_words_proxy_profile.sql: the day's requests. host is the item of proxy_pairs, agent that of proxy_fans;
-- domain is the host's registered domain, or the host if it has none; day_second counts from midnight (UTC); csbytes is 0 where
-- it is missing or negative. Dropped with its files when done.
[@t.table name="proxy_requests" partitions=t.by_run purge=true]
  ip STRING
  host STRING
  host_clients BIGINT
  agent STRING
  agent_clients BIGINT
  domain STRING
  day_second INT
  csbytes INT
  word STRING
[/@t.table]

[@s.feedback source="proxy" event=event words="word_spot STRING, word_psl STRING"
  pairs=[{"vocabulary": "spot", "ip": "clientip", "word": "word_spot"}, {"vocabulary": "psl", "ip": "clientip", "word": "word_psl"}] /]

[@s.rejected source="proxy" events=events hour=hour
  reasons="NULL_FIELD, TIME_RANGE, NEGATIVE_COUNT, NO_WORD" /]

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
[@s.typed source="proxy" events=events name="a" /]
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

[@s.topic_names source="proxy" /]

[#-- host_ip: the host without brackets and port, an address where the host is one. --]
[@s.analytics source="proxy" scored=scored + "\nhost_ip STRING" story="p_threat STRING" verdicts="tdate STRING, " + t.only(events, "fulluri") + ", uri_sev INT" /]

[#assign bytes]
  scbytes BIGINT
  csbytes BIGINT
[/#assign]
-- Apache Spot's front end: a day's most suspicious requests. ml_score, the lowest the most suspicious, grows with score_rank.
-- uri_rep is FEED:SEVERITY:NUMBER of the most serious indicator that holds on the day (threat_intelligence: 3 high, 2 medium,
-- 1 low) of the URI, its host, a domain above it, or the server's address; respcode_name is IANA's (iana_names),
-- network_context the client's network; NULL where nothing is known. respcode and uriport are NULL if they are no number.
[@t.table name="proxy_scores" partitions=t.by_day location="proxy/hive/oa/suspicious" staging=true]
  tdate STRING
  time STRING
  [=t.only(events, "clientip host reqmethod useragent resconttype duration username webcat referer")]
  respcode INT
  uriport INT
  [=t.only(events, "uripath uriquery serverip")]
  [=bytes]
  [=t.only(events, "fulluri")]
  word STRING
  ml_score FLOAT
  uri_rep STRING
  respcode_name STRING
  network_context STRING
[/@t.table]

-- Apache Spot's front end: all requests of the client of a row of proxy_scores for its URI within its hour, hh (UTC). Each
-- request once.
[@t.table name="proxy_edge" partitions=t.by_day location="proxy/hive/oa/edge" staging=true]
  tdate STRING
  time STRING
  [=t.only(events, "clientip host webcat respcode reqmethod useragent resconttype referer uriport serverip")]
  [=bytes]
  [=t.only(events, "fulluri")]
  hh INT
  respcode_name STRING
[/@t.table]

-- Apache Spot's front end: the requests for a URI that an analyst wrote a story about.
[@t.table name="proxy_timeline" partitions=t.by_day location="proxy/hive/oa/timeline"]
  p_threat STRING
  tstart STRING
  tend STRING
  duration BIGINT
  clientip STRING
  respcode STRING
  respcodename STRING
[/@t.table]
