/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sql;

import org.apache.hadoop.hive.ql.exec.Description;
import org.apache.hadoop.hive.ql.exec.UDF;
import org.apache.hadoop.hive.ql.udf.UDFType;
import org.apache.hadoop.io.Text;
import org.suspiciousconnects.word.SpotDomain;

/** {@code sc_label_count}: the number of labels of a name, as Apache Spot counts them. */
@Description(
    name = "sc_label_count",
    value = "_FUNC_(name STRING) - Returns the number of dot-separated labels of a name",
    extended =
        "Dots at the end do not count; a name of dots only has 0 labels, the empty name has 1, as"
            + " in Apache Spot's num_periods.\n"
            + "NULL if the argument is NULL; never an error.\n"
            + "Example:\n"
            + "  > SELECT _FUNC_('www.google.com.');\n"
            + "  3")
@UDFType(deterministic = true)
public class LabelCountUDF extends UDF {
  /**
   * The number of labels, or null if the argument is null.
   *
   * @param name any text
   * @return 0 or more
   */
  public Integer evaluate(Text name) {
    return name == null ? null : SpotDomain.labelCount(name.toString());
  }
}
