-- Copyright the Suspicious Connects authors.
-- SPDX-License-Identifier: Apache-2.0
--
-- Adds a domain to those that an operator calls his own, unless it is among them.
-- Reads: user_domains. Writes: user_domains, one more row.
-- Variables: dbname; user_domain, such as example.com.
-- Example: scripts/run_sql.sh sql/add_user_domain.sql --hivevar user_domain=example.com

USE ${hivevar:dbname};

INSERT INTO user_domains
SELECT d.domain
FROM (
  SELECT '${hivevar:user_domain}' AS domain
) d
WHERE (SELECT COUNT(*) FROM user_domains WHERE domain = '${hivevar:user_domain}') = 0;
