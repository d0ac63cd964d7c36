-- Copyright the Suspicious Connects authors.
-- SPDX-License-Identifier: Apache-2.0
--
-- Finds the partitions of proxy that other tools have written as folders y=/m=/d=/h= below its place without telling the
-- metastore. Those it knows already stay.
-- Reads: the folders of proxy. Writes: the partitions of proxy.
-- Variables: dbname.
-- Example: scripts/run_sql.sh --engine impala sql/engine/impala/partitions_proxy.sql

ALTER TABLE ${hivevar:dbname}.proxy RECOVER PARTITIONS;
