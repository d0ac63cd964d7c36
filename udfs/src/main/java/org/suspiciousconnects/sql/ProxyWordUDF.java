/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sql;

import org.apache.hadoop.hive.ql.exec.Description;
import org.apache.hadoop.hive.ql.exec.UDF;
import org.apache.hadoop.hive.ql.udf.UDFType;
import org.apache.hadoop.io.Text;
import org.suspiciousconnects.word.ProxyWord;

/** {@code sc_proxy_word}: the word of a proxy request in the vocabulary spot. */
@Description(
    name = "sc_proxy_word",
    value =
        "_FUNC_(host STRING, p_time STRING, reqmethod STRING, fulluri STRING,"
            + " resconttype STRING, agent_count BIGINT, respcode STRING, domain_class INT)"
            + " - Returns the word of a proxy request in the vocabulary spot",
    extended =
        "The word is domain_class_hour_reqmethod_bin(entropy of"
            + " fulluri)_type_log2(agent_count)_log2(length of fulluri)_respcode; log2(n) is"
            + " log10(n) / log10(2) without its fraction, 0 for 0; bin is the index of the first of"
            + " 0.0, 0.3, 0.6 to 5.4 that is not below it, 19 above; type is resconttype up to its"
            + " first slash, unknown_content_type if it is slashes only.\n"
            + "The hour, 0 to 23, is before the first colon of p_time.\n"
            + "domain_class is 0, 1 or 2: see sc_domain_class; nothing else of host is in the word."
            + " agent_count is the number of requests of the user agent that day, 0 or more.\n"
            + "NULL if an argument but respcode is NULL or if one is out of range, or if there is no hour; a respcode that"
            + " is NULL is unknown_response_code. Never an error.\n"
            + "Example:\n"
            + "  > SELECT _FUNC_('www.google.com', '06:58:45', 'GET', 'http://www.google.com/',"
            + " 'text/html', 1000, '200', 1);\n"
            + "  1_6_GET_12_text_9_4_200\n"
            + "  > SELECT _FUNC_('www.google.com', '24:00:00', 'GET', 'http://www.google.com/',"
            + " 'text/html', 1000, '200', 1);\n"
            + "  NULL")
@UDFType(deterministic = true)
public class ProxyWordUDF extends UDF {
  /**
   * The word, or null if an argument but {@code respcode} is null or if one is out of range.
   *
   * @param host host asked for; only asked not to be null
   * @param pTime time of day, the hour before the first colon
   * @param reqmethod request method
   * @param fulluri the whole URI
   * @param resconttype content type
   * @param agentCount requests of this user agent that day, 0 or more
   * @param respcode response code; may be null
   * @param domainClass 0, 1 or 2
   * @return the word; a new object for each call
   */
  public Text evaluate(
      Text host,
      Text pTime,
      Text reqmethod,
      Text fulluri,
      Text resconttype,
      Long agentCount,
      Text respcode,
      Integer domainClass) {
    if (host == null
        || pTime == null
        || reqmethod == null
        || fulluri == null
        || resconttype == null
        || agentCount == null
        || domainClass == null) {
      return null;
    }
    String word =
        ProxyWord.spot(
            pTime.toString(),
            reqmethod.toString(),
            fulluri.toString(),
            resconttype.toString(),
            agentCount,
            respcode == null ? null : respcode.toString(),
            domainClass);
    return word == null ? null : new Text(word);
  }
}
