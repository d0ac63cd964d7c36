-- Copyright the Suspicious Connects authors.
-- SPDX-License-Identifier: Apache-2.0
--
-- For EnginesTest: verdicts of each kind on the second day, on pairs of IP and word that the first day has, and entries of the
-- allow-list of each kind. Run after the first day was counted, for dns in each vocabulary.
-- Reads: flow_word_counts, dns_word_counts, proxy_word_counts. Writes: flow_feedback, dns_feedback, proxy_feedback, allow_list.
-- Variables: dbname.
-- Example: scripts/run_sql.sh --engine spark feedback.sql --hivevar dbname=engines

USE ${hivevar:dbname};

INSERT INTO flow_feedback PARTITION (feedback_id = 'engines')
SELECT
  NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, c.ip, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, c.word, NULL,
  '2016-07-08',
  CASE SUBSTR(c.ip, 8) WHEN '3' THEN 3 WHEN '4' THEN 1 ELSE 2 END,
  CASE SUBSTR(c.ip, 8) WHEN '3' THEN 'event' WHEN '4' THEN 'ip_word' ELSE 'word' END,
  'tester', CONCAT('2016-07-09 12:00:0', SUBSTR(c.ip, 8)), NULL, 'engines', 1, NULL, NULL
FROM flow_word_counts c
WHERE c.y = 2016 AND c.m = 7 AND c.d = 7 AND (c.ip IN ('10.0.0.3', '10.0.0.4') OR (c.ip = '10.0.0.5' AND c.word LIKE '22%'));

INSERT INTO dns_feedback PARTITION (feedback_id = 'engines')
SELECT
  NULL, NULL, NULL, c.ip, '😀.test', NULL, NULL, NULL,
  CASE c.vocabulary WHEN 'spot' THEN c.word END, CASE c.vocabulary WHEN 'psl' THEN c.word END,
  '2016-07-08',
  CASE SUBSTR(c.ip, 8) WHEN '3' THEN 3 WHEN '4' THEN 1 ELSE 3 END,
  CASE SUBSTR(c.ip, 8) WHEN '3' THEN 'event' WHEN '4' THEN 'ip_word' ELSE 'word' END,
  'tester', CONCAT('2016-07-09 12:00:0', SUBSTR(c.ip, 8)), NULL, 'engines', 1, NULL, NULL
FROM dns_word_counts c
WHERE c.y = 2016 AND c.m = 7 AND c.d = 7 AND c.ip IN ('10.0.0.3', '10.0.0.4', '10.0.0.5');

INSERT INTO proxy_feedback PARTITION (feedback_id = 'engines')
SELECT
  NULL, NULL, c.ip, NULL, NULL, '😀', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, c.word, NULL,
  '2016-07-08',
  CASE SUBSTR(c.ip, 8) WHEN '3' THEN 3 WHEN '4' THEN 1 ELSE 2 END,
  CASE SUBSTR(c.ip, 8) WHEN '3' THEN 'event' WHEN '4' THEN 'ip_word' ELSE 'word' END,
  'tester', CONCAT('2016-07-09 12:00:0', SUBSTR(c.ip, 8)), NULL, 'engines', 1, NULL, NULL
FROM proxy_word_counts c
WHERE c.y = 2016 AND c.m = 7 AND c.d = 7 AND c.ip IN ('10.0.0.3', '10.0.0.4', '10.0.0.5');

INSERT INTO allow_list VALUES
  (NULL, 'cidr', '10.0.0.6/31', 'both 6 and 7', 'tester', '2016-07-09 12:00:00', NULL),
  ('dns', 'cidr', '10.0.0.8/32', 'ended below', 'tester', '2016-07-09 12:00:00', NULL),
  ('dns', 'cidr', '10.0.0.8/32', 'the end', 'tester', '2016-07-09 12:00:01', '1970-01-01'),
  ('flow', 'port', '65535', NULL, 'tester', '2016-07-09 12:00:00', NULL),
  ('dns', 'domain', 'BÜCHER.example', 'letters', 'tester', '2016-07-09 12:00:00', '2016-07-08'),
  ('dns', 'domain', 'テスト', 'a last label', 'tester', '2016-07-09 12:00:00', NULL),
  (NULL, 'domain', 'co.uk', 'a suffix', 'tester', '2016-07-09 12:00:00', NULL),
  ('proxy', 'user_agent', 'Mözilla/3 😀', 'as it is', 'tester', '2016-07-09 12:00:00', NULL),
  ('proxy', 'port', '443', NULL, 'tester', '2016-07-09 12:00:00', NULL),
  ('flow', 'cidr', '10.0.0.0/99', 'no range', 'tester', '2016-07-09 12:00:00', NULL),
  (NULL, 'port', 'abc', 'no port', 'tester', '2016-07-09 12:00:00', NULL);
