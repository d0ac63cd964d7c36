[#--
  Copyright the Suspicious Connects authors.
  SPDX-License-Identifier: Apache-2.0
--]
[#import "tables.ftl" as t]
[@t.header writes="the database" tables=false]
-- The database, Apache Spot's unless named otherwise.
[/@t.header]

CREATE DATABASE IF NOT EXISTS ${hivevar:dbname};
