/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sql;

import org.apache.hadoop.hive.ql.exec.Description;
import org.apache.hadoop.hive.ql.exec.UDF;
import org.apache.hadoop.hive.ql.udf.UDFType;
import org.apache.hadoop.io.Text;

/**
 * {@code sc_require}: stops a script before it writes anything.
 *
 * <p>Declared not deterministic, so that it runs with the statement: Hive and Spark may evaluate a
 * deterministic function of constants while they plan, even for EXPLAIN.
 */
@Description(
    name = "sc_require",
    value =
        "_FUNC_(condition BOOLEAN, message STRING)"
            + " - Returns TRUE if the condition is TRUE, else fails with the message",
    extended =
        "For the guards of scripts: select it before the first statement that writes.\n"
            + "An error with the message if the condition is FALSE or NULL. Never NULL, except on"
            + " Impala, which turns the error into NULL and a warning unless"
            + " ABORT_JAVA_UDF_ON_EXCEPTION is set.\n"
            + "Example:\n"
            + "  > SELECT _FUNC_(1 < 2, 'no flows on this day');\n"
            + "  true")
@UDFType(deterministic = false)
public class RequireUDF extends UDF {
  /**
   * True, or an error.
   *
   * @param condition what must hold
   * @param message the error's text, exactly
   * @return true
   * @throws IllegalStateException if the condition is false or null
   */
  public Boolean evaluate(Boolean condition, Text message) {
    if (condition == null || !condition) {
      throw new IllegalStateException(
          message == null ? "a requirement without a message does not hold" : message.toString());
    }
    return true;
  }
}
