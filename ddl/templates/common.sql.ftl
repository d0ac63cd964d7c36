[#--
  Copyright the Suspicious Connects authors.
  SPDX-License-Identifier: Apache-2.0
--]
[#import "tables.ftl" as t]
[#import "iana.ftl" as iana]
[@t.header writes="empty tables where they are missing, the default rows of network_context, iana_names anew, and views"
  needs=["database.sql"] functions=true]
-- Tables that all sources share: models, runs, loaded files, own networks and domains, popular domains, places, threats, names.
[/@t.header]
--
-- A table T with a T_staging beside it is never overwritten in place: a step writes T_staging under its run_id
-- and then points T's partition to that folder, in one metastore call. Old folders stay for readers in flight.

USE ${hivevar:dbname};

-- One row per trained model. Days are yyyy-MM-dd, trained_at is UTC as yyyy-MM-dd HH:mm:ss.
-- Trained on the days window_from to window_to, to score the day trained_for; init_from is the model whose topics it
-- continued. heldout_unseen is the share of the held-out tokens whose word was not seen in training, unseen_words and
-- unseen_ips the share of the words and IPs of the day trained_for that the model does not know (NULL if that day was not
-- counted). unseen_ip_mix and unseen_word_probs are the vectors that stand for an IP and a word that the model does not
-- know. wall_seconds and cpu_seconds are those of the optimizer alone.
[@t.table name="model_runs" partitions=t.by_model]
  source STRING
  score_method STRING
  vocabulary STRING
  window_from STRING
  window_to STRING
  trained_for STRING
  optimizer STRING
  topics INT
  alpha DOUBLE
  beta DOUBLE
  seed BIGINT
  init_from STRING
  max_passes INT
  passes INT
  converged BOOLEAN
  documents BIGINT
  words BIGINT
  pairs BIGINT
  tokens BIGINT
  log_posterior DOUBLE
  training_perplexity DOUBLE
  heldout_perplexity DOUBLE
  heldout_unseen DOUBLE
  coherence DOUBLE
  unseen_words DOUBLE
  unseen_ips DOUBLE
  unseen_ip_mix STRING
  unseen_word_probs STRING
  wall_seconds DOUBLE
  cpu_seconds DOUBLE
  code_version STRING
  trained_at STRING
[/@t.table]

-- The current model of each source and method: the last trained, or the one that sql/use_model.sql chose; one change of
-- location makes it so.
[@t.table name="current_models" partitions="source STRING, score_method STRING" staging=true]
  model_id STRING
  trained_at STRING
[/@t.table]

-- Scratch of score_<source>.sql: the model of a run, found once, so that all its statements use the same. While it is
-- there, the model is not dropped. Dropped with its files when the run is done.
[@t.table name="scoring_models" partitions=t.by_run purge=true]
  model_id STRING
  unseen_ip_mix STRING
  unseen_word_probs STRING
[/@t.table]

-- What became of every event of a scored day; each figure is a COUNT of its own. Of the scored events, unseen_ips and
-- unseen_words have an IP or a word that the model does not know.
[@t.table name="score_runs" partitions="source STRING, y SMALLINT, m TINYINT, d TINYINT, score_method STRING" staging=true]
  model_id STRING
  events_in BIGINT
  events_scored BIGINT
  events_invalid BIGINT
  above_threshold BIGINT
  beyond_max_results BIGINT
  allow_listed BIGINT
  feedback_removed BIGINT
  kept BIGINT
  unseen_ips BIGINT
  unseen_words BIGINT
  seconds BIGINT
[/@t.table]

-- Who is at work on a day of a source, so that no second run begins: one row per partition. holder is the run_id of the run
-- that took the lock, after_run none or, if that run had died without giving back its lock, the run_id of the dead one: of two
-- that find a dead one only the first gets the partition. The lock is held by the row whose holder is no other row's after_run.
-- host, pid and process_started tell the process, the latter from one that got the same pid later. started_at is UTC as
-- yyyy-MM-ddTHH:mm:ssZ.
[@t.table name="run_locks" partitions="source STRING, event_day STRING, after_run STRING" staging=true]
  holder STRING
  host STRING
  pid BIGINT
  process_started STRING
  started_at STRING
[/@t.table]

-- What an operator does not want to see on a list: events from or to a network (kind cidr), of a domain and what is below it
-- (domain), of a port (port) or of a user agent (user_agent), of one source or, if that is NULL, of all. They are scored,
-- kept and flagged, but have no rank. added_at is UTC as yyyy-MM-dd HH:mm:ss, expires_on the last day that the entry holds
-- for (yyyy-MM-dd), NULL if it does not end. Nothing is taken out: of rows with the same source, kind and value the newest counts.
[@t.table name="allow_list"]
  source STRING
  kind STRING
  entry_value STRING
  reason STRING
  author STRING
  added_at STRING
  expires_on STRING
[/@t.table]

-- The entries of the allow-list, and what the events are compared with. match_key is the range, the domain, the port or the
-- user agent in one form; NULL for an entry that can't be understood, and so matches nothing: problem says why, else it is
-- NULL. entry_age is 1 for the newest of the rows with the same source, kind and value, the only one that counts; of two
-- added at the same time that is the one which ends first.
DROP VIEW IF EXISTS allow_list_entries;

CREATE VIEW allow_list_entries AS
SELECT
  f.source, f.kind, f.entry_value, f.reason, f.author, f.added_at, f.expires_on, f.entry_age,
  CASE WHEN f.problem IS NULL THEN f.match_key END AS match_key,
  f.problem
FROM (
  SELECT
    a.*,
    CASE
      WHEN a.source IS NOT NULL AND a.source NOT IN ('flow', 'dns', 'proxy') THEN CONCAT('source ', a.source, ' is not flow, dns, proxy or NULL')
      WHEN a.kind IS NULL OR a.kind NOT IN ('cidr', 'domain', 'port', 'user_agent') THEN CONCAT('kind ', COALESCE(a.kind, 'NULL'), ' is not cidr, domain, port or user_agent')
      WHEN (a.source = 'flow' AND a.kind IN ('domain', 'user_agent')) OR (a.source = 'dns' AND a.kind IN ('port', 'user_agent')) THEN CONCAT('events of ', a.source, ' have no ', a.kind)
      WHEN a.entry_value IS NULL OR a.entry_value = '' THEN 'entry_value is empty'
      WHEN a.match_key IS NULL AND a.kind = 'cidr' THEN CONCAT(a.entry_value, ' is not a range of IP addresses such as 10.0.0.0/8')
      WHEN a.match_key IS NULL AND a.kind = 'domain' THEN CONCAT(a.entry_value, ' is not a domain such as example.com')
      WHEN a.match_key IS NULL AND a.kind = 'port' THEN CONCAT(a.entry_value, ' is not a port, 0 to 65535')
      WHEN a.expires_on IS NOT NULL AND REGEXP_EXTRACT(a.expires_on, '^[0-9]{4}-[0-9]{2}-[0-9]{2}$', 0) = '' THEN CONCAT('expires_on ', a.expires_on, ' is not yyyy-MM-dd or NULL')
    END AS problem
  FROM (
    SELECT
      n.*,
      ROW_NUMBER() OVER (
        PARTITION BY n.source, n.kind, n.entry_value
        ORDER BY
          n.added_at DESC NULLS LAST,
          n.expires_on ASC NULLS LAST,
          n.author ASC NULLS LAST,
          n.reason ASC NULLS LAST
      ) AS entry_age,
      CASE n.kind
        WHEN 'cidr' THEN ${hivevar:dbname}.sc_cidr(n.entry_value)
        WHEN 'domain' THEN CASE WHEN REGEXP_EXTRACT(n.host, '^[a-z0-9._-]+$', 0) <> '' THEN n.host END
        WHEN 'port' THEN
          CASE WHEN REGEXP_EXTRACT(n.entry_value, '^(0|[1-9][0-9]{0,4})$', 0) <> '' AND CAST(n.entry_value AS INT) <= 65535 THEN n.entry_value END
        WHEN 'user_agent' THEN n.entry_value
      END AS match_key
    FROM (
      SELECT l.*, ${hivevar:dbname}.sc_host_name(l.entry_value) AS host
      FROM allow_list l
    ) n
  ) a
) f;

-- Scratch of score_<source>.sql: the entries that hold for the source and the day, each with the text that tells of it, such as
-- 'cidr 10.0.0.0/8'. Dropped with its files when the run is done.
[@t.table name="allow_list_in_force" partitions=t.by_run purge=true]
  kind STRING
  match_key STRING
  entry STRING
[/@t.table]

-- Scratch of score_<source>.sql: the values of the day's events that an entry matches: an IP (kind cidr), a name (domain), a
-- port or a user agent, each once, with the entry; of several the first by its text. Dropped with its files when the run is
-- done.
[@t.table name="allow_listed_values" partitions=t.by_run purge=true]
  kind STRING
  event_value STRING
  entry STRING
[/@t.table]

-- Every file that was loaded, so that none is loaded twice. load_id: first 16 hex digits of the content's SHA-256.
[@t.table name="loaded_files" partitions="source STRING, load_id STRING"]
  file_path STRING
  file_bytes BIGINT
  sha256 STRING
  rows_loaded BIGINT
  rows_rejected BIGINT
  loaded_at STRING
[/@t.table]

-- The networks an operator calls his own, v4 and v6, read with sc_ip_in_cidr(ip, cidr). Change the rows to fit.
[@t.table name="network_context"]
  cidr STRING
  name STRING
  internal BOOLEAN
[/@t.table]

-- RFC 1918, RFC 4193 and RFC 4291 section 2.5.6; only into an empty table, an operator's own rows are kept.
INSERT INTO network_context
SELECT d.cidr, d.name, d.internal
FROM (
  SELECT '10.0.0.0/8' AS cidr, 'private 10/8' AS name, TRUE AS internal
  UNION ALL SELECT '172.16.0.0/12', 'private 172.16/12', TRUE
  UNION ALL SELECT '192.168.0.0/16', 'private 192.168/16', TRUE
  UNION ALL SELECT 'fc00::/7', 'unique local', TRUE
  UNION ALL SELECT 'fe80::/10', 'link local', TRUE
) d
WHERE (SELECT COUNT(*) FROM network_context) = 0;

-- Where networks are and whose, from the databases that scripts/load.sh geoip reads: city, country and asn, each replaced as a
-- whole. network is in the form of sc_cidr, IPv4 as IPv4. No two networks of a database_kind overlap. To find the network of
-- an IP, join on sc_ip_network(ip, prefix_length) for every prefix_length that occurs. country_code is ISO 3166-1 alpha-2,
-- latitude and longitude are degrees (WGS 84), as_number is that of an autonomous system. What the database does not have or
-- know is NULL.
[@t.table name="geoip_networks" partitions="database_kind STRING"]
  network STRING
  prefix_length INT
  country_code STRING
  country STRING
  city STRING
  latitude DOUBLE
  longitude DOUBLE
  as_number BIGINT
  as_organization STRING
[/@t.table]

-- What is known to be bad, from the feeds that scripts/load.sh threat-intelligence reads, each replaced as a whole. ioc_type is
-- ip (an address, as 192.0.2.7), cidr (a range in the form of sc_cidr), domain (in the form of sc_host_name) or url (in the
-- form of the proxy column fulluri, without a lone slash at the end). severity is low, medium or high. expires_on is the last
-- UTC day that it holds for (yyyy-MM-dd), NULL if it does not end. A feed may name one thing more than once.
[@t.table name="threat_intelligence" partitions="feed STRING"]
  ioc STRING
  ioc_type STRING
  severity STRING
  description STRING
  expires_on STRING
[/@t.table]

-- What of a feed could not be understood: the file, the line (of a STIX object the one that it begins in), why, and the first
-- 64 KiB of it. Replaced with the feed.
[@t.table name="threat_intelligence_rejected_lines" partitions="feed STRING"]
  [=t.rejected_line]
[/@t.table]

-- Names of numbers: the DNS class (kind dns_class), type (dns_type) and response code (dns_rcode), and the HTTP status code
-- (http_status); each kind and code once.
[@t.table name="iana_names"]
  kind STRING
  code INT
  name STRING
[/@t.table]

-- From the registries of IANA. A name with a product in parentheses is of a code that is in no registry, but in logs. Own rows
-- do not stay: they are written anew whenever this file runs.
INSERT OVERWRITE TABLE iana_names VALUES
[@iana.rows /];

-- The same for joins, whatever rows somebody added: each kind and code once, the first name.
DROP VIEW IF EXISTS code_names;

CREATE VIEW code_names AS
SELECT kind, code, MIN(name) AS name
FROM iana_names
GROUP BY kind, code;

-- The ranges of network_context in the form of sc_cidr (NULL for what is none); internal is 1 or 0.
DROP VIEW IF EXISTS own_networks;

CREATE VIEW own_networks AS
SELECT ${hivevar:dbname}.sc_cidr(n.cidr) AS network, n.name, CASE WHEN n.internal THEN 1 ELSE 0 END AS internal
FROM network_context n;

-- geoip_networks as the front end shows them: country is its name or else its code, as_name AS<number> and the organization.
DROP VIEW IF EXISTS located_networks;

CREATE VIEW located_networks AS
SELECT
  g.network, g.prefix_length, g.database_kind, COALESCE(g.country, g.country_code) AS country, g.city,
  COALESCE(
    CONCAT('AS', CAST(g.as_number AS STRING), ' ', g.as_organization),
    CONCAT('AS', CAST(g.as_number AS STRING)),
    g.as_organization) AS as_name
FROM geoip_networks g;

-- threat_intelligence in the forms that are compared, each NULL for indicators of another type: network (ip and cidr) in that of
-- sc_cidr, domain in that of sc_host_name, uri without its scheme and a slash at the end. severity_number is 3, 2, 1 or -1 and
-- reputation FEED:SEVERITY:NUMBER, as Apache Spot's front end reads it.
DROP VIEW IF EXISTS known_threats;

CREATE VIEW known_threats AS
SELECT
  CASE WHEN i.ioc_type IN ('ip', 'cidr') THEN ${hivevar:dbname}.sc_cidr(i.ioc) END AS network,
  CASE WHEN i.ioc_type = 'domain' THEN ${hivevar:dbname}.sc_host_name(i.ioc) END AS domain,
  CASE WHEN i.ioc_type = 'url' THEN REGEXP_EXTRACT(i.ioc, '^([A-Za-z][A-Za-z0-9+.-]*://)?(.*?)/?$', 2) END AS uri,
  CASE i.severity WHEN 'high' THEN 3 WHEN 'medium' THEN 2 WHEN 'low' THEN 1 ELSE -1 END AS severity_number,
  CONCAT(i.feed, CASE i.severity WHEN 'high' THEN ':High:3' WHEN 'medium' THEN ':Medium:2' WHEN 'low' THEN ':Low:1' ELSE ':Unverified:-1' END) AS reputation,
  i.expires_on
FROM threat_intelligence i;

-- The prefix lengths that occur in any of the three, for joins on sc_ip_network(ip, prefix_length).
DROP VIEW IF EXISTS known_prefix_lengths;

CREATE VIEW known_prefix_lengths AS
SELECT l.prefix_length
FROM (
  SELECT CAST(REGEXP_EXTRACT(n.network, '[0-9]+$', 0) AS INT) AS prefix_length
  FROM own_networks n
  UNION ALL
  SELECT CAST(REGEXP_EXTRACT(t.network, '[0-9]+$', 0) AS INT) AS prefix_length
  FROM known_threats t
  UNION ALL
  SELECT g.prefix_length
  FROM geoip_networks g
) l
WHERE l.prefix_length IS NOT NULL
GROUP BY l.prefix_length;

-- Popular domains, the most popular first, such as Tranco's list; scripts/load.sh top-domains replaces them all.
-- domain_rank counts from 1.
[@t.table name="top_domains"]
  domain_rank INT
  domain STRING
[/@t.table]

-- The domains an operator calls his own, such as intel.com; none until he inserts some.
[@t.table name="user_domains"]
  domain STRING
[/@t.table]

-- What is known of a domain, in the form that each vocabulary compares domains: is_top is 1 for a popular one, user_domain
-- repeats the domain if it is the operator's own. Under spot a domain is its first label, as in Apache Spot.
DROP VIEW IF EXISTS known_domains_spot;

CREATE VIEW known_domains_spot AS
SELECT k.domain, MAX(k.is_top) AS is_top, MAX(k.user_domain) AS user_domain
FROM (
  SELECT REGEXP_EXTRACT(t.domain, '^[^.]*', 0) AS domain, 1 AS is_top, CAST(NULL AS STRING) AS user_domain
  FROM top_domains t
  UNION ALL
  SELECT REGEXP_EXTRACT(u.domain, '^[^.]*', 0) AS domain, 0 AS is_top, REGEXP_EXTRACT(u.domain, '^[^.]*', 0) AS user_domain
  FROM user_domains u
) k
GROUP BY k.domain;

-- The same for the vocabulary psl, which compares registered domains.
DROP VIEW IF EXISTS known_domains_psl;

CREATE VIEW known_domains_psl AS
SELECT k.domain, MAX(k.is_top) AS is_top, MAX(k.user_domain) AS user_domain
FROM (
  SELECT ${hivevar:dbname}.sc_registered_domain(t.domain) AS domain, 1 AS is_top, CAST(NULL AS STRING) AS user_domain
  FROM top_domains t
  UNION ALL
  SELECT
    ${hivevar:dbname}.sc_registered_domain(u.domain) AS domain, 0 AS is_top,
    ${hivevar:dbname}.sc_registered_domain(u.domain) AS user_domain
  FROM user_domains u
) k
GROUP BY k.domain;

-- Scratch of oa_<source>.sql: the networks, of the lengths that occur in network_context, geoip_networks and threat_intelligence,
-- that each address lies in; and each address once with the length -1 and no network. Dropped with its files when the run is
-- done.
[@t.table name="address_networks" partitions=t.by_run purge=true]
  ip STRING
  network STRING
  prefix_length INT
[/@t.table]

-- Scratch of oa_<source>.sql: what is known of each address, by the most specific network that holds it: whether it is inside
-- (1, or 0; NULL for what is no address), the name of that network, COUNTRY;CITY, the autonomous system, and the most serious
-- indicator that holds on the day as FEED:SEVERITY:NUMBER and as the number. Dropped with its files when the run is done.
[@t.table name="address_context" partitions=t.by_run purge=true]
  ip STRING
  internal INT
  network_name STRING
  geoloc STRING
  as_name STRING
  reputation STRING
  severity_number INT
[/@t.table]

-- Scratch of oa_dns.sql and oa_proxy.sql: names that an indicator of a domain holds for, that or one above it, with the most
-- serious. Dropped with its files when the run is done.
[@t.table name="name_context" partitions=t.by_run purge=true]
  name STRING
  reputation STRING
  severity_number INT
[/@t.table]

-- Scratch of oa_<source>.sql: the pairs of IP and word that may have made a result suspicious: the group, or of a flow of method
-- spot both ends. Dropped with its files when the run is done.
[@t.table name="listed_words" partitions=t.by_run purge=true]
  score_rank INT
  ip STRING
  word STRING
  model_id STRING
[/@t.table]

-- Scratch of oa_<source>.sql: how often each IP had one of the listed words on the days that the model saw, and how often on the
-- days counted before the scored one. Dropped with its files when the run is done.
[@t.table name="word_occurrences" partitions=t.by_run purge=true]
  ip STRING
  word STRING
  modelled BIGINT
  earlier BIGINT
[/@t.table]
