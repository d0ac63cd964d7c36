/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What an analyst sees of a day's list, and the file into which Apache Spot's front end puts what
 * he says of it: for flow as its API writes it, for dns as its notebook, for proxy as its API.
 */
final class FeedbackFile {
  /** Of each source, in the order in which the queries ask for them; the words are the last. */
  private static final Map<String, List<String>> COLUMNS =
      Map.of(
          "flow",
          List.of(
              "treceived", "sip", "dip", "sport", "dport", "ipkt", "ibyt", "src_word", "dst_word"),
          "dns",
          List.of(
              "frame_time",
              "unix_tstamp",
              "frame_len",
              "ip_dst",
              "dns_qry_name",
              "dns_qry_class",
              "dns_qry_type",
              "dns_qry_rcode",
              "word"),
          "proxy",
          List.of(
              "p_date",
              "p_time",
              "clientip",
              "host",
              "reqmethod",
              "useragent",
              "resconttype",
              "duration",
              "username",
              "webcat",
              "referer",
              "respcode",
              "uriport",
              "uripath",
              "uriquery",
              "serverip",
              "scbytes",
              "csbytes",
              "fulluri",
              "word"));

  /** A listed event: its columns as text, and the verdict that it is marked with, or NULL. */
  record Listed(List<String> event, String verdict) {}

  private final Operator operator;
  private final String database;
  private final String source;

  FeedbackFile(Operator operator, String database, String source) {
    this.operator = operator;
    this.database = database;
    this.source = source;
  }

  /** The list of 8 July 2016, the most suspicious event first. */
  List<Listed> list() throws Exception {
    List<String> columns = COLUMNS.get(source);
    List<Listed> list = new ArrayList<>();
    for (String row :
        operator.rows(
            String.format(
                "SELECT %s, verdict FROM %s.%s_scored_results WHERE y = 2016 AND m = 7 AND d = 8"
                    + " AND score_rank IS NOT NULL ORDER BY score_rank",
                String.join(", ", columns), database, source))) {
      List<String> values = List.of(row.split("\t", -1));
      list.add(new Listed(values.subList(0, columns.size()), values.get(columns.size())));
    }
    return list;
  }

  /** The (IP, word) pairs of an event: of a flow those of both ends. */
  Set<String> pairs(List<String> event) {
    Map<String, List<String>> ends =
        Map.of(
            "flow",
            List.of("sip src_word", "dip dst_word"),
            "dns",
            List.of("ip_dst word"),
            "proxy",
            List.of("clientip word"));
    Set<String> pairs = new TreeSet<>();
    for (String end : ends.get(source)) {
      String[] names = end.split(" ");
      pairs.add(value(event, names[0]) + " " + value(event, names[1]));
    }
    return pairs;
  }

  /** Writes the file of 8 July 2016, in place of an earlier one. */
  void says(int ofOne, List<String> one, int ofOther, List<String> other) throws IOException {
    Path folder =
        Files.createDirectories(
            operator
                .home()
                .resolve(
                    String.format(
                        "user/%s/%s/scored_results/20160708/feedback", database, source)));
    String header = lineOf(null, "header");
    Files.writeString(
        folder.resolve("ml_feedback.csv"),
        String.join("\n", header, lineOf(one, "" + ofOne), lineOf(other, "" + ofOther), ""));
  }

  /** A line with that verdict; of no event the header. */
  private String lineOf(List<String> event, String verdict) {
    return switch (source) {
      // The API names packets first and writes bytes first.
      case "flow" ->
          event == null
              ? "sev,tstart,sip,dip,sport,dport,ipkt,ibyt"
              : String.join(
                  ",", verdict, values(event, ",", "treceived sip dip sport dport ibyt ipkt"));
      case "dns" ->
          event == null
              ? "frame_time,frame_len,ip_dst,dns_qry_name,dns_qry_class,dns_qry_type,dns_qry_rcode,score,tld,query_rep,hh,ip_sev,dns_sev,dns_qry_class_name,dns_qry_type_name,dns_qry_rcode_name,network_context,unix_tstamp"
                  .replace(',', '\t')
              : String.join(
                  "\t",
                  values(
                      event,
                      "\t",
                      "frame_time frame_len ip_dst dns_qry_name dns_qry_class dns_qry_type dns_qry_rcode"),
                  "0.001\tsome.tld\t\t7\t0",
                  verdict,
                  "IN\tA\tNoError\t",
                  value(event, "unix_tstamp"));
      default ->
          event == null
              ? "p_date,p_time,clientip,host,reqmethod,useragent,resconttype,duration,username,webcat,referer,respcode,uriport,uripath,uriquery,serverip,scbytes,csbytes,fulluri,word,ml_score,uri_rep,uri_sev,respcode_name,network_context,hash"
              : String.join(
                  ",", String.join(",", event), verdict, "0.001", "-", "OK", "-", "['c0ffee']");
    };
  }

  private String values(List<String> event, String separator, String columns) {
    List<String> values = new ArrayList<>();
    for (String column : columns.split(" ")) {
      values.add(value(event, column));
    }
    return String.join(separator, values);
  }

  private String value(List<String> event, String column) {
    return event.get(COLUMNS.get(source).indexOf(column));
  }
}
