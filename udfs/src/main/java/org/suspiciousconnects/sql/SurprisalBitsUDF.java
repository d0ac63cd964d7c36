/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sql;

import org.apache.hadoop.hive.ql.exec.Description;
import org.apache.hadoop.hive.ql.exec.UDF;
import org.apache.hadoop.hive.ql.udf.UDFType;
import org.suspiciousconnects.model.Surprisal;

/** {@code sc_surprisal_bits}: how surprising something of a probability is. */
@Description(
    name = "sc_surprisal_bits",
    value =
        "_FUNC_(probability DOUBLE)"
            + " - Returns how surprising something of a probability is, in bits",
    extended =
        "-log2(probability), 0 to 1074: 10 bits are one chance in 1,024. The same to the last bit on"
            + " every engine. 0 counts as the least double above it, what is above 1 as 1.\n"
            + "NULL if the argument is NULL. An error, which Impala turns into NULL and a warning, if"
            + " it is negative or not a number; it contains the value.\n"
            + "Example:\n"
            + "  > SELECT _FUNC_(0.125);\n"
            + "  3.0\n"
            + "  > SELECT _FUNC_(0.0);\n"
            + "  1074.0\n"
            + "  > SELECT _FUNC_(1.0);\n"
            + "  0.0")
@UDFType(deterministic = true)
public class SurprisalBitsUDF extends UDF {
  /**
   * The surprisal, or null if the argument is null.
   *
   * @param probability 0 to 1
   * @return bits, 0 to 1074
   * @throws IllegalArgumentException if the probability is negative or NaN
   */
  public Double evaluate(Double probability) {
    return probability == null ? null : Surprisal.bits(probability);
  }
}
