/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sql;

import org.apache.hadoop.hive.ql.exec.Description;
import org.apache.hadoop.hive.ql.exec.UDF;
import org.apache.hadoop.hive.ql.udf.UDFType;
import org.apache.hadoop.io.Text;
import org.suspiciousconnects.net.Cidr;

/** {@code sc_cidr}: a range of addresses in one form, or null where {@code sc_ip_in_cidr} fails. */
@Description(
    name = "sc_cidr",
    value = "_FUNC_(cidr STRING) - Returns a range of IP addresses in one form, NULL if it is none",
    extended =
        "cidr is an IPv4 or IPv6 address and a prefix length, or one address. The result has a"
            + " prefix length and no bits beyond it; sc_ip_in_cidr takes it.\n"
            + "NULL if the argument is NULL or not a range; never an error.\n"
            + "Example:\n"
            + "  > SELECT _FUNC_('10.1.2.3/8');\n"
            + "  10.0.0.0/8\n"
            + "  > SELECT _FUNC_('FE80:0::1');\n"
            + "  fe80::1/128\n"
            + "  > SELECT _FUNC_('10.0.0.0/33');\n"
            + "  NULL")
@UDFType(deterministic = true)
public class CidrUDF extends UDF {
  /**
   * The range in one form, or null if the argument is null or not a range.
   *
   * @param cidr any text
   * @return such as {@code 10.0.0.0/8}; a new object for each call
   */
  public Text evaluate(Text cidr) {
    if (cidr == null) {
      return null;
    }
    try {
      return new Text(Cidr.parse(cidr.toString()).toString());
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
