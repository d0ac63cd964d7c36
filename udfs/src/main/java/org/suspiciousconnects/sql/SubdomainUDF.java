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

/** {@code sc_subdomain}: what is left of the domain by Apache Spot's rules. */
@Description(
    name = "sc_subdomain",
    value =
        "_FUNC_(name STRING)"
            + " - Returns what is left of the domain of a name by Apache Spot's rules",
    extended =
        "All labels before that of sc_domain. The text None if there are none or if there is no"
            + " domain.\n"
            + "NULL if the argument is NULL; never an error.\n"
            + "Example:\n"
            + "  > SELECT _FUNC_('a.b.google.com');\n"
            + "  a.b\n"
            + "  > SELECT _FUNC_('google.com');\n"
            + "  None")
@UDFType(deterministic = true)
public class SubdomainUDF extends UDF {
  /**
   * The subdomain, {@code None} if there is none, or null if the argument is null.
   *
   * @param name any text
   * @return one or more labels; a new object for each call
   */
  public Text evaluate(Text name) {
    return name == null ? null : new Text(SpotDomain.of(name.toString()).subdomain());
  }
}
