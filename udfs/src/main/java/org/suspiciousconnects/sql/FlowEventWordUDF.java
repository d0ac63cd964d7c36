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

/** {@code sc_flow_event_word}: the word of a flow at one of its addresses by the method profile. */
@Description(
    name = "sc_flow_event_word",
    value =
        "_FUNC_(is_source INT, peer_internal INT, service STRING, proto STRING, flag STRING,"
            + " ipkt BIGINT, ibyt BIGINT, peer_clients BIGINT)"
            + " - Returns the word of a flow at one of its addresses by the method profile",
    extended =
        "The word is event|side-peer-service|protocol|bN|kN|rN. side is src if is_source is"
            + " 1, else dst; peer is int if peer_internal is 1, else ext; service is that of"
            + " sc_flow_service. The protocol is in upper case; behind TCP are those of the flags S,"
            + " A, R and F that flag has, - for none. b is a third of the binary digits of ibyt"
            + " (bytes), r half of those of the bytes a packet (0 if ipkt is 0). k is how many"
            + " clients knew the peer: k0, k1, k2 (2-4), k5 (5-20), k21 (21 or more).\n"
            + "In a text what is not an ASCII letter, a digit or one of . + / - _ becomes _, and 32"
            + " characters count.\n"
            + "A number that is NULL or negative counts as 0; a text that is NULL or empty is -;"
            + " never NULL and never an error.\n"
            + "Example:\n"
            + "  > SELECT _FUNC_(1, 0, 'to443', 'tcp', '.AP.S.', 5, 5120, 0);\n"
            + "  event|src-ext-to443|TCP-SA|b4|k0|r5\n"
            + "  > SELECT _FUNC_(0, 1, 'dyn', 'UDP', NULL, 1, 76, 30);\n"
            + "  event|dst-int-dyn|UDP|b2|k21|r3")
@UDFType(deterministic = true)
public class FlowEventWordUDF extends UDF {
  /**
   * The word, never null.
   *
   * @param isSource 1 if the address is the source, else the destination
   * @param peerInternal 1 if the other address is internal
   * @param service what {@code sc_flow_service} gave
   * @param proto protocol
   * @param flag TCP flags as letters, in any order
   * @param ipkt packets
   * @param ibyt bytes
   * @param peerClients clients that knew the other address before
   * @return the word; a new object for each call
   */
  public Text evaluate(
      Integer isSource,
      Integer peerInternal,
      Text service,
      Text proto,
      Text flag,
      Long ipkt,
      Long ibyt,
      Long peerClients) {
    return new Text(
        FlowProfileWords.event(
            isSource,
            peerInternal,
            text(service),
            text(proto),
            text(flag),
            ipkt,
            ibyt,
            peerClients));
  }

  private static String text(Text argument) {
    return argument == null ? null : argument.toString();
  }
}
