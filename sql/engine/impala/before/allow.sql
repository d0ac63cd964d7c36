-- Copyright the Suspicious Connects authors.
-- SPDX-License-Identifier: Apache-2.0
--
-- Before sql/allow.sql: Impala looks at what other engines wrote since.
-- Reads: the table it adds to. Writes: nothing.
-- Variables: dbname.
-- Example: scripts/run_sql.sh --engine impala sql/allow.sql --hivevar source=all --hivevar kind=cidr --hivevar entry_value=198.51.100.0/24 --hivevar reason=backup --hivevar author=alice --hivevar expires_on=never

REFRESH ${hivevar:dbname}.allow_list;
