/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sql;

import org.apache.hadoop.hive.ql.exec.Description;
import org.apache.hadoop.hive.ql.exec.UDF;
import org.apache.hadoop.hive.ql.udf.UDFType;
import org.apache.hadoop.io.Text;
import org.suspiciousconnects.model.Score;
import org.suspiciousconnects.model.VectorCodec;

/** {@code sc_score}: the probability of a word at an address; low is suspicious. */
@Description(
    name = "sc_score",
    value =
        "_FUNC_(topic_mix STRING, topic_probs STRING)"
            + " - Returns the probability of a word at an address; low is suspicious",
    extended =
        "The sum over the topics of topic_mix[k] * topic_probs[k], 0 to 1, the same to the last"
            + " bit on every engine. topic_mix and topic_probs are vectors of K doubles of one"
            + " model: base64 of little-endian float64.\n"
            + "NULL if an argument is NULL. An error, which Impala turns into NULL and a warning,"
            + " if a text is not a vector or if the lengths differ; it names both.\n"
            + "Example:\n"
            + "  > SELECT _FUNC_('AAAAAAAA0D8AAAAAAADoPw==', 'AAAAAAAA4D8AAAAAAADAPw==');\n"
            + "  0.21875")
@UDFType(deterministic = true)
public class ScoreUDF extends UDF {
  /**
   * The score, or null if an argument is null.
   *
   * @param topicMix K doubles, sum 1, as base64 text
   * @param topicProbs K doubles as base64 text
   * @return 0 to 1
   * @throws IllegalArgumentException if a text is not a vector, or the lengths differ
   */
  public Double evaluate(Text topicMix, Text topicProbs) {
    if (topicMix == null || topicProbs == null) {
      return null;
    }
    return Score.of(
        VectorCodec.decode(topicMix.getBytes(), topicMix.getLength()),
        VectorCodec.decode(topicProbs.getBytes(), topicProbs.getLength()));
  }
}
