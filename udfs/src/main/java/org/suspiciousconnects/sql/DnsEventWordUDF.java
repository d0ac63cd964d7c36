/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sql;

import org.apache.hadoop.hive.ql.exec.Description;
import org.apache.hadoop.hive.ql.exec.UDF;
import org.apache.hadoop.hive.ql.udf.UDFType;
import org.apache.hadoop.io.Text;
import org.suspiciousconnects.word.DnsProfileWords;

/** {@code sc_dns_event_word}: the word of a DNS answer by the method profile. */
@Description(
    name = "sc_dns_event_word",
    value =
        "_FUNC_(dns_qry_type INT, dns_qry_rcode INT, dns_qry_name STRING, domain_clients"
            + " BIGINT, frame_len INT)"
            + " - Returns the word of a DNS answer by the method profile",
    extended =
        "The word is event|tN|rcN|kN|lN|dN|fN: type and rcode, t- and rc- if they are NULL or"
            + " negative; how many clients knew the registered domain: k0, k1, k2 (2-4), k5 (5-20),"
            + " k21 (21 or more); l the length of what is left of the registered domain: 0 for none,"
            + " 1 up to 8 characters, 2 up to 16, 3 up to 28, 4 up to 48, 5 above; d the share of"
            + " digits of all characters of the name but the dots: 0 for none, 1 below a quarter, 2"
            + " below a half, 3 below three quarters, 4 above; f the binary digits of frame_len"
            + " (bytes).\n"
            + "The name is taken in the form of sc_host_name. Another number that is NULL or"
            + " negative counts as 0, a name that is NULL as empty; never NULL and never an error.\n"
            + "Example:\n"
            + "  > SELECT _FUNC_(16, 0, 'a1b2c3d4e5f6a7b8c9d0e1f2a3b4c5d6.t.example.com', 0, 140);\n"
            + "  event|t16|rc0|k0|l4|d2|f8\n"
            + "  > SELECT _FUNC_(1, NULL, 'www.google.com', 3000, 90);\n"
            + "  event|t1|rc-|k21|l1|d0|f7")
@UDFType(deterministic = true)
public class DnsEventWordUDF extends UDF {
  /**
   * The word, never null.
   *
   * @param dnsQryType query type
   * @param dnsQryRcode response code
   * @param dnsQryName name asked for
   * @param domainClients clients that knew its registered domain before
   * @param frameLen length of the frame in bytes
   * @return the word; a new object for each call
   */
  public Text evaluate(
      Integer dnsQryType,
      Integer dnsQryRcode,
      Text dnsQryName,
      Long domainClients,
      Integer frameLen) {
    return new Text(
        DnsProfileWords.event(dnsQryType, dnsQryRcode, text(dnsQryName), domainClients, frameLen));
  }

  private static String text(Text argument) {
    return argument == null ? null : argument.toString();
  }
}
