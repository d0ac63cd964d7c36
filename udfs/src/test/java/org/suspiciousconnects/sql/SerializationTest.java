/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.List;
import org.apache.hadoop.hive.ql.exec.SerializationUtilities;
import org.apache.hadoop.hive.ql.exec.UDF;
import org.apache.hadoop.hive.ql.plan.ExprNodeGenericFuncDesc;
import org.apache.hive.com.esotericsoftware.kryo.Kryo;
import org.apache.hive.com.esotericsoftware.kryo.io.Input;
import org.apache.hive.com.esotericsoftware.kryo.io.Output;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.suspiciousconnects.sql.FunctionCatalog.Example;
import org.suspiciousconnects.sql.FunctionCatalog.Function;

/** Hive ships plans, and Spark functions, through Hive's Kryo. */
class SerializationTest {
  @BeforeAll
  static void start() {
    HiveExpressions.start();
  }

  static List<Function> functions() {
    return FunctionCatalog.all();
  }

  @ParameterizedTest
  @MethodSource("functions")
  void anInstanceSurvivesBeforeAndAfterUse(Function function) throws Exception {
    UDF fresh = SampleCalls.instance(function);
    List<String> expected = SampleCalls.callAll(SampleCalls.instance(function), function);
    assertEquals(expected, SampleCalls.callAll(roundTrip(fresh), function));

    assertEquals(expected, SampleCalls.callAll(fresh, function));
    UDF copy = roundTrip(fresh);
    assertNotSame(fresh, copy);
    assertEquals(expected, SampleCalls.callAll(copy, function));
  }

  @ParameterizedTest
  @MethodSource("functions")
  void aPlanWithTheFunctionSurvives(Function function) throws Exception {
    for (Example example : function.examples()) {
      var plan = (ExprNodeGenericFuncDesc) HiveExpressions.compile(example.sql());
      String shipped = SerializationUtilities.serializeExpression(plan);
      assertEquals(
          example.result(),
          HiveExpressions.evaluate(SerializationUtilities.deserializeExpression(shipped)));
    }
  }

  private static UDF roundTrip(UDF function) {
    Kryo kryo = SerializationUtilities.borrowKryo();
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (Output output = new Output(bytes)) {
        kryo.writeClassAndObject(output, function);
      }
      try (Input input = new Input(new ByteArrayInputStream(bytes.toByteArray()))) {
        return (UDF) kryo.readClassAndObject(input);
      }
    } finally {
      SerializationUtilities.releaseKryo(kryo);
    }
  }
}
