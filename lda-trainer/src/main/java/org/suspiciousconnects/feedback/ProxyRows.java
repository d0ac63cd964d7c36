/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.feedback;

import java.util.List;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Verdicts on requests. Apache Spot's notebook writes the columns that its header names, with tabs.
 * Its API writes the same header and puts the verdict before the score, with commas, and the hash
 * in brackets, which tells the two orders apart. A comma may be in all that stands between the
 * method and the word, and in the network context: the first five columns are counted from the
 * left, the last seven from the right.
 */
final class ProxyRows implements RowParser {
  private static final List<String> COLUMNS =
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
          "word",
          "score",
          "uri_rep",
          "uri_sev",
          "respcode_name",
          "network_context",
          "hash");
  private static final int KEYS = 5;

  /** How far from the end of a line the columns stand, without commas in the network context. */
  private static final int WORD = 7;

  private static final int NOTEBOOKS_SCORE = 6;
  private static final int NOTEBOOKS_VERDICT = 4;
  private static final int APIS_SCORE = 5;
  private static final int APIS_VERDICT = 6;

  @Override
  public StructType key() {
    StructType key = new StructType();
    for (String column : COLUMNS.subList(0, KEYS)) {
      key = key.add(column, DataTypes.StringType);
    }
    return key;
  }

  @Override
  public Judgement parse(long number, String line) throws RejectedRow {
    Fields fields = Fields.of(line, COLUMNS.size());
    if (fields.are(COLUMNS)) {
      return null;
    }
    boolean ofApi = fields.raw(fields.size() - 1).strip().startsWith("['");
    int fromEnd = ofApi ? APIS_VERDICT : NOTEBOOKS_VERDICT;
    int end = fields.size() - commasInContext(fields, fromEnd, ofApi);
    int verdict = Verdict.of("uri_sev", fields.raw(end - fromEnd));
    if (verdict == Verdict.NONE) {
      return Judgement.none(number, line);
    }
    Object[] key = new Object[KEYS];
    for (int i = 0; i < KEYS; i++) {
      key[i] = fields.text(i, COLUMNS.get(i));
    }
    return Judgement.of(number, line, verdict, key)
        .with(fields.separator() + fields.raw(KEYS, end - WORD));
  }

  /** The fewest commas with which word, score and verdict look it; 0 if they never do. */
  private static int commasInContext(Fields fields, int verdictFromEnd, boolean ofApi) {
    int score = ofApi ? APIS_SCORE : NOTEBOOKS_SCORE;
    for (int commas = 0; commas <= fields.size() - COLUMNS.size(); commas++) {
      int end = fields.size() - commas;
      if (Verdict.isOne(fields.raw(end - verdictFromEnd))
          && fields.isDecimalOrNone(end - score)
          && fields.raw(end - WORD).contains("_")) {
        return commas;
      }
    }
    return 0;
  }
}
