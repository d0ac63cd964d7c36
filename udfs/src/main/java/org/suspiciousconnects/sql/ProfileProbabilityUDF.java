/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sql;

import org.apache.hadoop.hive.ql.exec.Description;
import org.apache.hadoop.hive.ql.exec.UDF;
import org.apache.hadoop.hive.ql.udf.UDFType;
import org.apache.hadoop.io.Text;
import org.suspiciousconnects.model.ProfileProbability;
import org.suspiciousconnects.model.VectorCodec;
import org.suspiciousconnects.model.WordParts;

/**
 * {@code sc_profile_probability}: the probability of a word at an address by the method profile.
 */
@Description(
    name = "sc_profile_probability",
    value =
        "_FUNC_(ip_topic_counts STRING, word_topic_counts STRING, corpus_mix STRING,"
            + " corpus_tokens DOUBLE, parts STRING, own BIGINT)"
            + " - Returns the probability of a word at an address by the method profile",
    extended =
        "The sum over the topics, in their order, of (ip[k] + 5 mix[k]) / (sum(ip) + 5) *"
            + " (word[k] + 20 b) / (mix[k] * corpus_tokens + 20), where b is sc_background(parts,"
            + " own). Above 0, at most 1, the same to the last bit on every engine. ip_topic_counts,"
            + " word_topic_counts (tokens) and corpus_mix (shares of all tokens) are vectors of K"
            + " doubles of one model: base64 of little-endian float64; NULL counts are zeros, those"
            + " of an address or a word that the model does not know.\n"
            + "parts are the counts of the parts of the word: c:T:f:V of its view and of each of"
            + " its fields, joined by semicolons. c are the tokens of the prefix that ends there, T"
            + " its different continuations, f the tokens of the field in its place, V the different"
            + " values in that place; for the view, f are the tokens of all views and V is the"
            + " number of views. own is how many tokens of the word the address had itself in what"
            + " the model learned from; they are left out of all counts. NULL counts as 0.\n"
            + "NULL if corpus_mix, corpus_tokens or parts is NULL. An error, which Impala turns"
            + " into NULL and a warning, if a text has another form, if lengths differ, if a count"
            + " is negative or not a number; it says what.\n"
            + "Example:\n"
            + "  > SELECT _FUNC_('AAAAAAAAIEAAAAAAAAAAQA==', 'AAAAAAAAEEAAAAAAAAAAAA==', 'AAAAAAAA4D8AAAAAAADgPw==', 14.0, '7:2:14:3;6:0:6:2', 0);\n"
            + "  0.3824426502627194\n"
            + "  > SELECT _FUNC_(NULL, NULL, 'AAAAAAAA4D8AAAAAAADgPw==', 14.0, '7:2:14:3;6:0:6:2', NULL);\n"
            + "  0.27873894655901577")
@UDFType(deterministic = true)
public class ProfileProbabilityUDF extends UDF {
  /**
   * The probability, or null if {@code corpusMix}, {@code corpusTokens} or {@code parts} is null.
   *
   * @param ipTopicCounts the address's tokens in each topic, K doubles as base64 text; null if
   *     unknown
   * @param wordTopicCounts the word's tokens in each topic, K doubles as base64 text; null if
   *     unknown
   * @param corpusMix shares of the topics in the corpus, K doubles as base64 text
   * @param corpusTokens the corpus's tokens
   * @param parts counts of the parts of the word
   * @param own the address's own tokens of the word, to leave out; null is 0
   * @return above 0, at most 1
   * @throws IllegalArgumentException if a text has another form, lengths differ or a number is out
   *     of range
   */
  public Double evaluate(
      Text ipTopicCounts,
      Text wordTopicCounts,
      Text corpusMix,
      Double corpusTokens,
      Text parts,
      Long own) {
    if (corpusMix == null || corpusTokens == null || parts == null) {
      return null;
    }
    return ProfileProbability.of(
        vector("ip_topic_counts", ipTopicCounts),
        vector("word_topic_counts", wordTopicCounts),
        vector("corpus_mix", corpusMix),
        corpusTokens,
        WordParts.parse(parts.toString()),
        own == null ? 0 : own);
  }

  private static double[] vector(String name, Text text) {
    if (text == null) {
      return null;
    }
    try {
      return VectorCodec.decode(text.getBytes(), text.getLength());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(name + " is " + e.getMessage(), e);
    }
  }
}
