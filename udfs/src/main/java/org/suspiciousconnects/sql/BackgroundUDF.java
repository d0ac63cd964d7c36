/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sql;

import org.apache.hadoop.hive.ql.exec.Description;
import org.apache.hadoop.hive.ql.exec.UDF;
import org.apache.hadoop.hive.ql.udf.UDFType;
import org.apache.hadoop.io.Text;
import org.suspiciousconnects.model.Background;
import org.suspiciousconnects.model.WordParts;

/** {@code sc_background}: the background probability of a word of the method profile. */
@Description(
    name = "sc_background",
    value =
        "_FUNC_(parts STRING, own BIGINT)"
            + " - Returns the background probability of a word of the method profile",
    extended =
        "With N tokens in all, (c0 + 1/2) / (N + 2) times (cj + aj mj) / (c(j-1) + aj) for"
            + " each field j, where mj = (fj + 1/2) / (c0 + (Vj + 1)/2), a1 = 10 and aj is T(j-1),"
            + " at least 1. Above 0, at most 1.\n"
            + "parts are the counts of the parts of the word: c:T:f:V of its view and of each of"
            + " its fields, joined by semicolons. c are the tokens of the prefix that ends there, T"
            + " its different continuations, f the tokens of the field in its place, V the different"
            + " values in that place; for the view, f are the tokens of all views and V is the"
            + " number of views. own is a number of tokens that every count leaves out; NULL counts"
            + " as 0.\n"
            + "NULL if parts is NULL. An error, which Impala turns into NULL and a warning, if"
            + " parts has another form or own is negative; it contains the value.\n"
            + "Example:\n"
            + "  > SELECT _FUNC_('7:2:14:3;6:0:6:2', 0);\n"
            + "  0.3762975778546713\n"
            + "  > SELECT _FUNC_('7:2:14:3;6:0:6:2', 1);\n"
            + "  0.33402777777777776")
@UDFType(deterministic = true)
public class BackgroundUDF extends UDF {
  /**
   * The probability, or null if {@code parts} is null.
   *
   * @param parts counts of the parts of the word
   * @param own tokens to leave out; null is 0
   * @return above 0, at most 1
   * @throws IllegalArgumentException if {@code parts} has another form or {@code own} is negative
   */
  public Double evaluate(Text parts, Long own) {
    return parts == null
        ? null
        : Background.of(WordParts.parse(parts.toString()), own == null ? 0 : own);
  }
}
