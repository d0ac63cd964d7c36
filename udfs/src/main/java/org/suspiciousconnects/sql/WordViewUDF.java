/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sql;

import org.apache.hadoop.hive.ql.exec.Description;
import org.apache.hadoop.hive.ql.exec.UDF;
import org.apache.hadoop.hive.ql.udf.UDFType;
import org.apache.hadoop.io.Text;
import org.suspiciousconnects.word.ProfileWord;

/** {@code sc_word_view}: the view of a word of the method profile. */
@Description(
    name = "sc_word_view",
    value = "_FUNC_(word STRING)" + " - Returns the view of a word of the method profile",
    extended =
        "event, pair or fan. A word of the method profile is event, pair or fan and 1 to 9"
            + " fields, each behind a |, none empty, of ASCII letters, digits and . + / - _.\n"
            + "NULL if the argument is NULL or no such word; never an error.\n"
            + "Example:\n"
            + "  > SELECT _FUNC_('event|t16|rc0|k0|l4|d2|f8');\n"
            + "  event\n"
            + "  > SELECT _FUNC_('443_TCP_13_10_4');\n"
            + "  NULL")
@UDFType(deterministic = true)
public class WordViewUDF extends UDF {
  /**
   * The view, or null if it is no word of the method.
   *
   * @param word any text
   * @return a new object for each call
   */
  public Text evaluate(Text word) {
    String view = ProfileWord.view(text(word));
    return view == null ? null : new Text(view);
  }

  private static String text(Text argument) {
    return argument == null ? null : argument.toString();
  }
}
