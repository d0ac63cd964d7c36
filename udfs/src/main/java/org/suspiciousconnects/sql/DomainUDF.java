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

/** {@code sc_domain}: the domain of a name by Apache Spot's rules. */
@Description(
    name = "sc_domain",
    value = "_FUNC_(name STRING) - Returns the domain of a name by Apache Spot's rules, one label",
    extended =
        "The label left of the country code, or of com, org, net, int, edu, gov or mil, or of one"
            + " of these before a country code; lower case only. Dots at the end do not count. The"
            + " text None if there is no domain. sc_registered_domain knows all public suffixes.\n"
            + "NULL if the argument is NULL; never an error.\n"
            + "Example:\n"
            + "  > SELECT _FUNC_('www.google.com.au');\n"
            + "  google\n"
            + "  > SELECT _FUNC_('www.bbc.co.uk');\n"
            + "  co\n"
            + "  > SELECT _FUNC_('tunnel.evil.info');\n"
            + "  None")
@UDFType(deterministic = true)
public class DomainUDF extends UDF {
  /**
   * The domain, {@code None} if there is none, or null if the argument is null.
   *
   * @param name any text
   * @return one label; a new object for each call
   */
  public Text evaluate(Text name) {
    return name == null ? null : new Text(SpotDomain.of(name.toString()).domain());
  }
}
