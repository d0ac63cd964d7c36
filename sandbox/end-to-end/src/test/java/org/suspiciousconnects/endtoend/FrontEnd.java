/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.endtoend;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the API of Apache Spot's front end asks of a day (its spot-oa/api/resources), in statements
 * of our own: the same columns, filters and joins, without STRAIGHT_JOIN, which only Impala knows.
 * Each has rows on a day that was published, judged and told of.
 */
final class FrontEnd {
  private static final String DAY = "y = 2016 AND m = 7 AND d = 8";

  private final String database;
  private final Map<String, String> queries = new LinkedHashMap<>();

  private FrontEnd(String database) {
    this.database = database;
  }

  /**
   * Of flow.
   *
   * @param result the columns tstart, srcip, dstip, sport and dport of a row of flow_scores
   * @param chord an ip_threat of flow_chords
   * @return statements by what they are for
   */
  static Map<String, String> flow(String database, String[] result, String chord) {
    FrontEnd asks = new FrontEnd(database);
    String source = result[1];
    String destination = result[2];
    asks.add(
        "suspicious connections",
        "SELECT fs.tstart, fs.srcip, fs.dstip, fs.sport, fs.dport, proto, ipkt, ibyt, opkt, obyt, ml_score, rank,"
            + " srcip_internal, dstip_internal, src_geoloc, dst_geoloc, src_domain, dst_domain, src_rep, dst_rep"
            + " FROM DB.flow_scores fs LEFT JOIN DB.flow_threat_investigation ft"
            + " ON ((fs.srcip = ft.srcip) OR (fs.dstip = ft.dstip))"
            + " WHERE fs.y = 2016 AND fs.m = 7 AND fs.d = 8 AND (ft.srcip IS NULL AND ft.dstip IS NULL)"
            + " ORDER BY rank LIMIT 250");
    asks.add(
        "details",
        "SELECT tstart, srcip, dstip, sport, dport, proto, flags, tos, ibyt, ipkt, input, output, rip, obyt, opkt"
            + " FROM DB.flow_edge WHERE %s AND hh = %d AND mn = %d"
                .formatted(
                    DAY,
                    Integer.parseInt(result[0].substring(11, 13)),
                    Integer.parseInt(result[0].substring(14, 16)))
            + " AND ((srcip = '%1$s' AND dstip = '%2$s') OR (srcip = '%2$s' AND dstip = '%1$s'))"
                .formatted(source, destination)
            + " ORDER BY tstart");
    asks.add(
        "chords",
        "SELECT srcip, dstip, ibyt, ipkt FROM DB.flow_chords WHERE %s AND ip_threat = '%s'"
            .formatted(DAY, chord));
    asks.add(
        "ingest summary",
        "SELECT tdate, total FROM DB.flow_ingest_summary WHERE (y = 2016 AND m = 7 AND d >= 1 AND d <= 31)"
            + " ORDER BY tdate");
    asks.add(
        "time line",
        "SELECT ip_threat, tstart, tend, srcip, dstip, proto, sport, dport, ipkt, ibyt FROM DB.flow_timeline"
            + " WHERE %s AND ip_threat = '%s'".formatted(DAY, source));
    asks.add(
        "story board",
        "SELECT ip_threat, title, text FROM DB.flow_storyboard WHERE %s".formatted(DAY));
    asks.add(
        "the connection to score",
        "SELECT tstart, srcip, dstip, sport, dport, ibyt, ipkt FROM DB.flow_scores"
            + " WHERE %s AND srcip = '%s' AND dstip = '%s' AND sport = %s AND dport = %s"
                .formatted(DAY, source, destination, result[3], result[4]));
    asks.add(
        "scored connections",
        "SELECT tstart, srcip, dstip, srcport, dstport, score FROM DB.flow_threat_investigation WHERE "
            + DAY);
    asks.add(
        "expanded search",
        "SELECT MIN(treceived) AS firstseen, MAX(treceived) AS lastseen, sip AS srcip, dip AS dstip, sport AS sport,"
            + " dport AS dport, COUNT(sip) AS conns, MAX(ipkt) AS maxpkts, AVG(ipkt) AS avgpkts, MAX(ibyt) AS maxbyts,"
            + " AVG(ibyt) AS avgbyts FROM DB.flow WHERE %s AND (sip = '%2$s' OR dip = '%2$s')"
                .formatted(DAY, source)
            + " GROUP BY sip, dip, sport, dport");
    return asks.queries;
  }

  /**
   * Of dns.
   *
   * @param result the columns ip_dst, dns_qry_name and hh of a row of dns_scores
   * @return statements by what they are for
   */
  static Map<String, String> dns(String database, String[] result) {
    FrontEnd asks = new FrontEnd(database);
    String client = result[0];
    String name = result[1];
    asks.add(
        "suspicious queries",
        "SELECT ds.unix_tstamp, frame_len, ds.ip_dst, ds.dns_qry_name, dns_qry_class, dns_qry_type, dns_qry_rcode, ml_score,"
            + " tld, query_rep, hh, dns_qry_class_name, dns_qry_type_name, dns_qry_rcode_name, network_context"
            + " FROM DB.dns_scores ds LEFT JOIN DB.dns_threat_investigation dt ON (ds.dns_qry_name = dt.dns_qry_name)"
            + " WHERE ds.y = 2016 AND ds.m = 7 AND ds.d = 8 AND (dt.dns_qry_name IS NULL) ORDER BY ds.ml_score LIMIT 250");
    asks.add(
        "details",
        "SELECT unix_tstamp, frame_len, ip_dst, ip_src, dns_qry_name, dns_qry_class, dns_qry_type, dns_qry_rcode, dns_a,"
            + " dns_qry_type_name, dns_qry_rcode_name, dns_qry_class_name FROM DB.dns_edge"
            + " WHERE %s AND hh = %s AND dns_qry_name = '%s'".formatted(DAY, result[2], name));
    asks.add(
        "client details",
        "SELECT ip_dst, dns_a, dns_qry_name, ip_dst FROM DB.dns_dendro WHERE %s AND ip_dst = '%s'"
            .formatted(DAY, client));
    asks.add(
        "ingest summary",
        "SELECT tdate, total FROM DB.dns_ingest_summary WHERE (y >= 2016 AND y <= 2016) AND (m >= 7 AND m <= 7)"
            + " AND (d >= 8 AND d <= 8)");
    asks.add(
        "story board",
        "SELECT ip_threat, dns_threat, title, text FROM DB.dns_storyboard WHERE " + DAY);
    asks.add(
        "incident progression",
        "SELECT anchor, total, dns_qry_name, ip_dst FROM DB.dns_threat_dendro WHERE %s AND anchor = '%s'"
            .formatted(DAY, name));
    asks.add(
        "the query to score",
        "SELECT unix_tstamp, ip_dst, dns_qry_name FROM DB.dns_scores"
            + " WHERE %s AND (ip_dst = '%s' OR dns_qry_name = '%s')".formatted(DAY, client, name));
    asks.add(
        "scored queries",
        "SELECT unix_tstamp, ip_dst, dns_qry_name, ip_sev, dns_sev FROM DB.dns_threat_investigation WHERE "
            + DAY);
    asks.add(
        "expanded search of a client",
        "SELECT COUNT(dns_qry_name) AS total, dns_qry_name, ip_dst FROM DB.dns"
            + " WHERE %s AND ip_dst = '%s' GROUP BY dns_qry_name, ip_dst ORDER BY total DESC LIMIT 20"
                .formatted(DAY, client));
    asks.add(
        "expanded search of a name",
        "SELECT COUNT(ip_dst) AS total, dns_qry_name, ip_dst FROM DB.dns"
            + " WHERE %s AND dns_qry_name = '%s' GROUP BY dns_qry_name, ip_dst ORDER BY total DESC LIMIT 20"
                .formatted(DAY, name));
    return asks.queries;
  }

  /**
   * Of proxy.
   *
   * @param result the columns clientip and fulluri of a row of proxy_scores
   * @return statements by what they are for
   */
  static Map<String, String> proxy(String database, String[] result) {
    FrontEnd asks = new FrontEnd(database);
    String client = result[0];
    String uri = result[1];
    asks.add(
        "suspicious requests",
        "SELECT ps.tdate, ps.`time`, ps.clientip, ps.host, ps.reqmethod, ps.useragent, ps.resconttype, ps.duration, ps.username,"
            + " ps.webcat, ps.referer, ps.respcode, ps.uriport, ps.uripath, ps.uriquery, ps.serverip, ps.scbytes, ps.csbytes,"
            + " ps.fulluri, ps.ml_score, ps.uri_rep, ps.respcode_name, ps.network_context"
            + " FROM DB.proxy_scores ps LEFT JOIN DB.proxy_threat_investigation pt ON (ps.fulluri = pt.fulluri)"
            + " WHERE ps.y = 2016 AND ps.m = 7 AND ps.d = 8 AND (pt.fulluri IS NULL) ORDER BY ps.ml_score LIMIT 250");
    asks.add(
        "details",
        "SELECT tdate, `time`, clientIp, host, webcat, respcode, respcode_name, reqmethod, useragent, resconttype, referer,"
            + " uriport, serverip, scbytes, csbytes, fulluri, hh FROM DB.proxy_edge"
            + " WHERE %s AND (fulluri = '%s' AND clientIp = '%s')".formatted(DAY, uri, client));
    asks.add(
        "ingest summary",
        "SELECT tdate, total FROM DB.proxy_ingest_summary WHERE (y >= 2016 AND y <= 2016) AND (m >= 7 AND m <= 7)"
            + " AND (d >= 8 AND d <= 8)");
    asks.add(
        "time line",
        "SELECT p_threat, tstart, tend, duration, clientip, respcode, respcodename FROM DB.proxy_timeline"
            + " WHERE %s AND p_threat = '%s'".formatted(DAY, uri));
    asks.add("story board", "SELECT p_threat, title, text FROM DB.proxy_storyboard WHERE " + DAY);
    asks.add(
        "the request to score",
        "SELECT tdate, fulluri FROM DB.proxy_scores WHERE %s AND fulluri = '%s'"
            .formatted(DAY, uri));
    asks.add(
        "scored requests",
        "SELECT tdate, fulluri, uri_sev FROM DB.proxy_threat_investigation WHERE " + DAY);
    asks.add(
        "expanded search",
        "SELECT p_date, p_time, clientip, username, duration, fulluri, webcat, respcode, reqmethod, useragent,"
            + " resconttype, referer, uriport, serverip, scbytes, csbytes FROM DB.proxy"
            + " WHERE y = '2016' AND m = '07' AND d = '08' AND (fulluri = '%1$s' OR referer = '%1$s') ORDER BY p_time"
                .formatted(uri));
    return asks.queries;
  }

  private void add(String purpose, String query) {
    queries.put(purpose, query.replace("DB.", database + "."));
  }
}
