-- Copyright the Suspicious Connects authors.
-- SPDX-License-Identifier: Apache-2.0
--
-- Lists the domains that an operator calls his own.
-- Reads: user_domains. Writes: nothing.
-- Variables: dbname.
-- Example: scripts/run_sql.sh sql/user_domains.sql

SELECT u.domain AS domain
FROM ${hivevar:dbname}.user_domains u;
