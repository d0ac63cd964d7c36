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

/** {@code sc_dns_word}: the word of a DNS answer in the vocabulary spot. */
@Description(
    name = "sc_dns_word",
    value =
        "_FUNC_(frame_time STRING, frame_len INT, dns_qry_name STRING, dns_qry_type INT,"
            + " dns_qry_rcode INT, domain_class INT)"
            + " - Returns the word of a DNS answer in the vocabulary spot",
    extended =
        "The word is domain_class_log2(frame_len)_hour_log2(length of the subdomain)_bin(entropy of"
            + " the subdomain)_log2(labels)_type_rcode; log2(n) is log10(n) / log10(2) without its"
            + " fraction, 0 for 0; bin is the index of the first of 0.0, 0.3, 0.6 to 5.4 that is not"
            + " below it, 19 above.\n"
            + "The hour, 0 to 23, is before the first colon of the fourth blank-separated field of"
            + " frame_time; blanks in front do not count. The subdomain is that of sc_subdomain,"
            + " empty for None; labels are those of sc_label_count.\n"
            + "domain_class is 0, 1 or 2: see sc_domain_class. frame_len is in bytes, 0 or more."
            + " Type and rcode may be any number.\n"
            + "NULL if an argument is NULL or out of range, or if there is no hour; never an error.\n"
            + "Example:\n"
            + "  > SELECT _FUNC_('Jul  8 2016 06:58:45.765735000 UTC', 253, 'www.google.com', 1, 0, 1);\n"
            + "  1_7_6_1_0_1_1_0\n"
            + "  > SELECT _FUNC_('Jul  8 2016 25:00:00 UTC', 253, 'www.google.com', 1, 0, 1);\n"
            + "  NULL")
@UDFType(deterministic = true)
public class DnsWordUDF extends UDF {
  /**
   * The word, or null if an argument is null or out of range.
   *
   * @param frameTime time as text, the hour in the fourth blank-separated field
   * @param frameLen length of the frame in bytes, 0 or more
   * @param dnsQryName name asked for
   * @param dnsQryType query type, any number
   * @param dnsQryRcode response code, any number
   * @param domainClass 0, 1 or 2
   * @return the word; a new object for each call
   */
  public Text evaluate(
      Text frameTime,
      Integer frameLen,
      Text dnsQryName,
      Integer dnsQryType,
      Integer dnsQryRcode,
      Integer domainClass) {
    if (frameTime == null
        || frameLen == null
        || dnsQryName == null
        || dnsQryType == null
        || dnsQryRcode == null
        || domainClass == null) {
      return null;
    }
    String word =
        DnsWord.spot(
            frameTime.toString(),
            frameLen,
            dnsQryName.toString(),
            dnsQryType,
            dnsQryRcode,
            domainClass);
    return word == null ? null : new Text(word);
  }
}
