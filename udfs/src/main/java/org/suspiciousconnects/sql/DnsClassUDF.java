/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sql;

import org.apache.hadoop.hive.ql.exec.Description;
import org.apache.hadoop.hive.ql.exec.UDF;
import org.apache.hadoop.hive.ql.udf.UDFType;
import org.apache.hadoop.io.Text;
import org.suspiciousconnects.word.DnsClass;

/** {@code sc_dns_class}: the number of a DNS class. */
@Description(
    name = "sc_dns_class",
    value = "_FUNC_(dns_qry_class STRING) - Returns the number of a DNS class",
    extended =
        "dns_qry_class is decimal, or hexadecimal after 0x as tshark writes it, 0 to 65535.\n"
            + "NULL if the argument is NULL or no such number; never an error.\n"
            + "Example:\n"
            + "  > SELECT _FUNC_('0x00000001');\n"
            + "  1\n"
            + "  > SELECT _FUNC_('255');\n"
            + "  255\n"
            + "  > SELECT _FUNC_('IN');\n"
            + "  NULL")
@UDFType(deterministic = true)
public class DnsClassUDF extends UDF {
  /**
   * The number, or null if the argument is null or none.
   *
   * @param dnsQryClass any text
   * @return 0 to 65535
   */
  public Integer evaluate(Text dnsQryClass) {
    return dnsQryClass == null ? null : DnsClass.number(dnsQryClass.toString());
  }
}
