-- Copyright the Suspicious Connects authors.
-- SPDX-License-Identifier: Apache-2.0
--
-- Before sql/user_domains.sql: Impala looks at what other engines wrote since.
-- Reads: the table it reads. Writes: nothing.
-- Variables: dbname.
-- Example: scripts/run_sql.sh --engine impala sql/user_domains.sql

REFRESH ${hivevar:dbname}.user_domains;
