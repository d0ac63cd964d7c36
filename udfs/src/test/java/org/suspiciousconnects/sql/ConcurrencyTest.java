/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.hadoop.hive.ql.exec.UDF;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.suspiciousconnects.sql.FunctionCatalog.Function;

class ConcurrencyTest {
  private static final int THREADS = 16;

  static List<Function> functions() {
    return FunctionCatalog.all();
  }

  /** Each thread makes all calls in an order of its own on the one instance. */
  @ParameterizedTest
  @MethodSource("functions")
  void sixteenThreadsGetTheAnswersOfOne(Function function) throws Exception {
    List<Object[]> calls = SampleCalls.of(function);
    List<String> expected = SampleCalls.callAll(SampleCalls.instance(function), function);
    UDF shared = SampleCalls.instance(function);
    CyclicBarrier start = new CyclicBarrier(THREADS);
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<?>> futures = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        List<Integer> order = new ArrayList<>(IntStream.range(0, calls.size()).boxed().toList());
        Collections.shuffle(order, new Random(thread));
        futures.add(
            threads.submit(
                () -> {
                  start.await();
                  for (int i : order) {
                    Object[] arguments = SampleCalls.copy(calls.get(i));
                    assertEquals(expected.get(i), SampleCalls.call(shared, function, arguments));
                  }
                  return null;
                }));
      }
      for (Future<?> future : futures) {
        future.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }
}
