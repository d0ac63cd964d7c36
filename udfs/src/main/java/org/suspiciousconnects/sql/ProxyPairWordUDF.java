/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sql;

import org.apache.hadoop.hive.ql.exec.Description;
import org.apache.hadoop.hive.ql.exec.UDF;
import org.apache.hadoop.hive.ql.udf.UDFType;
import org.apache.hadoop.io.Text;
import org.suspiciousconnects.word.ProxyProfileWords;

/**
 * {@code sc_proxy_pair_word}: the word of a day of a client with one host by the method profile.
 */
@Description(
    name = "sc_proxy_pair_word",
    value =
        "_FUNC_(host STRING, host_clients BIGINT, agent_clients BIGINT, requests BIGINT,"
            + " median_gap BIGINT, deviation BIGINT, csbytes BIGINT)"
            + " - Returns the word of a day of a client with one host by the method profile",
    extended =
        "The word is pair|kN-host|kN|gN|bN|nN. The first k is how many clients knew the host,"
            + " the second how many used the rarest of its user agents: k0, k1, k2 (2-4), k5 (5-20),"
            + " k21 (21 or more); host is ip or name, - if it is missing. b is a third of the binary"
            + " digits of csbytes, n the binary digits of the number of requests. g is the"
            + " regularity, the deviation as a share of the median gap: g0 up to 0.05, g1 up to"
            + " 0.15, g2 up to 0.4, g3 above; g- if there are fewer than 8 requests, if the median"
            + " gap is less than 20 s or if one of the two is NULL.\n"
            + "median_gap is the median of the seconds between requests, deviation the median"
            + " absolute deviation from it.\n"
            + "Another number that is NULL or negative counts as 0; never NULL and never an error.\n"
            + "Example:\n"
            + "  > SELECT _FUNC_('c2.example.com', 0, 1, 96, 900, 20, 60000);\n"
            + "  pair|k0-name|k1|g0|b5|n7")
@UDFType(deterministic = true)
public class ProxyPairWordUDF extends UDF {
  /**
   * The word, never null.
   *
   * @param host the host
   * @param hostClients clients that knew the host before
   * @param agentClients clients that used the rarest user agent of the pair before
   * @param requests number of requests
   * @param medianGap median of the seconds between requests
   * @param deviation median absolute deviation of these
   * @param csbytes bytes from the client
   * @return the word; a new object for each call
   */
  public Text evaluate(
      Text host,
      Long hostClients,
      Long agentClients,
      Long requests,
      Long medianGap,
      Long deviation,
      Long csbytes) {
    return new Text(
        ProxyProfileWords.pair(
            text(host), hostClients, agentClients, requests, medianGap, deviation, csbytes));
  }

  private static String text(Text argument) {
    return argument == null ? null : argument.toString();
  }
}
