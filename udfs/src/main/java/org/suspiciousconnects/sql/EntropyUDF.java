/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sql;

import org.apache.hadoop.hive.ql.exec.Description;
import org.apache.hadoop.hive.ql.exec.UDF;
import org.apache.hadoop.hive.ql.udf.UDFType;
import org.apache.hadoop.io.Text;
import org.suspiciousconnects.word.Entropy;

/** {@code sc_entropy}: how evenly the characters of a text are spread. */
@Description(
    name = "sc_entropy",
    value = "_FUNC_(s STRING) - Returns the Shannon entropy of a text in bits per character",
    extended =
        "Over the UTF-16 code units of the text, 0 to 16; 0 for the empty text. The terms are added"
            + " in the order of the code units: the same to the last bit on every engine and for"
            + " every permutation of the text.\n"
            + "NULL if the argument is NULL; never an error.\n"
            + "Example:\n"
            + "  > SELECT _FUNC_('aabbccdd');\n"
            + "  2.0\n"
            + "  > SELECT _FUNC_('aaaa');\n"
            + "  0.0")
@UDFType(deterministic = true)
public class EntropyUDF extends UDF {
  /**
   * The entropy, or null if the argument is null.
   *
   * @param s any text
   * @return bits per UTF-16 code unit, 0 to 16
   */
  public Double evaluate(Text s) {
    return s == null ? null : Entropy.bits(s.toString());
  }
}
