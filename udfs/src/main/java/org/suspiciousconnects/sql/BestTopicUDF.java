/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sql;

import org.apache.hadoop.hive.ql.exec.Description;
import org.apache.hadoop.hive.ql.exec.UDF;
import org.apache.hadoop.hive.ql.udf.UDFType;
import org.apache.hadoop.io.Text;
import org.suspiciousconnects.model.BestTopic;
import org.suspiciousconnects.model.VectorCodec;

/** {@code sc_best_topic}: the topic that a word at an address most probably came from. */
@Description(
    name = "sc_best_topic",
    value =
        "_FUNC_(topic_mix STRING, topic_probs STRING)"
            + " - Returns the topic that a word at an address most probably came from",
    extended =
        "The k, from 0, with the largest topic_mix[k] * topic_probs[k], of several the first."
            + " topic_mix and topic_probs are vectors of K doubles of one model: base64 of"
            + " little-endian float64.\n"
            + "NULL if an argument is NULL or no product is above 0. An error, which Impala turns into"
            + " NULL and a warning, if a text is not a vector or if the lengths differ; it names both.\n"
            + "Example:\n"
            + "  > SELECT _FUNC_('AAAAAAAA0D8AAAAAAADoPw==', 'AAAAAAAA4D8AAAAAAADAPw==');\n"
            + "  0\n"
            + "  > SELECT _FUNC_('AAAAAAAA8D8AAAAAAAAAAA==', 'AAAAAAAAAAAAAAAAAADgPw==');\n"
            + "  NULL")
@UDFType(deterministic = true)
public class BestTopicUDF extends UDF {
  /**
   * The topic, or null if an argument is null or no topic has the word here.
   *
   * @param topicMix K doubles, sum 1, as base64 text
   * @param topicProbs K doubles as base64 text
   * @return 0 to K - 1
   * @throws IllegalArgumentException if a text is not a vector, or the lengths differ
   */
  public Integer evaluate(Text topicMix, Text topicProbs) {
    if (topicMix == null || topicProbs == null) {
      return null;
    }
    int topic =
        BestTopic.of(
            VectorCodec.decode(topicMix.getBytes(), topicMix.getLength()),
            VectorCodec.decode(topicProbs.getBytes(), topicProbs.getLength()));
    return topic < 0 ? null : topic;
  }
}
