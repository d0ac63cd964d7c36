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

/** {@code sc_word_field}: a field of a word of the method profile with its place. */
@Description(
    name = "sc_word_field",
    value =
        "_FUNC_(word STRING, j INT)"
            + " - Returns a field of a word of the method profile with its place",
    extended =
        "Field j, counted from 1. A word of the method profile is event, pair or fan and 1 to"
            + " 9 fields, each behind a |, none empty, of ASCII letters, digits and . + / - _.\n"
            + "NULL if an argument is NULL, if the text is no such word, if it has fewer fields or"
            + " if j is less than 1; never an error.\n"
            + "Example:\n"
            + "  > SELECT _FUNC_('event|t16|rc0|k0|l4|d2|f8', 2);\n"
            + "  event#2=rc0\n"
            + "  > SELECT _FUNC_('fan|p3|n5', 3);\n"
            + "  NULL")
@UDFType(deterministic = true)
public class WordFieldUDF extends UDF {
  /**
   * The text, or null if there is none.
   *
   * @param word any text
   * @param j number of the field, from 1
   * @return a new object for each call
   */
  public Text evaluate(Text word, Integer j) {
    if (word == null || j == null) {
      return null;
    }
    String field = ProfileWord.field(word.toString(), j);
    return field == null ? null : new Text(field);
  }
}
