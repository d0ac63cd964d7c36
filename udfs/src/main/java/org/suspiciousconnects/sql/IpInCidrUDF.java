/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sql;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.apache.hadoop.hive.ql.exec.Description;
import org.apache.hadoop.hive.ql.exec.UDF;
import org.apache.hadoop.hive.ql.udf.UDFType;
import org.apache.hadoop.io.Text;
import org.suspiciousconnects.net.Cidr;

/** {@code sc_ip_in_cidr}: whether an address lies in a range, IPv4 and IPv6. */
@Description(
    name = "sc_ip_in_cidr",
    value = "_FUNC_(ip STRING, cidr STRING) - Returns whether an IP address lies in a range",
    extended =
        "cidr is an IPv4 or IPv6 address and a prefix length, or one address; bits beyond the"
            + " prefix are ignored. An IPv4-mapped IPv6 address is the IPv4 address it stands for."
            + " No name is looked up.\n"
            + "NULL if an argument is NULL or ip is not an address. An error, which Impala turns"
            + " into NULL and a warning, if cidr is not a range; it contains the value.\n"
            + "Example:\n"
            + "  > SELECT _FUNC_('10.1.2.3', '10.0.0.0/8');\n"
            + "  true\n"
            + "  > SELECT _FUNC_('::ffff:10.1.2.3', '10.0.0.0/8');\n"
            + "  true\n"
            + "  > SELECT _FUNC_('2001:db8::1', 'fc00::/7');\n"
            + "  false\n"
            + "  > SELECT _FUNC_('not an address', '10.0.0.0/8');\n"
            + "  NULL")
@UDFType(deterministic = true)
public class IpInCidrUDF extends UDF {
  /** A day's events meet the same few ranges again and again; more than these start afresh. */
  private static final int REMEMBERED_RANGES = 256;

  /** Never changed, only replaced as a whole: safe for any number of threads without a lock. */
  private transient volatile Map<Text, Cidr> ranges = Collections.emptyMap();

  /**
   * Whether the address lies in the range.
   *
   * @param ip an address
   * @param cidr a range
   * @return true or false; null if an argument is null or {@code ip} is not an address
   * @throws IllegalArgumentException if {@code cidr} is not a range; the message contains it
   */
  public Boolean evaluate(Text ip, Text cidr) {
    if (ip == null || cidr == null) {
      return null;
    }
    Cidr range = ranges.get(cidr);
    if (range == null) {
      range = Cidr.parse(cidr.toString());
      remember(new Text(cidr), range);
    }
    return range.contains(ip.toString());
  }

  private void remember(Text cidr, Cidr range) {
    Map<Text, Cidr> known = ranges;
    Map<Text, Cidr> next =
        known.size() < REMEMBERED_RANGES ? new HashMap<>(known) : new HashMap<>();
    next.put(cidr, range);
    ranges = next;
  }
}
