[#--
  Copyright the Suspicious Connects authors.
  SPDX-License-Identifier: Apache-2.0

  The form of a table and of a file's head, on each engine. The engine is hive, which stands for Spark SQL too, or impala.
  A list of columns is text: name and type of each, one per line or between commas.
--]
[#assign folder = (engine == "impala")?then("ddl/impala/", "ddl/")]
[#assign command = (engine == "impala")?then("impala-shell", "beeline")]
[#assign option = (engine == "impala")?then("--var=", "--hivevar ")]
[#assign functions_file = (engine == "impala")?then("ddl/functions/impala.sql", "ddl/functions/")]
[#assign file = .main_template_name?remove_ending(".ftl")]

[#-- Columns of Apache Spot's front end whose names are keywords; nothing of ours has such a name. --]
[#assign quoted = ["rank", "time"]]

[#-- Partition columns that many tables have. --]
[#assign by_day = "y SMALLINT, m TINYINT, d TINYINT"]
[#assign by_day_and_method = by_day + ", score_method STRING"]
[#assign by_model = "model_id STRING"]
[#assign by_run = "run_id STRING"]

[#-- Columns that the tables of rejected lines have. --]
[#assign rejected_line = "file_path STRING, line_number BIGINT, reason STRING, raw STRING"]

[#--
  The head of a file. Nested is its first line, what the file is.
  writes: what is there when it ran. needs: the files of this folder that have to run before. functions: whether views call
  our functions. tables: whether it makes tables, and so needs to know where.
--]
[#macro header writes needs=[] functions=false tables=true]
-- Copyright the Suspicious Connects authors.
-- SPDX-License-Identifier: Apache-2.0
--
[#nested]
-- Reads: nothing. Writes: [=writes].
[#if needs?has_content]
-- Needs: [#list needs as need][=folder][=need][#sep], [/#sep][/#list][#if functions], and the functions of [=functions_file][/#if].
[/#if]
-- Variables: dbname[#if tables]; huser, the folder of the warehouse user, below which every table lies[/#if].
-- Example: [=command] -f [=folder][=file] [=option]dbname=spot[#if tables] [=option]huser=/user/spot[/#if]
[#if engine == "impala"]
-- Where Hive ran ddl/[=file] on the same metastore, INVALIDATE METADATA shows Impala what that made; this file is not needed.
[/#if]
-- Generated from ddl/templates/[=.main_template_name]: change that, not this file.
[/#macro]

[#--
  A table. Nested are its columns.
  partitions: its partition columns. location: its folder below huser. purge: whether dropped partitions take their files
  along. staging: whether NAME_staging stands beside it, with the same columns, one partition per run; it lies with our own
  tables wherever the table itself does.
--]
[#macro table name partitions="" location="sc/" + name purge=false staging=false]
[#local columns][#nested][/#local]
[@create name columns partitions location purge /]
[#if staging]

[@create name + "_staging" columns by_run "sc/" + name + "_staging" purge /]
[/#if]
[/#macro]

[#macro create name columns partitions location purge]
CREATE EXTERNAL TABLE IF NOT EXISTS [=name] (
[#list split(columns) as column]
[#local column_name = column?keep_before(" ")]
  [=quoted?seq_contains(column_name)?then("`" + column_name + "`", column_name)] [=column?keep_after(" ")][#sep],[/#sep]
[/#list]
)
[#if partitions?has_content]
PARTITIONED BY ([=split(partitions)?join(", ")])
[/#if]
STORED AS PARQUET
LOCATION '${hivevar:huser}/[=location]'[=purge?then("\nTBLPROPERTIES ('external.table.purge' = 'true')", "")];
[/#macro]

[#-- The columns of these names, in the order of the names, with the types that they have in a list of columns. --]
[#function only columns names]
  [#local all = split(columns)]
  [#local chosen = []]
  [#list names?split(r"\s+", "r") as name]
    [#local found = all?filter(column -> column?keep_before(" ") == name)]
    [#if !found?has_content]
      [#stop "no column " + name + " in: " + all?join(", ")]
    [/#if]
    [#local chosen += found]
  [/#list]
  [#return chosen?join(", ")]
[/#function]

[#-- A list of columns as a sequence, such as ["ip STRING", "tokens DOUBLE"]. --]
[#function split columns]
  [#local sequence = columns?trim?split(r"\s*[,\n]\s*", "r")]
  [#local names = []]
  [#list sequence as column]
    [#if !column?matches(r"[a-z][a-z0-9_]* (BOOLEAN|TINYINT|SMALLINT|INT|BIGINT|FLOAT|DOUBLE|STRING)")]
      [#stop "not a column: '" + column + "'; write its name and type, such as: tokens DOUBLE"]
    [/#if]
    [#if names?seq_contains(column?keep_before(" "))]
      [#stop "two columns " + column?keep_before(" ") + " in: " + sequence?join(", ")]
    [/#if]
    [#local names += [column?keep_before(" ")]]
  [/#list]
  [#return sequence]
[/#function]
