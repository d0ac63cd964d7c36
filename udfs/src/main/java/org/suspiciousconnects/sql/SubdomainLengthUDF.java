/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sql;

import org.apache.hadoop.hive.ql.exec.Description;
import org.apache.hadoop.hive.ql.exec.UDF;
import org.apache.hadoop.hive.ql.udf.UDFType;
import org.apache.hadoop.io.Text;
import org.suspiciousconnects.word.HostName;

/**
 * {@code sc_subdomain_length}: the number of characters of a name left of its registered domain.
 */
@Description(
    name = "sc_subdomain_length",
    value =
        "_FUNC_(name STRING)"
            + " - Returns the number of characters of a name left of its registered domain",
    extended =
        "Without the dot before the domain; 0 if there is nothing left of it or no registered"
            + " domain. The name is taken in the form of sc_host_name, the registered domain is that"
            + " of sc_registered_domain.\n"
            + "NULL if the argument is NULL; never an error.\n"
            + "Example:\n"
            + "  > SELECT _FUNC_('a.b.example.co.uk');\n"
            + "  3\n"
            + "  > SELECT _FUNC_('example.co.uk');\n"
            + "  0")
@UDFType(deterministic = true)
public class SubdomainLengthUDF extends UDF {
  /**
   * The length, or null if the argument is null.
   *
   * @param name any text
   * @return 0 or more
   */
  public Integer evaluate(Text name) {
    return name == null ? null : HostName.of(name.toString()).subdomainLength();
  }
}
