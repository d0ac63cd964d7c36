/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sql;

import org.apache.hadoop.hive.ql.exec.Description;
import org.apache.hadoop.hive.ql.exec.UDF;
import org.apache.hadoop.hive.ql.udf.UDFType;
import org.apache.hadoop.io.Text;
import org.suspiciousconnects.word.FlowWord;

/** {@code sc_flow_dst_word}: the word of a flow as its destination sees it. */
@Description(
    name = "sc_flow_dst_word",
    value =
        "_FUNC_(trhour INT, sport INT, dport INT, proto STRING, ibyt BIGINT, ipkt BIGINT)"
            + " - Returns the word of a flow as its destination sees it",
    extended =
        "The word is port_proto_hour_bits(ibyt)_bits(ipkt), with -1_ in front if the destination offers"
            + " the service; bits(n) is ceil(log10(n + 1) / log10(2)). The port is 0 if both ports"
            + " are 0, the other port if one is 0, 111111 if both are up to 1024, 333333 if both"
            + " are above, else the one up to 1024.\n"
            + "trhour is the hour, 0 to 23; ports are 0 to 65535; ibyt (bytes) and ipkt (packets)"
            + " are 0 to 2^63 - 2.\n"
            + "NULL if an argument is NULL or out of range; never an error.\n"
            + "Example:\n"
            + "  > SELECT _FUNC_(13, 52100, 443, 'TCP', 1000, 10);\n"
            + "  -1_443_TCP_13_10_4\n"
            + "  > SELECT _FUNC_(24, 52100, 443, 'TCP', 1000, 10);\n"
            + "  NULL")
@UDFType(deterministic = true)
public class FlowDstWordUDF extends UDF {
  /**
   * The word, or null if an argument is null or out of range.
   *
   * @param trhour hour of the day, 0-23
   * @param sport source port, 0-65535
   * @param dport destination port, 0-65535
   * @param proto protocol
   * @param ibyt bytes, 0 to 2<sup>63</sup> - 2
   * @param ipkt packets, 0 to 2<sup>63</sup> - 2
   * @return the word; a new object for each call
   */
  public Text evaluate(
      Integer trhour, Integer sport, Integer dport, Text proto, Long ibyt, Long ipkt) {
    if (trhour == null
        || sport == null
        || dport == null
        || proto == null
        || ibyt == null
        || ipkt == null) {
      return null;
    }
    String word = FlowWord.destination(trhour, sport, dport, proto.toString(), ibyt, ipkt);
    return word == null ? null : new Text(word);
  }
}
