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
 * {@code sc_dns_pair_word}: the word of a day of a client with one registered domain by the method
 * profile.
 */
@Description(
    name = "sc_dns_pair_word",
    value =
        "_FUNC_(domain_clients BIGINT, rare_type INT, names BIGINT, longest_subdomain INT,"
            + " nxdomains BIGINT, answers BIGINT)"
            + " - Returns the word of a day of a client with one registered domain by the method profile",
    extended =
        "The word is pair|kN|tN|mN|lN|xN|nN: how many clients knew the domain: k0, k1, k2"
            + " (2-4), k5 (5-20), k21 (21 or more); the rare type asked for, t- if it is NULL or"
            + " negative; the binary digits of the number of names and of the characters of the"
            + " longest subdomain; the whole quarters of the answers that are NXDOMAIN, 0 to 4; the"
            + " binary digits of the number of answers.\n"
            + "Another number that is NULL or negative counts as 0; never NULL and never an error.\n"
            + "Example:\n"
            + "  > SELECT _FUNC_(0, 16, 30, 40, 0, 100);\n"
            + "  pair|k0|t16|m5|l6|x0|n7\n"
            + "  > SELECT _FUNC_(3000, NULL, 2, 3, 1, 4);\n"
            + "  pair|k21|t-|m2|l2|x1|n3")
@UDFType(deterministic = true)
public class DnsPairWordUDF extends UDF {
  /**
   * The word, never null.
   *
   * @param domainClients clients that knew the domain before
   * @param rareType rare type that was asked for, null if none
   * @param names number of names
   * @param longestSubdomain characters of the longest subdomain
   * @param nxdomains number of answers NXDOMAIN
   * @param answers number of answers
   * @return the word; a new object for each call
   */
  public Text evaluate(
      Long domainClients,
      Integer rareType,
      Long names,
      Integer longestSubdomain,
      Long nxdomains,
      Long answers) {
    return new Text(
        DnsProfileWords.pair(domainClients, rareType, names, longestSubdomain, nxdomains, answers));
  }
}
