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

/** {@code sc_host_name}: a name in the one form in which names are compared. */
@Description(
    name = "sc_host_name",
    value = "_FUNC_(name STRING) - Returns a host or domain name in one form, to compare it",
    extended =
        "Lower case, letters of other scripts in Punycode, without dots at the end and without a"
            + " port. A label that has no such form stays as it is, but for ASCII letters in lower"
            + " case.\n"
            + "NULL if the argument is NULL or no name: an IP address, the empty text, a name whose"
            + " last label is all digits, with an empty label or with a colon that is not before a"
            + " port. Never an error.\n"
            + "Example:\n"
            + "  > SELECT _FUNC_('WWW.BBC.co.uk.:443');\n"
            + "  www.bbc.co.uk\n"
            + "  > SELECT _FUNC_('10.0.0.1:8080');\n"
            + "  NULL")
@UDFType(deterministic = true)
public class HostNameUDF extends UDF {
  /**
   * The name in its one form, or null if the argument is null or no name.
   *
   * @param name a name, a name and a port, or any other text
   * @return a new object for each call
   */
  public Text evaluate(Text name) {
    if (name == null) {
      return null;
    }
    String hostName = HostName.of(name.toString()).hostName();
    return hostName == null ? null : new Text(hostName);
  }
}
