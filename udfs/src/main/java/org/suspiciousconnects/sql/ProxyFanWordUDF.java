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
 * {@code sc_proxy_fan_word}: the word of a day of a client with one user agent by the method
 * profile.
 */
@Description(
    name = "sc_proxy_fan_word",
    value =
        "_FUNC_(agent_clients BIGINT, domains BIGINT, requests BIGINT)"
            + " - Returns the word of a day of a client with one user agent by the method profile",
    extended =
        "The word is fan|kN|pN|nN: how many clients used the user agent: k0, k1, k2 (2-4), k5"
            + " (5-20), k21 (21 or more); the binary digits of the numbers of domains and requests.\n"
            + "A number that is NULL or negative counts as 0; never NULL and never an error.\n"
            + "Example:\n"
            + "  > SELECT _FUNC_(1, 3, 20);\n"
            + "  fan|k1|p2|n5")
@UDFType(deterministic = true)
public class ProxyFanWordUDF extends UDF {
  /**
   * The word, never null.
   *
   * @param agentClients clients that used the user agent before
   * @param domains number of domains
   * @param requests number of requests
   * @return the word; a new object for each call
   */
  public Text evaluate(Long agentClients, Long domains, Long requests) {
    return new Text(ProxyProfileWords.fan(agentClients, domains, requests));
  }
}
