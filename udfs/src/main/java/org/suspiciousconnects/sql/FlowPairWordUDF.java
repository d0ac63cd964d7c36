/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sql;

import org.apache.hadoop.hive.ql.exec.Description;
import org.apache.hadoop.hive.ql.exec.UDF;
import org.apache.hadoop.hive.ql.udf.UDFType;
import org.apache.hadoop.io.Text;
import org.suspiciousconnects.word.FlowProfileWords;

/** {@code sc_flow_pair_word}: the word of a day of a client with one peer by the method profile. */
@Description(
    name = "sc_flow_pair_word",
    value =
        "_FUNC_(peer_internal INT, peer_clients BIGINT, services BIGINT, flows BIGINT,"
            + " median_gap BIGINT, deviation BIGINT, ibyt BIGINT)"
            + " - Returns the word of a day of a client with one peer by the method profile",
    extended =
        "The word is pair|kN-peer|sN|gN|bN|nN. k is how many clients knew the peer: k0, k1,"
            + " k2 (2-4), k5 (5-20), k21 (21 or more); peer is int if peer_internal is 1, else ext."
            + " s and n are the binary digits of the numbers of services and flows, b a third of"
            + " those of ibyt (bytes). g is the regularity, the deviation as a share of the median"
            + " gap: g0 up to 0.05, g1 up to 0.15, g2 up to 0.4, g3 above; g- if there are fewer"
            + " than 8 flows, if the median gap is less than 20 s or if one of the two is NULL.\n"
            + "median_gap is the median of the seconds between flows, deviation the median absolute"
            + " deviation from it.\n"
            + "Another number that is NULL or negative counts as 0; never NULL and never an error.\n"
            + "Example:\n"
            + "  > SELECT _FUNC_(0, 0, 1, 288, 300, 3, 1500000);\n"
            + "  pair|k0-ext|s1|g0|b7|n9\n"
            + "  > SELECT _FUNC_(1, 12, 2, 3, NULL, NULL, 900);\n"
            + "  pair|k5-int|s2|g-|b3|n2")
@UDFType(deterministic = true)
public class FlowPairWordUDF extends UDF {
  /**
   * The word, never null.
   *
   * @param peerInternal 1 if the peer is internal
   * @param peerClients clients that knew the peer before
   * @param services number of services
   * @param flows number of flows
   * @param medianGap median of the seconds between flows
   * @param deviation median absolute deviation of these
   * @param ibyt bytes
   * @return the word; a new object for each call
   */
  public Text evaluate(
      Integer peerInternal,
      Long peerClients,
      Long services,
      Long flows,
      Long medianGap,
      Long deviation,
      Long ibyt) {
    return new Text(
        FlowProfileWords.pair(
            peerInternal, peerClients, services, flows, medianGap, deviation, ibyt));
  }
}
