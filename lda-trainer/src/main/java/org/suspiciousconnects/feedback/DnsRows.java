/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.feedback;

import java.util.List;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Verdicts on DNS answers: of the client, {@code ip_sev}, and of the name, {@code dns_sev}; the
 * more serious one counts. Apache Spot's notebook and API write the same columns. A comma may be in
 * the time (at most two), the name and the network context; which is told by the numbers between
 * them.
 */
final class DnsRows implements RowParser {
  private static final List<String> COLUMNS =
      List.of(
          "frame_time",
          "frame_len",
          "ip_dst",
          "dns_qry_name",
          "dns_qry_class",
          "dns_qry_type",
          "dns_qry_rcode",
          "score",
          "tld",
          "query_rep",
          "hh",
          "ip_sev",
          "dns_sev",
          "dns_qry_class_name",
          "dns_qry_type_name",
          "dns_qry_rcode_name",
          "network_context",
          "unix_tstamp");
  private static final int MOST_IN_TIME = 3;

  /** How far from the end of a line the columns stand, without commas in the network context. */
  private static final int TYPE = 13;

  private static final int RCODE = 12;
  private static final int SCORE = 11;
  private static final int IP_SEV = 7;
  private static final int DNS_SEV = 6;
  private static final int UNIX_TSTAMP = 1;
  private static final int NAME_END = 14;

  @Override
  public StructType key() {
    return new StructType()
        .add("unix_tstamp", DataTypes.LongType)
        .add("frame_len", DataTypes.LongType)
        .add("ip_dst", DataTypes.StringType)
        .add("dns_qry_name", DataTypes.StringType)
        .add("dns_qry_type", DataTypes.LongType)
        .add("dns_qry_rcode", DataTypes.LongType);
  }

  @Override
  public Judgement parse(long number, String line) throws RejectedRow {
    Fields fields = Fields.of(line, COLUMNS.size());
    if (fields.are(COLUMNS)) {
      return null;
    }
    int length = frameLength(fields);
    int end = fields.size() - commasInContext(fields, length);
    int verdict =
        Verdict.moreSerious(
            Verdict.of("ip_sev", fields.raw(end - IP_SEV)),
            Verdict.of("dns_sev", fields.raw(end - DNS_SEV)));
    if (verdict == Verdict.NONE) {
      return Judgement.none(number, line);
    }
    return Judgement.of(
        number,
        line,
        verdict,
        fields.whole(fields.size() - UNIX_TSTAMP, "unix_tstamp", Long.MAX_VALUE),
        fields.whole(length, "frame_len", Long.MAX_VALUE),
        fields.text(length + 1, "ip_dst"),
        fields.text(length + 2, end - NAME_END, "dns_qry_name"),
        numberOrNull(fields, end - TYPE, "dns_qry_type"),
        numberOrNull(fields, end - RCODE, "dns_qry_rcode"));
  }

  /** Where frame_len stands: no part of a time between commas is a number alone. */
  private static int frameLength(Fields fields) {
    int spare = fields.size() - COLUMNS.size();
    for (int i = 1; i <= Math.min(MOST_IN_TIME, 1 + spare); i++) {
      if (fields.isWhole(i)) {
        return i;
      }
    }
    return 1;
  }

  /** The fewest commas with which numbers stand where they should; 0 if they never do. */
  private static int commasInContext(Fields fields, int frameLength) {
    for (int commas = 0; commas <= fields.size() - COLUMNS.size() - frameLength + 1; commas++) {
      int end = fields.size() - commas;
      if (isNumberOrNone(fields, end - TYPE)
          && isNumberOrNone(fields, end - RCODE)
          && fields.isDecimalOrNone(end - SCORE)
          && Verdict.isOne(fields.raw(end - IP_SEV))
          && Verdict.isOne(fields.raw(end - DNS_SEV))) {
        return commas;
      }
    }
    return 0;
  }

  private static boolean isNumberOrNone(Fields fields, int index) {
    return fields.isNone(index) || fields.isWhole(index);
  }

  /** Zeek's events may have no type, and no code of the answer; ours have -1 then, or NULL. */
  private static Long numberOrNull(Fields fields, int index, String column) throws RejectedRow {
    if (fields.isNone(index)) {
      return null;
    }
    if (fields.raw(index).strip().equals("-1")) {
      return -1L;
    }
    return fields.whole(index, column, Integer.MAX_VALUE);
  }
}
