/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sql;

import org.apache.hadoop.hive.ql.exec.Description;
import org.apache.hadoop.hive.ql.exec.UDF;
import org.apache.hadoop.hive.ql.udf.UDFType;
import org.suspiciousconnects.model.FloatOrder;

/** {@code sc_float_position}: the place of a number among all FLOATs. */
@Description(
    name = "sc_float_position",
    value = "_FUNC_(score DOUBLE) - Returns the place of a number among all FLOATs",
    extended =
        "How many normal FLOATs above 0 are below the one that the number rounds to: 0 for 2^-126 and"
            + " all below it, 0 and negative numbers too. sc_float_at is the other way round."
            + " Numbers that are one and the same as FLOATs can so be set side by side.\n"
            + "NULL if the argument is NULL. An error, which Impala turns into NULL and a warning, if"
            + " it is not a number.\n"
            + "Example:\n"
            + "  > SELECT _FUNC_(1.0);\n"
            + "  1056964608\n"
            + "  > SELECT _FUNC_(1e-50);\n"
            + "  0")
@UDFType(deterministic = true)
public class FloatPositionUDF extends UDF {
  /**
   * The place, or null if the argument is null.
   *
   * @param score any number
   * @return 0 to 2,130,706,431
   * @throws IllegalArgumentException if the argument is NaN
   */
  public Long evaluate(Double score) {
    return score == null ? null : (long) FloatOrder.position(score);
  }
}
