/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sql;

import org.apache.hadoop.hive.ql.exec.Description;
import org.apache.hadoop.hive.ql.exec.UDF;
import org.apache.hadoop.hive.ql.udf.UDFType;
import org.apache.hadoop.io.Text;
import org.suspiciousconnects.word.DnsProfileWords;

/**
 * {@code sc_dns_fan_word}: the word of a day of a client with one kind of DNS answer by the method
 * profile.
 */
@Description(
    name = "sc_dns_fan_word",
    value =
        "_FUNC_(nxdomain INT, domains BIGINT, answers BIGINT)"
            + " - Returns the word of a day of a client with one kind of DNS answer by the method profile",
    extended =
        "The word is fan|nx|pN|nN if nxdomain is 1, for the answers NXDOMAIN, else"
            + " fan|ok|pN|nN, for all others: the binary digits of the numbers of registered domains"
            + " and answers.\n"
            + "A number that is NULL or negative counts as 0; never NULL and never an error.\n"
            + "Example:\n"
            + "  > SELECT _FUNC_(1, 12, 40);\n"
            + "  fan|nx|p4|n6\n"
            + "  > SELECT _FUNC_(0, 12, 40);\n"
            + "  fan|ok|p4|n6")
@UDFType(deterministic = true)
public class DnsFanWordUDF extends UDF {
  /**
   * The word, never null.
   *
   * @param nxdomain 1 for the answers NXDOMAIN, else for the others
   * @param domains number of registered domains
   * @param answers number of answers
   * @return the word; a new object for each call
   */
  public Text evaluate(Integer nxdomain, Long domains, Long answers) {
    return new Text(DnsProfileWords.fan(nxdomain, domains, answers));
  }
}
