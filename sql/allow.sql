-- Copyright the Suspicious Connects authors.
-- SPDX-License-Identifier: Apache-2.0
--
-- Adds an entry to the allow-list: what it matches is scored from now on, but not ranked. The same with expires_on in the past
-- ends the entry. A user agent or reason with other characters: docs/feedback.md.
-- Reads: nothing. Writes: allow_list, one more row.
-- Variables: dbname; source, flow, dns, proxy or all; kind, cidr, domain, port or user_agent; entry_value, such as
-- 198.51.100.0/24, example.com or 8080; reason; author, letters, digits and _ . @ - only; expires_on, the last day that it
-- holds for, yyyy-MM-dd or never.
-- Example: scripts/run_sql.sh sql/allow.sql --hivevar source=all --hivevar kind=cidr --hivevar entry_value=198.51.100.0/24 --hivevar reason=backup --hivevar author=alice --hivevar expires_on=never

USE ${hivevar:dbname};

-- What must hold before anything is written: an entry that can't be understood would match nothing, see allow_list_entries.
SELECT sc_require('${hivevar:source}' IN ('flow', 'dns', 'proxy', 'all'), 'source has to be flow, dns, proxy or all, not ${hivevar:source}') AS source_is_known;

SELECT sc_require('${hivevar:kind}' IN ('cidr', 'domain', 'port', 'user_agent'), 'kind has to be cidr, domain, port or user_agent, not ${hivevar:kind}') AS kind_is_known;

SELECT sc_require(
  NOT ('${hivevar:source}' = 'flow' AND '${hivevar:kind}' IN ('domain', 'user_agent')) AND NOT ('${hivevar:source}' = 'dns' AND '${hivevar:kind}' IN ('port', 'user_agent')),
  'events of ${hivevar:source} have no ${hivevar:kind}') AS kind_is_of_the_source;

SELECT sc_require(
  CASE '${hivevar:kind}'
    WHEN 'cidr' THEN sc_cidr('${hivevar:entry_value}') IS NOT NULL
    WHEN 'domain' THEN COALESCE(REGEXP_EXTRACT(sc_host_name('${hivevar:entry_value}'), '^[a-z0-9._-]+$', 0), '') <> ''
    WHEN 'port' THEN REGEXP_EXTRACT('${hivevar:entry_value}', '^(0|[1-9][0-9]{0,4})$', 0) <> '' AND CAST('${hivevar:entry_value}' AS INT) <= 65535
    ELSE '${hivevar:entry_value}' <> ''
  END,
  'entry_value ${hivevar:entry_value} is no ${hivevar:kind}: a cidr is such as 10.0.0.0/8, a domain such as example.com, a port 0 to 65535') AS value_is_of_the_kind;

SELECT sc_require(REGEXP_EXTRACT('${hivevar:author}', '^[A-Za-z0-9_.@-]+$', 0) <> '',
  'author has to be a name of letters, digits and _ . @ - only') AS author_is_a_name;

SELECT sc_require('${hivevar:expires_on}' = 'never' OR REGEXP_EXTRACT('${hivevar:expires_on}', '^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$', 0) <> '',
  'expires_on has to be never or a day such as 2016-12-31, not ${hivevar:expires_on}') AS expiry_is_a_day;

INSERT INTO TABLE allow_list
SELECT
  CASE WHEN '${hivevar:source}' = 'all' THEN CAST(NULL AS STRING) ELSE '${hivevar:source}' END AS source,
  '${hivevar:kind}' AS kind,
  '${hivevar:entry_value}' AS entry_value,
  '${hivevar:reason}' AS reason,
  '${hivevar:author}' AS author,
  sc_utc_time(UNIX_TIMESTAMP()) AS added_at,
  CASE WHEN '${hivevar:expires_on}' = 'never' THEN CAST(NULL AS STRING) ELSE '${hivevar:expires_on}' END AS expires_on;
