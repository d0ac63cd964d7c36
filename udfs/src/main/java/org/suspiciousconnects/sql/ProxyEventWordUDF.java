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

/** {@code sc_proxy_event_word}: the word of a proxy request by the method profile. */
@Description(
    name = "sc_proxy_event_word",
    value =
        "_FUNC_(reqmethod STRING, resconttype STRING, host STRING, host_clients BIGINT,"
            + " agent_clients BIGINT, respcode STRING, uriport STRING, csbytes INT, scbytes INT,"
            + " uri_length INT)"
            + " - Returns the word of a proxy request by the method profile",
    extended =
        "The word is event|method|type|kN-host|kN|status|port|bN|wN|uN. type is resconttype"
            + " up to its first semicolon, in lower case; host is ip or name, - if it is missing;"
            + " the first k is how many clients knew the host, the second how many used the user"
            + " agent: k0, k1, k2 (2-4), k5 (5-20), k21 (21 or more). b is a third of the binary"
            + " digits of csbytes, w a quarter of those of scbytes, u half of those of uri_length.\n"
            + "In a text what is not an ASCII letter, a digit or one of . + / - _ becomes _, and 32"
            + " characters count.\n"
            + "A number that is NULL or negative counts as 0; a text that is NULL or empty is -;"
            + " never NULL and never an error.\n"
            + "Example:\n"
            + "  > SELECT _FUNC_('GET', 'text/html; charset=utf-8', 'www.example.com', 50, 300, '200', '80', 900, 40000, 60);\n"
            + "  event|GET|text/html|k21-name|k21|200|80|b3|w4|u3\n"
            + "  > SELECT _FUNC_('POST', NULL, '203.0.113.7', 0, 1, '-', NULL, 0, NULL, 12);\n"
            + "  event|POST|-|k0-ip|k1|-|-|b0|w0|u2")
@UDFType(deterministic = true)
public class ProxyEventWordUDF extends UDF {
  /**
   * The word, never null.
   *
   * @param reqmethod request method
   * @param resconttype content type
   * @param host host asked for
   * @param hostClients clients that knew the host before
   * @param agentClients clients that used the user agent before
   * @param respcode response code
   * @param uriport port
   * @param csbytes bytes from the client
   * @param scbytes bytes to the client
   * @param uriLength characters of the URI
   * @return the word; a new object for each call
   */
  public Text evaluate(
      Text reqmethod,
      Text resconttype,
      Text host,
      Long hostClients,
      Long agentClients,
      Text respcode,
      Text uriport,
      Integer csbytes,
      Integer scbytes,
      Integer uriLength) {
    return new Text(
        ProxyProfileWords.event(
            text(reqmethod),
            text(resconttype),
            text(host),
            hostClients,
            agentClients,
            text(respcode),
            text(uriport),
            csbytes,
            scbytes,
            uriLength));
  }

  private static String text(Text argument) {
    return argument == null ? null : argument.toString();
  }
}
