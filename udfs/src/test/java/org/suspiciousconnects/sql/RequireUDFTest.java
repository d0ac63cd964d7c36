/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.hadoop.hive.ql.metadata.HiveException;
import org.apache.hadoop.hive.ql.optimizer.ConstantPropagateProcFactory;
import org.apache.hadoop.hive.ql.plan.ExprNodeConstantDesc;
import org.apache.hadoop.hive.ql.plan.ExprNodeDesc;
import org.apache.hadoop.hive.ql.plan.ExprNodeGenericFuncDesc;
import org.apache.hadoop.io.Text;
import org.junit.jupiter.api.Test;

class RequireUDFTest {
  private final RequireUDF function = new RequireUDF();

  @Test
  void isTrueIfTheConditionIsTrue() {
    assertTrue(function.evaluate(true, new Text("never seen")));
    assertTrue(function.evaluate(true, null));
  }

  @Test
  void failsWithTheMessageIfTheConditionIsFalseOrNull() {
    Text message = new Text("a longer message that was in the buffer before");
    message.set("keine Flüsse an diesem Tag");
    for (Boolean condition : new Boolean[] {false, null}) {
      var e =
          assertThrows(IllegalStateException.class, () -> function.evaluate(condition, message));
      assertEquals("keine Flüsse an diesem Tag", e.getMessage());
    }
  }

  @Test
  void failsWithoutAMessageToo() {
    var e = assertThrows(IllegalStateException.class, () -> function.evaluate(false, null));
    assertEquals("a requirement without a message does not hold", e.getMessage());
  }

  /** A guard has to fail when the statement runs, not when Hive plans or explains it. */
  @Test
  void hiveEvaluatesItAtRunTime() throws Exception {
    HiveExpressions.start();
    ExprNodeDesc guard = HiveExpressions.compile("SELECT sc_require(1 > 2, 'no flows')");
    assertInstanceOf(
        ExprNodeGenericFuncDesc.class,
        ConstantPropagateProcFactory.foldExpr((ExprNodeGenericFuncDesc) guard));

    ExprNodeDesc word = HiveExpressions.compile("SELECT sc_flow_src_word(1, 2, 3, 'T', 4, 5)");
    assertInstanceOf(
        ExprNodeConstantDesc.class,
        ConstantPropagateProcFactory.foldExpr((ExprNodeGenericFuncDesc) word),
        "a deterministic function of constants is folded, so the test above can fail");
  }

  @Test
  void hivesErrorEndsWithTheMessage() {
    HiveExpressions.start();
    var e =
        assertThrows(
            HiveException.class,
            () -> HiveExpressions.evaluate("SELECT sc_require(1 > 2, 'no flows')"));
    assertTrue(e.getMessage().endsWith(":no flows"), e.getMessage());
  }
}
