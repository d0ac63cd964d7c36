/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.feedback;

import java.util.List;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Verdicts on flows. Apache Spot's notebook writes packets before bytes, with tabs. Its API names
 * them in that order too, but puts the bytes first, with commas. A header tells which of the two
 * wrote the lines with its separator; without one the separator alone does.
 */
final class FlowRows implements RowParser {
  private static final List<String> NOTEBOOK =
      List.of("sev", "tstart", "srcip", "dstip", "sport", "dport", "ipkt", "ibyt");
  private static final List<String> API =
      List.of("sev", "tstart", "sip", "dip", "sport", "dport", "ipkt", "ibyt");
  private static final long LAST_PORT = 65535;

  private boolean bytesFirstWithTabs;
  private boolean bytesFirstWithCommas = true;

  @Override
  public StructType key() {
    return new StructType()
        .add("treceived", DataTypes.StringType)
        .add("sip", DataTypes.StringType)
        .add("dip", DataTypes.StringType)
        .add("sport", DataTypes.LongType)
        .add("dport", DataTypes.LongType)
        .add("ipkt", DataTypes.LongType)
        .add("ibyt", DataTypes.LongType);
  }

  @Override
  public Judgement parse(long number, String line) throws RejectedRow {
    Fields fields = Fields.of(line, NOTEBOOK.size());
    if (fields.size() > NOTEBOOK.size()) {
      throw new RejectedRow(
          Rejection.BAD_COLUMNS, "it has " + fields.size() + " columns, not " + NOTEBOOK.size());
    }
    boolean tabs = fields.separator() == '\t';
    if (fields.are(NOTEBOOK) || fields.are(API)) {
      boolean bytesFirst = fields.are(API);
      bytesFirstWithTabs = tabs ? bytesFirst : bytesFirstWithTabs;
      bytesFirstWithCommas = tabs ? bytesFirstWithCommas : bytesFirst;
      return null;
    }
    int verdict = Verdict.of("sev", fields.raw(0));
    if (verdict == Verdict.NONE) {
      return Judgement.none(number, line);
    }
    boolean bytesFirst = tabs ? bytesFirstWithTabs : bytesFirstWithCommas;
    return Judgement.of(
        number,
        line,
        verdict,
        fields.text(1, "tstart"),
        fields.text(2, "source"),
        fields.text(3, "destination"),
        fields.whole(4, "sport", LAST_PORT),
        fields.whole(5, "dport", LAST_PORT),
        fields.whole(bytesFirst ? 7 : 6, "ipkt", Long.MAX_VALUE),
        fields.whole(bytesFirst ? 6 : 7, "ibyt", Long.MAX_VALUE));
  }
}
