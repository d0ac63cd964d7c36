-- Copyright the Suspicious Connects authors.
-- SPDX-License-Identifier: Apache-2.0
--
-- For EnginesTest: what is known of the addresses and names of events.sql, with ranges in ranges.
-- Reads: nothing. Writes: network_context, geoip_networks, threat_intelligence.
-- Variables: dbname.
-- Example: scripts/run_sql.sh --engine spark surroundings.sql --hivevar dbname=engines

USE ${hivevar:dbname};

INSERT INTO network_context VALUES ('10.0.0.16/28', 'büro', TRUE), ('10.9.0.0/16', 'guests', FALSE);

INSERT INTO geoip_networks PARTITION (database_kind = 'city') VALUES
  ('198.51.100.0/24', 24, 'DE', 'Germany', 'Köln', 50.94D, 6.96D, NULL, NULL),
  ('198.51.100.4/30', 30, 'FR', 'France', NULL, NULL, NULL, NULL, NULL),
  ('2001:db8::/32', 32, NULL, NULL, NULL, NULL, NULL, NULL, NULL);

INSERT INTO geoip_networks PARTITION (database_kind = 'asn') VALUES
  ('198.51.0.0/16', 16, NULL, NULL, NULL, NULL, NULL, 64500, 'Example Net'),
  ('192.0.2.0/24', 24, NULL, NULL, NULL, NULL, NULL, 64501, NULL);

INSERT INTO threat_intelligence PARTITION (feed = 'engines') VALUES
  ('198.51.100.2', 'ip', 'high', 'an address', NULL),
  ('198.51.100.0/30', 'cidr', 'low', 'its range', NULL),
  ('203.0.113.1', 'ip', 'high', 'no longer', '2016-07-07'),
  ('xn--tnnel-kva.test', 'domain', 'medium', 'a domain', NULL),
  ('never.seen.before.test', 'domain', NULL, 'a name', '2016-07-08'),
  ('never.seen.test', 'url', 'low', 'a URI', NULL),
  ('192.0.2.7', 'ip', 'medium', 'a host', NULL);
