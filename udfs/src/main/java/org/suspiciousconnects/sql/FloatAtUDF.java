/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sql;

import org.apache.hadoop.hive.ql.exec.Description;
import org.apache.hadoop.hive.ql.exec.UDF;
import org.apache.hadoop.hive.ql.udf.UDFType;
import org.suspiciousconnects.model.FloatOrder;

/** {@code sc_float_at}: the FLOAT at a place among all. */
@Description(
    name = "sc_float_at",
    value = "_FUNC_(position BIGINT) - Returns the FLOAT at a place among all FLOATs",
    extended =
        "position counts the normal FLOATs above 0 from the smallest, as sc_float_position does; the"
            + " next position is the next FLOAT. Below 0 counts as 0, above the last as the last.\n"
            + "NULL if the argument is NULL; never an error.\n"
            + "Example:\n"
            + "  > SELECT _FUNC_(1056964608);\n"
            + "  1.0\n"
            + "  > SELECT _FUNC_(1056964607) < 1 AND _FUNC_(1056964607) > 0.9999999;\n"
            + "  true")
@UDFType(deterministic = true)
public class FloatAtUDF extends UDF {
  /**
   * The number, or null if the argument is null.
   *
   * @param position 0 to 2,130,706,431
   * @return 2^-126 to the largest float
   */
  public Float evaluate(Long position) {
    return position == null ? null : FloatOrder.at(position);
  }
}
