/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sql;

import org.apache.hadoop.hive.ql.exec.Description;
import org.apache.hadoop.hive.ql.exec.UDF;
import org.apache.hadoop.hive.ql.udf.UDFType;
import org.suspiciousconnects.model.CountTail;

/**
 * {@code sc_count_tail}: the logarithm of the chance to see n or more where fewer were expected;
 * low is suspicious.
 */
@Description(
    name = "sc_count_tail",
    value =
        "_FUNC_(n BIGINT, expected DOUBLE)"
            + " - Returns the logarithm of the chance to see n or more where fewer were expected; low is suspicious",
    extended =
        "The natural logarithm of (expected / (1 + expected))^n, the tail of a negative"
            + " binomial distribution of shape 1: 0 or less, never infinite; 0 if n is 0 or less."
            + " Where expected is 0, the least double above it stands for it.\n"
            + "NULL if an argument is NULL. An error, which Impala turns into NULL and a warning,"
            + " if expected is negative or not a number; it contains the value.\n"
            + "Example:\n"
            + "  > SELECT _FUNC_(3, 1.0);\n"
            + "  -2.0794415416798357\n"
            + "  > SELECT _FUNC_(1000000, 0.5);\n"
            + "  -1098612.2886681096\n"
            + "  > SELECT _FUNC_(0, 0.5);\n"
            + "  0.0")
@UDFType(deterministic = true)
public class CountTailUDF extends UDF {
  /**
   * The logarithm, or null if an argument is null.
   *
   * @param n how often it was seen
   * @param expected how often it was expected, 0 or more
   * @return 0 or less
   * @throws IllegalArgumentException if {@code expected} is negative or NaN
   */
  public Double evaluate(Long n, Double expected) {
    return n == null || expected == null ? null : CountTail.log(n, expected);
  }
}
