/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sql;

import org.apache.hadoop.hive.ql.exec.Description;
import org.apache.hadoop.hive.ql.exec.UDF;
import org.apache.hadoop.hive.ql.udf.UDFType;
import org.apache.hadoop.io.Text;
import org.suspiciousconnects.word.FlowProfileWords;

/**
 * {@code sc_flow_fan_word}: the word of a day of a client with one service by the method profile.
 */
@Description(
    name = "sc_flow_fan_word",
    value =
        "_FUNC_(peers BIGINT, flows BIGINT)"
            + " - Returns the word of a day of a client with one service by the method profile",
    extended =
        "The word is fan|pN|nN: the binary digits of the numbers of peers and flows.\n"
            + "A number that is NULL or negative counts as 0; never NULL and never an error.\n"
            + "Example:\n"
            + "  > SELECT _FUNC_(6, 30);\n"
            + "  fan|p3|n5")
@UDFType(deterministic = true)
public class FlowFanWordUDF extends UDF {
  /**
   * The word, never null.
   *
   * @param peers number of peers
   * @param flows number of flows
   * @return the word; a new object for each call
   */
  public Text evaluate(Long peers, Long flows) {
    return new Text(FlowProfileWords.fan(peers, flows));
  }
}
