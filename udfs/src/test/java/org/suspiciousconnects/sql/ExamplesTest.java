/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.suspiciousconnects.sql.FunctionCatalog.Example;

/** Every example of every description gives the result it shows. */
class ExamplesTest {
  @BeforeAll
  static void start() {
    HiveExpressions.start();
  }

  static Stream<Example> examples() {
    return FunctionCatalog.all().stream().flatMap(function -> function.examples().stream());
  }

  @ParameterizedTest
  @MethodSource("examples")
  void givesWhatItShows(Example example) throws Exception {
    assertEquals(example.result(), HiveExpressions.evaluate(example.sql()));
  }
}
