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

/** {@code sc_proxy_word_psl}: the word of a proxy request in the vocabulary psl. */
@Description(
    name = "sc_proxy_word_psl",
    value =
        "_FUNC_(p_date STRING, p_time STRING, host STRING, reqmethod STRING, fulluri STRING,"
            + " resconttype STRING, agent_count BIGINT, respcode STRING, domain_class INT)"
            + " - Returns the word of a proxy request in the vocabulary psl",
    extended =
        "The word is domain_class_hour_reqmethod_bin(entropy of"
            + " fulluri)_type_log2(agent_count)_log2(length of fulluri)_respcode; log2(n) is"
            + " log10(n) / log10(2) without its fraction, 0 for 0; bin is the index of the first of"
            + " 0.0, 0.3, 0.6 to 5.4 that is not below it, 19 above; type is resconttype up to its"
            + " first slash, unknown_content_type if it is slashes only.\n"
            + "p_date is yyyy-MM-dd and p_time HH:mm:ss, a fraction of the second allowed, both UTC.\n"
            + "domain_class is 0, 1 or 2: see sc_domain_class; nothing else of host is in the word."
            + " agent_count is the number of requests of the user agent that day, 0 or more.\n"
            + "NULL if an argument but respcode is NULL or if one is out of range, or if date or time do not exist; a respcode that"
            + " is NULL is unknown_response_code. Never an error.\n"
            + "Example:\n"
            + "  > SELECT _FUNC_('2016-07-08', '06:58:45', 'www.google.com', 'GET',"
            + " 'http://www.google.com/', 'text/html', 1000, '200', 1);\n"
            + "  1_6_GET_12_text_9_4_200\n"
            + "  > SELECT _FUNC_('2016-07-32', '06:58:45', 'www.google.com', 'GET',"
            + " 'http://www.google.com/', 'text/html', 1000, '200', 1);\n"
            + "  NULL")
@UDFType(deterministic = true)
public class ProxyWordPslUDF extends UDF {
  /**
   * The word, or null if an argument but {@code respcode} is null or if one is out of range.
   *
   * @param pDate date in UTC, {@code yyyy-MM-dd}
   * @param pTime time in UTC, {@code HH:mm:ss}, a fraction of the second allowed
   * @param host host asked for; only asked not to be null
   * @param reqmethod request method
   * @param fulluri the whole URI
   * @param resconttype content type
   * @param agentCount requests of this user agent that day, 0 or more
   * @param respcode response code; may be null
   * @param domainClass 0, 1 or 2
   * @return the word; a new object for each call
   */
  public Text evaluate(
      Text pDate,
      Text pTime,
      Text host,
      Text reqmethod,
      Text fulluri,
      Text resconttype,
      Long agentCount,
      Text respcode,
      Integer domainClass) {
    if (pDate == null
        || pTime == null
        || host == null
        || reqmethod == null
        || fulluri == null
        || resconttype == null
        || agentCount == null
        || domainClass == null) {
      return null;
    }
    String word =
        ProxyWord.psl(
            pDate.toString(),
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
