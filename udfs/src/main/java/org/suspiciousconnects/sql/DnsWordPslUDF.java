/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sql;

import org.apache.hadoop.hive.ql.exec.Description;
import org.apache.hadoop.hive.ql.exec.UDF;
import org.apache.hadoop.hive.ql.udf.UDFType;
import org.apache.hadoop.io.Text;
import org.suspiciousconnects.word.DnsWord;

/** {@code sc_dns_word_psl}: the word of a DNS answer in the vocabulary psl. */
@Description(
    name = "sc_dns_word_psl",
    value =
        "_FUNC_(unix_tstamp BIGINT, frame_len INT, dns_qry_name STRING, dns_qry_type INT,"
            + " dns_qry_rcode INT, domain_class INT)"
            + " - Returns the word of a DNS answer in the vocabulary psl",
    extended =
        "The word is domain_class_log2(frame_len)_hour_log2(length of the subdomain)_bin(entropy of"
            + " the subdomain)_log2(labels)_type_rcode; log2(n) is log10(n) / log10(2) without its"
            + " fraction, 0 for 0; bin is the index of the first of 0.0, 0.3, 0.6 to 5.4 that is not"
            + " below it, 19 above.\n"
            + "The hour is that of unix_tstamp, seconds since 1970, 0 or more, in UTC. The subdomain is"
            + " what is left of sc_registered_domain, empty if there is none. Case, a dot at the"
            + " end, a port, and Punycode or not make no difference.\n"
            + "domain_class is 0, 1 or 2: see sc_domain_class. frame_len is in bytes, 0 or more."
            + " Type and rcode may be any number.\n"
            + "NULL if an argument is NULL or out of range; never an error.\n"
            + "Example:\n"
            + "  > SELECT _FUNC_(1467961125, 253, 'a1b2c3d4.tunnel.evil.info', 16, 0, 0);\n"
            + "  0_7_6_3_13_2_16_0\n"
            + "  > SELECT _FUNC_(-1, 253, 'www.google.com', 1, 0, 1);\n"
            + "  NULL")
@UDFType(deterministic = true)
public class DnsWordPslUDF extends UDF {
  /**
   * The word, or null if an argument is null or out of range.
   *
   * @param unixTstamp seconds since 1970, 0 or more
   * @param frameLen length of the frame in bytes, 0 or more
   * @param dnsQryName name asked for
   * @param dnsQryType query type, any number
   * @param dnsQryRcode response code, any number
   * @param domainClass 0, 1 or 2
   * @return the word; a new object for each call
   */
  public Text evaluate(
      Long unixTstamp,
      Integer frameLen,
      Text dnsQryName,
      Integer dnsQryType,
      Integer dnsQryRcode,
      Integer domainClass) {
    if (unixTstamp == null
        || frameLen == null
        || dnsQryName == null
        || dnsQryType == null
        || dnsQryRcode == null
        || domainClass == null) {
      return null;
    }
    String word =
        DnsWord.psl(
            unixTstamp, frameLen, dnsQryName.toString(), dnsQryType, dnsQryRcode, domainClass);
    return word == null ? null : new Text(word);
  }
}
