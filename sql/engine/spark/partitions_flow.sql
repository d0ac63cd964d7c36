-- Copyright the Suspicious Connects authors.
-- SPDX-License-Identifier: Apache-2.0
--
-- Finds the partitions of flow that other tools have written as folders y=/m=/d=/h= below its place without telling the
-- metastore. Those it knows already stay.
-- Reads: the folders of flow. Writes: the partitions of flow.
-- Variables: dbname.
-- Example: scripts/run_sql.sh --engine spark sql/engine/spark/partitions_flow.sql

MSCK REPAIR TABLE ${hivevar:dbname}.flow;
