[#--
  Copyright the Suspicious Connects authors.
  SPDX-License-Identifier: Apache-2.0
--]
[#import "tables.ftl" as t]
[#import "sources.ftl" as s]
[@s.header]
-- Tables of the flow source (netflow).
[/@s.header]

USE ${hivevar:dbname};

[#assign hour = "h TINYINT"]
[#assign events]
  treceived STRING
  unix_tstamp BIGINT
  tryear INT
  trmonth INT
  trday INT
  trhour INT
  trminute INT
  trsec INT
  tdur FLOAT
  sip STRING
  dip STRING
  sport INT
  dport INT
  proto STRING
  flag STRING
  fwd INT
  stos INT
  ipkt BIGINT
  ibyt BIGINT
  opkt BIGINT
  obyt BIGINT
  input INT
  output INT
  sas INT
  das INT
  dtos INT
  dir INT
  rip STRING
[/#assign]
[#-- Of an event, what Apache Spot writes into its results. --]
[#assign event]
  [=t.only(events, "treceived tryear trmonth trday trhour trminute trsec tdur sip dip sport dport
    proto ipkt ibyt opkt obyt")]
[/#assign]
[#-- As Apache Spot writes its results, and our words. --]
[#assign scored]
  [=event]
  src_word STRING
  dst_word STRING
  score DOUBLE
[/#assign]
-- The events, one row per flow, in Apache Spot's columns and place. treceived is UTC as yyyy-MM-dd HH:mm:ss,
-- unix_tstamp the same in seconds; ibyt, ipkt count from source to destination, obyt, opkt back; tdur in seconds.
[@t.table name="flow" partitions=t.by_day + ", " + hour location="flow/hive"]
  [=events]
[/@t.table]

[@s.word_counts source="flow" document="an IP" /]

[@s.model source="flow" /]

[@s.results source="flow" scored=scored /]

[@s.profile source="flow" scored=scored known="internal INT"
  items="kind ip: the other end of a flow; kind port: the other end's port, of flows between ports that are no service" /]

-- Scratch of count_words_flow_profile.sql: the ends of the day's flows that are documents, each with its peer. peer_port is NULL
-- where a port is a service by its number; fan is the item of flow_fans; day_second counts from midnight (UTC). Dropped with
-- its files when done.
[@t.table name="flow_ends" partitions=t.by_run purge=true]
  ip STRING
  peer STRING
  peer_internal INT
  peer_clients BIGINT
  peer_port STRING
  service STRING
  fan STRING
  day_second INT
  ibyt BIGINT
  word STRING
[/@t.table]

[@s.feedback source="flow" event=event words="src_word STRING, dst_word STRING"
  pairs=[{"vocabulary": "spot", "ip": "sip", "word": "src_word"}, {"vocabulary": "spot", "ip": "dip", "word": "dst_word"}] /]

[@s.rejected source="flow" events=events hour=hour
  reasons="NULL_FIELD, TIME_RANGE, PORT_RANGE, NEGATIVE_COUNT, NO_WORD" /]

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
[@s.typed source="flow" events=events name="f" margin="      " /]
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

[@s.topic_names source="flow" /]

[@s.analytics source="flow" scored=scored story="ip_threat STRING"
  verdicts="tstart STRING, srcip STRING, dstip STRING, srcport INT, dstport INT, score INT" /]

[#assign ends]
  tstart STRING
  srcip STRING
  dstip STRING
  [=t.only(events, "sport dport proto")]
[/#assign]
-- Apache Spot's front end: a day's most suspicious flows. `rank` is score_rank, from 1; ml_score, the lowest the most suspicious,
-- grows with it. srcip_internal is 1 inside the own networks (network_context), 0 outside, NULL for what is no IP. geoloc is
-- COUNTRY;CITY, domain the autonomous system (geoip_networks), rep FEED:SEVERITY:NUMBER of the most serious indicator that
-- holds on the day (threat_intelligence: 3 high, 2 medium, 1 low); NULL where nothing is known.
[@t.table name="flow_scores" partitions=t.by_day location="flow/hive/oa/suspicious" staging=true]
  [=ends]
  [=t.only(events, "ipkt ibyt opkt obyt")]
  ml_score FLOAT
  rank INT
  srcip_internal INT
  dstip_internal INT
  src_geoloc STRING
  dst_geoloc STRING
  src_domain STRING
  dst_domain STRING
  src_rep STRING
  dst_rep STRING
[/@t.table]

-- Apache Spot's front end: all flows between the two ends of a row of flow_scores, either way, within its minute; hh and mn are
-- the hour and the minute. Each flow once.
[@t.table name="flow_edge" partitions=t.by_day location="flow/hive/oa/edge" staging=true]
  [=ends]
  flags STRING
  tos INT
  [=t.only(events, "ibyt ipkt")]
  input BIGINT
  output BIGINT
  [=t.only(events, "rip obyt opkt")]
  hh INT
  mn INT
[/@t.table]

-- Apache Spot's front end: of each IP in more than one row of flow_scores, the day's flows between it and each of its peers there,
-- in either direction a row: bytes and packets from srcip to dstip. A count that is missing or negative is 0 here, and a sum
-- above 2^63 - 1 is that.
[@t.table name="flow_chords" partitions=t.by_day location="flow/hive/oa/chords" staging=true]
  ip_threat STRING
  srcip STRING
  dstip STRING
  [=t.only(events, "ibyt ipkt")]
[/@t.table]

-- Apache Spot's front end: the flows of an IP that an analyst wrote a story about.
[@t.table name="flow_timeline" partitions=t.by_day location="flow/hive/oa/timeline"]
  ip_threat STRING
  tstart STRING
  tend STRING
  srcip STRING
  dstip STRING
  [=t.only(events, "proto sport dport ipkt ibyt")]
[/@t.table]
