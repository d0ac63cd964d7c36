-- Copyright the Suspicious Connects authors.
-- SPDX-License-Identifier: Apache-2.0
--
-- Tables that all sources share: models, runs, loaded files, own networks and domains, popular domains, places, threats, names.
-- Reads: nothing. Writes: empty tables where they are missing, the default rows of network_context, iana_names anew, and views.
-- Needs: ddl/impala/database.sql, and the functions of ddl/functions/impala.sql.
-- Variables: dbname; huser, the folder of the warehouse user, below which every table lies.
-- Example: impala-shell -f ddl/impala/common.sql --var=dbname=spot --var=huser=/user/spot
-- Where Hive ran ddl/common.sql on the same metastore, INVALIDATE METADATA shows Impala what that made; this file is not needed.
-- Generated from ddl/templates/common.sql.ftl: change that, not this file.
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
CREATE EXTERNAL TABLE IF NOT EXISTS model_runs (
  source STRING,
  score_method STRING,
  vocabulary STRING,
  window_from STRING,
  window_to STRING,
  trained_for STRING,
  optimizer STRING,
  topics INT,
  alpha DOUBLE,
  beta DOUBLE,
  seed BIGINT,
  init_from STRING,
  max_passes INT,
  passes INT,
  converged BOOLEAN,
  documents BIGINT,
  words BIGINT,
  pairs BIGINT,
  tokens BIGINT,
  log_posterior DOUBLE,
  training_perplexity DOUBLE,
  heldout_perplexity DOUBLE,
  heldout_unseen DOUBLE,
  coherence DOUBLE,
  unseen_words DOUBLE,
  unseen_ips DOUBLE,
  unseen_ip_mix STRING,
  unseen_word_probs STRING,
  wall_seconds DOUBLE,
  cpu_seconds DOUBLE,
  code_version STRING,
  trained_at STRING
)
PARTITIONED BY (model_id STRING)
STORED AS PARQUET
LOCATION '${hivevar:huser}/sc/model_runs';

-- The current model of each source and method: the last trained, or the one that sql/use_model.sql chose; one change of
-- location makes it so.
CREATE EXTERNAL TABLE IF NOT EXISTS current_models (
  model_id STRING,
  trained_at STRING
)
PARTITIONED BY (source STRING, score_method STRING)
STORED AS PARQUET
LOCATION '${hivevar:huser}/sc/current_models';

CREATE EXTERNAL TABLE IF NOT EXISTS current_models_staging (
  model_id STRING,
  trained_at STRING
)
PARTITIONED BY (run_id STRING)
STORED AS PARQUET
LOCATION '${hivevar:huser}/sc/current_models_staging';

-- Scratch of score_<source>.sql: the model of a run, found once, so that all its statements use the same. While it is
-- there, the model is not dropped. Dropped with its files when the run is done.
CREATE EXTERNAL TABLE IF NOT EXISTS scoring_models (
  model_id STRING,
  unseen_ip_mix STRING,
  unseen_word_probs STRING
)
PARTITIONED BY (run_id STRING)
STORED AS PARQUET
LOCATION '${hivevar:huser}/sc/scoring_models'
TBLPROPERTIES ('external.table.purge' = 'true');

-- What became of every event of a scored day; each figure is a COUNT of its own. Of the scored events, unseen_ips and
-- unseen_words have an IP or a word that the model does not know.
CREATE EXTERNAL TABLE IF NOT EXISTS score_runs (
  model_id STRING,
  events_in BIGINT,
  events_scored BIGINT,
  events_invalid BIGINT,
  above_threshold BIGINT,
  beyond_max_results BIGINT,
  allow_listed BIGINT,
  feedback_removed BIGINT,
  kept BIGINT,
  unseen_ips BIGINT,
  unseen_words BIGINT,
  seconds BIGINT
)
PARTITIONED BY (source STRING, y SMALLINT, m TINYINT, d TINYINT, score_method STRING)
STORED AS PARQUET
LOCATION '${hivevar:huser}/sc/score_runs';

CREATE EXTERNAL TABLE IF NOT EXISTS score_runs_staging (
  model_id STRING,
  events_in BIGINT,
  events_scored BIGINT,
  events_invalid BIGINT,
  above_threshold BIGINT,
  beyond_max_results BIGINT,
  allow_listed BIGINT,
  feedback_removed BIGINT,
  kept BIGINT,
  unseen_ips BIGINT,
  unseen_words BIGINT,
  seconds BIGINT
)
PARTITIONED BY (run_id STRING)
STORED AS PARQUET
LOCATION '${hivevar:huser}/sc/score_runs_staging';

-- Who is at work on a day of a source, so that no second run begins: one row per partition. holder is the run_id of the run
-- that took the lock, after_run none or, if that run had died without giving back its lock, the run_id of the dead one: of two
-- that find a dead one only the first gets the partition. The lock is held by the row whose holder is no other row's after_run.
-- host, pid and process_started tell the process, the latter from one that got the same pid later. started_at is UTC as
-- yyyy-MM-ddTHH:mm:ssZ.
CREATE EXTERNAL TABLE IF NOT EXISTS run_locks (
  holder STRING,
  host STRING,
  pid BIGINT,
  process_started STRING,
  started_at STRING
)
PARTITIONED BY (source STRING, event_day STRING, after_run STRING)
STORED AS PARQUET
LOCATION '${hivevar:huser}/sc/run_locks';

CREATE EXTERNAL TABLE IF NOT EXISTS run_locks_staging (
  holder STRING,
  host STRING,
  pid BIGINT,
  process_started STRING,
  started_at STRING
)
PARTITIONED BY (run_id STRING)
STORED AS PARQUET
LOCATION '${hivevar:huser}/sc/run_locks_staging';

-- What an operator does not want to see on a list: events from or to a network (kind cidr), of a domain and what is below it
-- (domain), of a port (port) or of a user agent (user_agent), of one source or, if that is NULL, of all. They are scored,
-- kept and flagged, but have no rank. added_at is UTC as yyyy-MM-dd HH:mm:ss, expires_on the last day that the entry holds
-- for (yyyy-MM-dd), NULL if it does not end. Nothing is taken out: of rows with the same source, kind and value the newest counts.
CREATE EXTERNAL TABLE IF NOT EXISTS allow_list (
  source STRING,
  kind STRING,
  entry_value STRING,
  reason STRING,
  author STRING,
  added_at STRING,
  expires_on STRING
)
STORED AS PARQUET
LOCATION '${hivevar:huser}/sc/allow_list';

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
CREATE EXTERNAL TABLE IF NOT EXISTS allow_list_in_force (
  kind STRING,
  match_key STRING,
  entry STRING
)
PARTITIONED BY (run_id STRING)
STORED AS PARQUET
LOCATION '${hivevar:huser}/sc/allow_list_in_force'
TBLPROPERTIES ('external.table.purge' = 'true');

-- Scratch of score_<source>.sql: the values of the day's events that an entry matches: an IP (kind cidr), a name (domain), a
-- port or a user agent, each once, with the entry; of several the first by its text. Dropped with its files when the run is
-- done.
CREATE EXTERNAL TABLE IF NOT EXISTS allow_listed_values (
  kind STRING,
  event_value STRING,
  entry STRING
)
PARTITIONED BY (run_id STRING)
STORED AS PARQUET
LOCATION '${hivevar:huser}/sc/allow_listed_values'
TBLPROPERTIES ('external.table.purge' = 'true');

-- Every file that was loaded, so that none is loaded twice. load_id: first 16 hex digits of the content's SHA-256.
CREATE EXTERNAL TABLE IF NOT EXISTS loaded_files (
  file_path STRING,
  file_bytes BIGINT,
  sha256 STRING,
  rows_loaded BIGINT,
  rows_rejected BIGINT,
  loaded_at STRING
)
PARTITIONED BY (source STRING, load_id STRING)
STORED AS PARQUET
LOCATION '${hivevar:huser}/sc/loaded_files';

-- The networks an operator calls his own, v4 and v6, read with sc_ip_in_cidr(ip, cidr). Change the rows to fit.
CREATE EXTERNAL TABLE IF NOT EXISTS network_context (
  cidr STRING,
  name STRING,
  internal BOOLEAN
)
STORED AS PARQUET
LOCATION '${hivevar:huser}/sc/network_context';

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
CREATE EXTERNAL TABLE IF NOT EXISTS geoip_networks (
  network STRING,
  prefix_length INT,
  country_code STRING,
  country STRING,
  city STRING,
  latitude DOUBLE,
  longitude DOUBLE,
  as_number BIGINT,
  as_organization STRING
)
PARTITIONED BY (database_kind STRING)
STORED AS PARQUET
LOCATION '${hivevar:huser}/sc/geoip_networks';

-- What is known to be bad, from the feeds that scripts/load.sh threat-intelligence reads, each replaced as a whole. ioc_type is
-- ip (an address, as 192.0.2.7), cidr (a range in the form of sc_cidr), domain (in the form of sc_host_name) or url (in the
-- form of the proxy column fulluri, without a lone slash at the end). severity is low, medium or high. expires_on is the last
-- UTC day that it holds for (yyyy-MM-dd), NULL if it does not end. A feed may name one thing more than once.
CREATE EXTERNAL TABLE IF NOT EXISTS threat_intelligence (
  ioc STRING,
  ioc_type STRING,
  severity STRING,
  description STRING,
  expires_on STRING
)
PARTITIONED BY (feed STRING)
STORED AS PARQUET
LOCATION '${hivevar:huser}/sc/threat_intelligence';

-- What of a feed could not be understood: the file, the line (of a STIX object the one that it begins in), why, and the first
-- 64 KiB of it. Replaced with the feed.
CREATE EXTERNAL TABLE IF NOT EXISTS threat_intelligence_rejected_lines (
  file_path STRING,
  line_number BIGINT,
  reason STRING,
  raw STRING
)
PARTITIONED BY (feed STRING)
STORED AS PARQUET
LOCATION '${hivevar:huser}/sc/threat_intelligence_rejected_lines';

-- Names of numbers: the DNS class (kind dns_class), type (dns_type) and response code (dns_rcode), and the HTTP status code
-- (http_status); each kind and code once.
CREATE EXTERNAL TABLE IF NOT EXISTS iana_names (
  kind STRING,
  code INT,
  name STRING
)
STORED AS PARQUET
LOCATION '${hivevar:huser}/sc/iana_names';

-- From the registries of IANA. A name with a product in parentheses is of a code that is in no registry, but in logs. Own rows
-- do not stay: they are written anew whenever this file runs.
INSERT OVERWRITE TABLE iana_names VALUES
  ('dns_class', 0, 'Reserved'),
  ('dns_class', 1, 'Internet (IN)'),
  ('dns_class', 3, 'Chaos (CH)'),
  ('dns_class', 4, 'Hesiod (HS)'),
  ('dns_class', 254, 'QCLASS NONE'),
  ('dns_class', 255, 'QCLASS * (ANY)'),
  ('dns_type', 1, 'A'),
  ('dns_type', 2, 'NS'),
  ('dns_type', 3, 'MD'),
  ('dns_type', 4, 'MF'),
  ('dns_type', 5, 'CNAME'),
  ('dns_type', 6, 'SOA'),
  ('dns_type', 7, 'MB'),
  ('dns_type', 8, 'MG'),
  ('dns_type', 9, 'MR'),
  ('dns_type', 10, 'NULL'),
  ('dns_type', 11, 'WKS'),
  ('dns_type', 12, 'PTR'),
  ('dns_type', 13, 'HINFO'),
  ('dns_type', 14, 'MINFO'),
  ('dns_type', 15, 'MX'),
  ('dns_type', 16, 'TXT'),
  ('dns_type', 17, 'RP'),
  ('dns_type', 18, 'AFSDB'),
  ('dns_type', 19, 'X25'),
  ('dns_type', 20, 'ISDN'),
  ('dns_type', 21, 'RT'),
  ('dns_type', 22, 'NSAP'),
  ('dns_type', 23, 'NSAP-PTR'),
  ('dns_type', 24, 'SIG'),
  ('dns_type', 25, 'KEY'),
  ('dns_type', 26, 'PX'),
  ('dns_type', 27, 'GPOS'),
  ('dns_type', 28, 'AAAA'),
  ('dns_type', 29, 'LOC'),
  ('dns_type', 30, 'NXT'),
  ('dns_type', 31, 'EID'),
  ('dns_type', 32, 'NIMLOC'),
  ('dns_type', 33, 'SRV'),
  ('dns_type', 34, 'ATMA'),
  ('dns_type', 35, 'NAPTR'),
  ('dns_type', 36, 'KX'),
  ('dns_type', 37, 'CERT'),
  ('dns_type', 38, 'A6'),
  ('dns_type', 39, 'DNAME'),
  ('dns_type', 40, 'SINK'),
  ('dns_type', 41, 'OPT'),
  ('dns_type', 42, 'APL'),
  ('dns_type', 43, 'DS'),
  ('dns_type', 44, 'SSHFP'),
  ('dns_type', 45, 'IPSECKEY'),
  ('dns_type', 46, 'RRSIG'),
  ('dns_type', 47, 'NSEC'),
  ('dns_type', 48, 'DNSKEY'),
  ('dns_type', 49, 'DHCID'),
  ('dns_type', 50, 'NSEC3'),
  ('dns_type', 51, 'NSEC3PARAM'),
  ('dns_type', 52, 'TLSA'),
  ('dns_type', 53, 'SMIMEA'),
  ('dns_type', 55, 'HIP'),
  ('dns_type', 56, 'NINFO'),
  ('dns_type', 57, 'RKEY'),
  ('dns_type', 58, 'TALINK'),
  ('dns_type', 59, 'CDS'),
  ('dns_type', 60, 'CDNSKEY'),
  ('dns_type', 61, 'OPENPGPKEY'),
  ('dns_type', 62, 'CSYNC'),
  ('dns_type', 63, 'ZONEMD'),
  ('dns_type', 64, 'SVCB'),
  ('dns_type', 65, 'HTTPS'),
  ('dns_type', 99, 'SPF'),
  ('dns_type', 100, 'UINFO'),
  ('dns_type', 101, 'UID'),
  ('dns_type', 102, 'GID'),
  ('dns_type', 103, 'UNSPEC'),
  ('dns_type', 104, 'NID'),
  ('dns_type', 105, 'L32'),
  ('dns_type', 106, 'L64'),
  ('dns_type', 107, 'LP'),
  ('dns_type', 108, 'EUI48'),
  ('dns_type', 109, 'EUI64'),
  ('dns_type', 128, 'NXNAME'),
  ('dns_type', 249, 'TKEY'),
  ('dns_type', 250, 'TSIG'),
  ('dns_type', 251, 'IXFR'),
  ('dns_type', 252, 'AXFR'),
  ('dns_type', 253, 'MAILB'),
  ('dns_type', 254, 'MAILA'),
  ('dns_type', 255, 'ANY'),
  ('dns_type', 256, 'URI'),
  ('dns_type', 257, 'CAA'),
  ('dns_type', 258, 'AVC'),
  ('dns_type', 259, 'DOA'),
  ('dns_type', 260, 'AMTRELAY'),
  ('dns_type', 261, 'RESINFO'),
  ('dns_type', 32768, 'TA'),
  ('dns_type', 32769, 'DLV'),
  ('dns_rcode', 0, 'NoError'),
  ('dns_rcode', 1, 'FormErr'),
  ('dns_rcode', 2, 'ServFail'),
  ('dns_rcode', 3, 'NXDomain'),
  ('dns_rcode', 4, 'NotImp'),
  ('dns_rcode', 5, 'Refused'),
  ('dns_rcode', 6, 'YXDomain'),
  ('dns_rcode', 7, 'YXRRSet'),
  ('dns_rcode', 8, 'NXRRSet'),
  ('dns_rcode', 9, 'NotAuth'),
  ('dns_rcode', 10, 'NotZone'),
  ('dns_rcode', 11, 'DSOTYPENI'),
  ('dns_rcode', 16, 'BADVERS'),
  ('dns_rcode', 17, 'BADKEY'),
  ('dns_rcode', 18, 'BADTIME'),
  ('dns_rcode', 19, 'BADMODE'),
  ('dns_rcode', 20, 'BADNAME'),
  ('dns_rcode', 21, 'BADALG'),
  ('dns_rcode', 22, 'BADTRUNC'),
  ('dns_rcode', 23, 'BADCOOKIE'),
  ('http_status', 100, 'Continue'),
  ('http_status', 101, 'Switching Protocols'),
  ('http_status', 102, 'Processing'),
  ('http_status', 103, 'Early Hints'),
  ('http_status', 200, 'OK'),
  ('http_status', 201, 'Created'),
  ('http_status', 202, 'Accepted'),
  ('http_status', 203, 'Non-Authoritative Information'),
  ('http_status', 204, 'No Content'),
  ('http_status', 205, 'Reset Content'),
  ('http_status', 206, 'Partial Content'),
  ('http_status', 207, 'Multi-Status'),
  ('http_status', 208, 'Already Reported'),
  ('http_status', 226, 'IM Used'),
  ('http_status', 300, 'Multiple Choices'),
  ('http_status', 301, 'Moved Permanently'),
  ('http_status', 302, 'Found'),
  ('http_status', 303, 'See Other'),
  ('http_status', 304, 'Not Modified'),
  ('http_status', 305, 'Use Proxy'),
  ('http_status', 306, '(Unused)'),
  ('http_status', 307, 'Temporary Redirect'),
  ('http_status', 308, 'Permanent Redirect'),
  ('http_status', 400, 'Bad Request'),
  ('http_status', 401, 'Unauthorized'),
  ('http_status', 402, 'Payment Required'),
  ('http_status', 403, 'Forbidden'),
  ('http_status', 404, 'Not Found'),
  ('http_status', 405, 'Method Not Allowed'),
  ('http_status', 406, 'Not Acceptable'),
  ('http_status', 407, 'Proxy Authentication Required'),
  ('http_status', 408, 'Request Timeout'),
  ('http_status', 409, 'Conflict'),
  ('http_status', 410, 'Gone'),
  ('http_status', 411, 'Length Required'),
  ('http_status', 412, 'Precondition Failed'),
  ('http_status', 413, 'Content Too Large'),
  ('http_status', 414, 'URI Too Long'),
  ('http_status', 415, 'Unsupported Media Type'),
  ('http_status', 416, 'Range Not Satisfiable'),
  ('http_status', 417, 'Expectation Failed'),
  ('http_status', 418, '(Unused)'),
  ('http_status', 420, 'Enhance Your Calm (Twitter)'),
  ('http_status', 421, 'Misdirected Request'),
  ('http_status', 422, 'Unprocessable Content'),
  ('http_status', 423, 'Locked'),
  ('http_status', 424, 'Failed Dependency'),
  ('http_status', 425, 'Too Early'),
  ('http_status', 426, 'Upgrade Required'),
  ('http_status', 428, 'Precondition Required'),
  ('http_status', 429, 'Too Many Requests'),
  ('http_status', 431, 'Request Header Fields Too Large'),
  ('http_status', 444, 'No Response (nginx)'),
  ('http_status', 449, 'Retry With (Microsoft)'),
  ('http_status', 450, 'Blocked by Windows Parental Controls (Microsoft)'),
  ('http_status', 451, 'Unavailable For Legal Reasons'),
  ('http_status', 499, 'Client Closed Request (nginx)'),
  ('http_status', 500, 'Internal Server Error'),
  ('http_status', 501, 'Not Implemented'),
  ('http_status', 502, 'Bad Gateway'),
  ('http_status', 503, 'Service Unavailable'),
  ('http_status', 504, 'Gateway Timeout'),
  ('http_status', 505, 'HTTP Version Not Supported'),
  ('http_status', 506, 'Variant Also Negotiates'),
  ('http_status', 507, 'Insufficient Storage'),
  ('http_status', 508, 'Loop Detected'),
  ('http_status', 509, 'Bandwidth Limit Exceeded (Apache)'),
  ('http_status', 510, 'Not Extended'),
  ('http_status', 511, 'Network Authentication Required'),
  ('http_status', 598, 'Network Read Timeout (proxies)'),
  ('http_status', 599, 'Network Connect Timeout (proxies)');

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
CREATE EXTERNAL TABLE IF NOT EXISTS top_domains (
  domain_rank INT,
  domain STRING
)
STORED AS PARQUET
LOCATION '${hivevar:huser}/sc/top_domains';

-- The domains an operator calls his own, such as intel.com; none until he inserts some.
CREATE EXTERNAL TABLE IF NOT EXISTS user_domains (
  domain STRING
)
STORED AS PARQUET
LOCATION '${hivevar:huser}/sc/user_domains';

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
CREATE EXTERNAL TABLE IF NOT EXISTS address_networks (
  ip STRING,
  network STRING,
  prefix_length INT
)
PARTITIONED BY (run_id STRING)
STORED AS PARQUET
LOCATION '${hivevar:huser}/sc/address_networks'
TBLPROPERTIES ('external.table.purge' = 'true');

-- Scratch of oa_<source>.sql: what is known of each address, by the most specific network that holds it: whether it is inside
-- (1, or 0; NULL for what is no address), the name of that network, COUNTRY;CITY, the autonomous system, and the most serious
-- indicator that holds on the day as FEED:SEVERITY:NUMBER and as the number. Dropped with its files when the run is done.
CREATE EXTERNAL TABLE IF NOT EXISTS address_context (
  ip STRING,
  internal INT,
  network_name STRING,
  geoloc STRING,
  as_name STRING,
  reputation STRING,
  severity_number INT
)
PARTITIONED BY (run_id STRING)
STORED AS PARQUET
LOCATION '${hivevar:huser}/sc/address_context'
TBLPROPERTIES ('external.table.purge' = 'true');

-- Scratch of oa_dns.sql and oa_proxy.sql: names that an indicator of a domain holds for, that or one above it, with the most
-- serious. Dropped with its files when the run is done.
CREATE EXTERNAL TABLE IF NOT EXISTS name_context (
  name STRING,
  reputation STRING,
  severity_number INT
)
PARTITIONED BY (run_id STRING)
STORED AS PARQUET
LOCATION '${hivevar:huser}/sc/name_context'
TBLPROPERTIES ('external.table.purge' = 'true');

-- Scratch of oa_<source>.sql: the pairs of IP and word that may have made a result suspicious: the group, or of a flow of method
-- spot both ends. Dropped with its files when the run is done.
CREATE EXTERNAL TABLE IF NOT EXISTS listed_words (
  score_rank INT,
  ip STRING,
  word STRING,
  model_id STRING
)
PARTITIONED BY (run_id STRING)
STORED AS PARQUET
LOCATION '${hivevar:huser}/sc/listed_words'
TBLPROPERTIES ('external.table.purge' = 'true');

-- Scratch of oa_<source>.sql: how often each IP had one of the listed words on the days that the model saw, and how often on the
-- days counted before the scored one. Dropped with its files when the run is done.
CREATE EXTERNAL TABLE IF NOT EXISTS word_occurrences (
  ip STRING,
  word STRING,
  modelled BIGINT,
  earlier BIGINT
)
PARTITIONED BY (run_id STRING)
STORED AS PARQUET
LOCATION '${hivevar:huser}/sc/word_occurrences'
TBLPROPERTIES ('external.table.purge' = 'true');
