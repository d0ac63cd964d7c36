/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sql;

import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.hive.ql.exec.Description;
import org.apache.hadoop.hive.ql.exec.UDF;
import org.apache.hadoop.hive.ql.udf.UDFType;
import org.apache.hadoop.io.Text;
import org.suspiciousconnects.model.VectorCodec;

/** {@code sc_vector_to_array}: a vector for people to read. Impala has no arrays in functions. */
@Description(
    name = "sc_vector_to_array",
    value = "_FUNC_(vector STRING) - Returns the numbers of a vector as an array",
    extended =
        "vector is base64 of little-endian float64, as in topic_mix and topic_probs.\n"
            + "Hive and Spark SQL only: Impala's Java functions cannot return arrays.\n"
            + "NULL if the argument is NULL. An error if the text is not a vector.\n"
            + "Example:\n"
            + "  > SELECT _FUNC_('AAAAAAAA0D8AAAAAAADoPw==');\n"
            + "  [0.25,0.75]")
@UDFType(deterministic = true)
public class VectorToArrayUDF extends UDF {
  /**
   * The numbers of a vector, or null if it is null.
   *
   * @param vector K doubles as base64 text
   * @return K doubles
   * @throws IllegalArgumentException if the text is not a vector
   */
  public List<Double> evaluate(Text vector) {
    if (vector == null) {
      return null;
    }
    double[] numbers = VectorCodec.decode(vector.getBytes(), vector.getLength());
    List<Double> array = new ArrayList<>(numbers.length);
    for (double number : numbers) {
      array.add(number);
    }
    return array;
  }
}
