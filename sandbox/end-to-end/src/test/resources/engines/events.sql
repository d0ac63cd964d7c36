-- Copyright the Suspicious Connects authors.
-- SPDX-License-Identifier: Apache-2.0
--
-- For EnginesTest: two days of flows, DNS answers and requests, the second with what the first has not; NULLs, invalid
-- events, many that score alike, Unicode on both sides of where UTF-8 and UTF-16 sort differently.
-- Reads: nothing. Writes: flow, dns, proxy, top_domains, user_domains.
-- Variables: dbname.
-- Example: scripts/run_sql.sh --engine spark events.sql --hivevar dbname=engines

USE ${hivevar:dbname};

INSERT INTO top_domains VALUES (1, 'example.com'), (2, 'bücher.example'), (3, 'bbc.co.uk');
INSERT INTO user_domains VALUES ('intel.com');

INSERT INTO flow PARTITION (y = 2016, m = 7, d, h)
SELECT
  CONCAT('2016-07-0', e.d, ' 09:00:0', e.i % 10) AS treceived,
  1467968400 + e.i % 10 AS unix_tstamp,
  2016 AS tryear, 7 AS trmonth, e.d AS trday,
  CASE WHEN e.i % 151 = 3 THEN 24 ELSE (e.i DIV 7) % 24 END AS trhour,
  CASE WHEN e.i % 151 <> 4 THEN 0 END AS trminute,
  e.i % 10 AS trsec,
  CASE WHEN e.i % 5 > 0 THEN CAST(e.i % 100 / 7.0 AS FLOAT) END AS tdur,
  CONCAT('10.0.', e.i % 19 DIV 17, '.', e.i % 23) AS sip,
  CASE WHEN e.i % 151 = 5 THEN '' ELSE CONCAT('198.51.100.', e.i % 7) END AS dip,
  CASE WHEN e.i % 151 = 6 THEN -1 ELSE 40000 + e.i % 3 END AS sport,
  CASE e.i % 7 WHEN 0 THEN 80 WHEN 1 THEN 443 WHEN 2 THEN 22 WHEN 3 THEN 65535 WHEN 4 THEN 0 ELSE 53 END AS dport,
  CASE WHEN e.i % 151 = 7 THEN NULL WHEN e.i % 7 > 4 THEN 'UDP' ELSE 'TCP' END AS proto,
  CASE WHEN e.i % 2 = 0 THEN '.AP...' END AS flag,
  0 AS fwd, NULL AS stos,
  CASE WHEN e.i % 151 = 8 THEN -5 ELSE CAST(POWER(2, e.i % 4) AS BIGINT) END AS ipkt,
  CASE WHEN e.i % 151 = 9 THEN 9223372036854775807 ELSE CAST(POWER(2, e.i % 11) AS BIGINT) END AS ibyt,
  NULL AS opkt, e.i % 2 AS obyt, 1 AS input, 2 AS output, 0 AS sas, 0 AS das, 0 AS dtos, 0 AS dir, '0.0.0.0' AS rip,
  CAST(e.d AS TINYINT) AS d, CAST(9 AS TINYINT) AS h
FROM (
  SELECT 7 AS d, CAST(id AS INT) AS i FROM RANGE(1500)
  UNION ALL SELECT 8, CAST(id AS INT) FROM RANGE(1200, 3000)
) e;

INSERT INTO flow PARTITION (y = 2016, m = 7, d = 8, h = 10)
SELECT
  '2016-07-08 10:00:00', 1467972000, 2016, 7, 8, 10, 0, 0, 0.1F, CONCAT('10.9.9.', CAST(id AS INT)), '203.0.113.1', 40000,
  CAST(id AS INT), CASE id WHEN 3 THEN 'ICMP' ELSE 'TCP' END, NULL, 0, 0, 1, 64, 0, 0, 1, 2, 0, 0, 0, 0, NULL
FROM RANGE(5);

INSERT INTO dns PARTITION (y = 2016, m = 7, d, h)
SELECT
  CASE WHEN e.i % 151 = 3 THEN '' WHEN e.i % 151 = 4 THEN 'Jul  8, 2016'
    ELSE CONCAT('Jul  ', e.d, ', 2016 ', LPAD(CAST(e.i % 24 AS STRING), 2, '0'), ':00:00.000000000 UTC') END AS frame_time,
  CASE WHEN e.i % 151 <> 5 THEN 1467849600 + e.i % 24 * 3600 END AS unix_tstamp,
  CASE WHEN e.i % 151 = 6 THEN -1 ELSE 60 + e.i % 5 * 40 END AS frame_len,
  CONCAT('10.0.0.', e.i % 29) AS ip_dst,
  '10.0.0.53' AS ip_src,
  CASE e.i % 13
    WHEN 0 THEN 'www.example.com' WHEN 1 THEN 'mail.bücher.example' WHEN 2 THEN '😀.test' WHEN 3 THEN '～.test'
    WHEN 4 THEN '例え.テスト' WHEN 5 THEN 'xn--bcher-kva.example' WHEN 6 THEN CONCAT('h', CAST(e.i % 31 AS STRING), '.intel.com')
    WHEN 7 THEN 'news.bbc.co.uk' WHEN 8 THEN 'half.' WHEN 9 THEN 'tab\ttab.test' WHEN 10 THEN NULL
    ELSE CONCAT(REPEAT('q', e.i % 60), '.', CAST(e.i % 3 AS STRING), '.tünnel.test')
  END AS dns_qry_name,
  CASE WHEN e.i % 4 > 0 THEN '0x00000001' END AS dns_qry_class,
  CASE e.i % 4 WHEN 0 THEN 1 WHEN 1 THEN 28 WHEN 2 THEN 16 END AS dns_qry_type,
  CASE WHEN e.i % 9 = 0 THEN 3 WHEN e.i % 9 > 1 THEN 0 END AS dns_qry_rcode,
  CASE WHEN e.i % 2 = 0 THEN '192.0.2.1,192.0.2.2' END AS dns_a,
  CAST(e.d AS TINYINT) AS d, CAST(9 AS TINYINT) AS h
FROM (
  SELECT 7 AS d, CAST(id AS INT) AS i FROM RANGE(1200)
  UNION ALL SELECT 8, CAST(id AS INT) FROM RANGE(900, 2500)
) e;

INSERT INTO dns PARTITION (y = 2016, m = 7, d = 8, h = 10)
SELECT
  'Jul  8, 2016 10:00:00.000000000 UTC', 1467972000, 1500 * CAST(id AS INT), CONCAT('10.9.9.', CAST(id AS INT)), '10.0.0.53',
  'never.seen.before.test', '0x00000001', 255, 5, NULL
FROM RANGE(5);

-- Alike but for the name, so that it alone tells their ranks.
INSERT INTO dns PARTITION (y = 2016, m = 7, d = 8, h = 10)
SELECT
  'Jul  8, 2016 10:00:00.000000000 UTC', 1467972000, 40, '10.9.9.9', '10.0.0.53', v.name, '0x00000001', 255, 5, NULL
FROM VALUES ('😀.test'), ('～.test'), ('zz.test'), ('ZZ.test') AS v (name);

INSERT INTO proxy PARTITION (y = '2016', m = '07', d, h)
SELECT
  CASE WHEN e.i % 151 <> 3 THEN CONCAT('2016-07-', e.d) END AS p_date,
  CASE e.i % 151
    WHEN 4 THEN '-' WHEN 6 THEN NULL WHEN 7 THEN '25:00:00' ELSE CONCAT(LPAD(CAST(e.i % 24 AS STRING), 2, '0'), ':00:00')
  END AS p_time,
  CASE WHEN e.i % 151 <> 8 THEN CONCAT('10.0.0.', e.i % 29) END AS clientip,
  CASE e.i % 11
    WHEN 0 THEN 'www.example.com' WHEN 1 THEN 'bücher.example' WHEN 2 THEN '😀.test' WHEN 3 THEN '～.test' WHEN 4 THEN 'www.intel.com'
    WHEN 5 THEN '[2001:db8::1]' WHEN 6 THEN '192.0.2.7' WHEN 7 THEN NULL ELSE CONCAT(REPEAT('z', e.i % 40), '.co.uk')
  END AS host,
  CASE e.i % 5 WHEN 0 THEN 'POST' WHEN 1 THEN 'CONNECT' ELSE 'GET' END AS reqmethod,
  CASE WHEN e.i % 6 > 0 THEN CONCAT('Mözilla/', CAST(e.i % 6 AS STRING), ' 😀') END AS useragent,
  CASE e.i % 4 WHEN 0 THEN 'text/html' WHEN 1 THEN 'image/png' WHEN 2 THEN '-' END AS resconttype,
  e.i % 50 AS duration, NULL AS username, '-' AS authgroup, NULL AS exceptionid, 'OBSERVED' AS filterresult,
  'Büsiness' AS webcat, '-' AS referer,
  CASE WHEN e.i % 10 = 0 THEN '404' WHEN e.i % 10 > 1 THEN '200' END AS respcode,
  'TCP_HIT' AS action, 'http' AS urischeme, '80' AS uriport,
  CONCAT('/', REPEAT('p', e.i % 37), '%20') AS uripath,
  CASE WHEN e.i % 3 = 0 THEN '?q=ü' END AS uriquery,
  '-' AS uriextension, '192.0.2.1' AS serverip, e.i % 2 AS scbytes, e.i % 3 AS csbytes, NULL AS virusid, NULL AS bcappname,
  NULL AS bcappoper,
  CASE WHEN e.i % 151 <> 5 THEN CONCAT('http://x/', REPEAT('p', e.i % 37), '😀～') END AS fulluri,
  e.d, '09' AS h
FROM (
  SELECT '07' AS d, CAST(id AS INT) AS i FROM RANGE(1200)
  UNION ALL SELECT '08', CAST(id AS INT) FROM RANGE(900, 2500)
) e;

INSERT INTO proxy PARTITION (y = '2016', m = '07', d = '08', h = '10')
SELECT
  '2016-07-08', '10:00:00', CONCAT('10.9.9.', CAST(id AS INT)), 'never.seen.test', 'PATCH', 'Agent 007', 'video/mp4', 1, NULL, NULL, NULL,
  NULL, NULL, NULL, '500', NULL, 'https', '443', '/', NULL, NULL, '192.0.2.1', 1, 1, NULL, NULL, NULL, 'https://never.seen.test/'
FROM RANGE(5);
