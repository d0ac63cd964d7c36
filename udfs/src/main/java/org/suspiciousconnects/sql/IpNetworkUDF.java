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

/** {@code sc_ip_network}: the range of a prefix length that an address lies in, to join on. */
@Description(
    name = "sc_ip_network",
    value =
        "_FUNC_(ip STRING, prefix_length INT) - Returns the network of that prefix length that an IP"
            + " address lies in",
    extended =
        "The network is in the form of sc_cidr, so that an equi-join for each prefix length that"
            + " occurs among some ranges finds all of them that hold an address, without a test of"
            + " every address against every range. prefix_length is 0 to 32 for IPv4 and 0 to 128"
            + " for IPv6. An IPv4-mapped IPv6 address is the IPv4 address it stands for. No name is"
            + " looked up.\n"
            + "NULL if an argument is NULL, ip is not an address, or prefix_length is not one of"
            + " such an address; never an error.\n"
            + "Example:\n"
            + "  > SELECT _FUNC_('10.1.2.3', 8);\n"
            + "  10.0.0.0/8\n"
            + "  > SELECT _FUNC_('::ffff:10.1.2.3', 24);\n"
            + "  10.1.2.0/24\n"
            + "  > SELECT _FUNC_('2001:DB8::1', 32);\n"
            + "  2001:db8::/32\n"
            + "  > SELECT _FUNC_('10.1.2.3', 33);\n"
            + "  NULL")
@UDFType(deterministic = true)
public class IpNetworkUDF extends UDF {
  /**
   * The network of that length that the address lies in.
   *
   * @param ip an address
   * @param prefixLength bits
   * @return such as {@code 10.0.0.0/8}, a new object for each call; null if an argument is null,
   *     {@code ip} is not an address, or has no such prefix
   */
  public Text evaluate(Text ip, Integer prefixLength) {
    if (ip == null || prefixLength == null) {
      return null;
    }
    Cidr network = Cidr.around(ip.toString(), prefixLength);
    return network == null ? null : new Text(network.toString());
  }
}
