/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sql;

import org.apache.hadoop.hive.ql.exec.Description;
import org.apache.hadoop.hive.ql.exec.UDF;
import org.apache.hadoop.hive.ql.udf.UDFType;
import org.apache.hadoop.io.Text;
import org.suspiciousconnects.word.WordExplanation;

/** {@code sc_explain_word}: a word in plain English. */
@Description(
    name = "sc_explain_word",
    value =
        "_FUNC_(source STRING, score_method STRING, vocabulary STRING, score_view STRING,"
            + " word STRING)"
            + " - Returns what a word says, in plain English",
    extended =
        "source is flow, dns or proxy. score_method is spot or profile. vocabulary is spot or psl;"
            + " psl has no words of flows for the method spot, and hours in UTC. score_view is NULL or"
            + " empty; for profile it may be event, pair or fan, that of the word.\n"
            + "Ranges are exact: all counts of the bin and no others; 1 to <2 KiB are 1024 to 2047"
            + " bytes. Of a range of entropies the first number is not in it. A flow word speaks of"
            + " the host that has it: client or server of the port that tells the service, if one"
            + " does.\n"
            + "Names of services, DNS types and rcodes are IANA's, those of status codes RFC 9110's;"
            + " what has no name is a number. Text of the event is in double quotes if it is empty"
            + " or has ASCII characters other than letters, digits and - . + / _ in it. A proxy word"
            + " that can be read in several ways is read with the shortest method and status.\n"
            + "A word of profile tells how many clients knew its item in the days before; a pair is a"
            + " day of a client with one peer, domain or host, a fan its day with one service, kind"
            + " of answer or user agent.\n"
            + "NULL if an argument but score_view is NULL, if one is unknown, or if the word is not"
            + " of that form; never an error.\n"
            + "Example:\n"
            + "  > SELECT _FUNC_('flow', 'spot', 'spot', '', '-1_443_TCP_13_10_4');\n"
            + "  server of HTTPS (TCP 443), 13h, 512-1023 bytes in 8-15 packets\n"
            + "  > SELECT _FUNC_('flow', 'spot', 'spot', '', '333333_UDP_0_23_11');\n"
            + "  both ports above 1024 (UDP), 0h, 4 to <8 MiB in 1024-2047 packets\n"
            + "  > SELECT _FUNC_('dns', 'spot', 'psl', '', '1_6_3_3_10_2_16_3');\n"
            + "  popular domain, frame of 64-127 bytes at 3h UTC, subdomain of 8-15 characters with"
            + " entropy 2.7-3.0 bits, 4-7 labels, type TXT, NXDOMAIN\n"
            + "  > SELECT _FUNC_('proxy', 'spot', 'spot', '', '0_7_GET_12_text_10_4_404');\n"
            + "  GET at 7h, no popular or own domain, URI of 16-31 characters with entropy 3.3-3.6"
            + " bits, content type text, user agent of 1024-2047 requests that day, status 404 Not"
            + " Found\n"
            + "  > SELECT _FUNC_('flow', 'profile', 'spot', '', 'event|src-ext-to443|TCP-SA|b4|k0|r3');\n"
            + "  client of HTTPS (port 443) at an outside address that no client knew before, TCP with"
            + " SYN ACK, 2 to <16 KiB, 32-127 bytes a packet\n"
            + "  > SELECT _FUNC_('dns', 'profile', 'psl', 'pair', 'pair|k1|t16|m5|l6|x0|n7');\n"
            + "  a day with a domain that 1 client knew before, 64-127 answers, less than 25 % of them"
            + " NXDOMAIN, rare type TXT, 16-31 names, longest subdomain of 32-63 characters\n"
            + "  > SELECT _FUNC_('flow', 'spot', 'spot', '', 'word_error');\n"
            + "  NULL")
@UDFType(deterministic = true)
public class ExplainWordUDF extends UDF {
  /**
   * The explanation, or null if there is none.
   *
   * @param source flow, dns or proxy
   * @param scoreMethod spot or profile
   * @param vocabulary spot or psl
   * @param scoreView null or empty; for profile also the word's view
   * @param word any text
   * @return one line; a new object for each call
   */
  public Text evaluate(Text source, Text scoreMethod, Text vocabulary, Text scoreView, Text word) {
    String explanation =
        WordExplanation.of(
            text(source), text(scoreMethod), text(vocabulary), text(scoreView), text(word));
    return explanation == null ? null : new Text(explanation);
  }

  private static String text(Text argument) {
    return argument == null ? null : argument.toString();
  }
}
