/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sql;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.hadoop.hive.ql.exec.UDF;
import org.apache.hadoop.io.Text;
import org.suspiciousconnects.model.VectorCodec;
import org.suspiciousconnects.sql.FunctionCatalog.Function;

/** Mixed arguments for each function: good, bad, null. */
final class SampleCalls {
  private static final int CALLS = 600;

  private SampleCalls() {}

  static List<Object[]> of(Function function) {
    Random random = new Random(20160708);
    List<Object[]> calls = new ArrayList<>();
    for (int i = 0; i < CALLS; i++) {
      calls.add(
          switch (function.name()) {
            case "sc_flow_src_word", "sc_flow_dst_word" -> flow(random);
            case "sc_score" -> new Object[] {vector(random), vector(random)};
            case "sc_vector_to_array" -> new Object[] {vector(random)};
            case "sc_ip_in_cidr" -> new Object[] {ip(random), cidr(random)};
            case "sc_require" ->
                new Object[] {random.nextBoolean(), new Text("message " + random.nextInt())};
            case "sc_version" -> new Object[0];
            default -> throw new IllegalArgumentException("add calls of " + function.name());
          });
    }
    return calls;
  }

  /** The result as text, or the exception's class and message. */
  static String call(UDF instance, Function function, Object[] arguments)
      throws IllegalAccessException {
    Method evaluate = function.evaluates().get(0);
    try {
      return String.valueOf(evaluate.invoke(instance, arguments));
    } catch (InvocationTargetException e) {
      return e.getCause().toString();
    }
  }

  static List<String> callAll(UDF instance, Function function) throws IllegalAccessException {
    List<String> results = new ArrayList<>();
    for (Object[] arguments : of(function)) {
      results.add(call(instance, function, arguments));
    }
    return results;
  }

  static UDF instance(Function function) throws ReflectiveOperationException {
    return (UDF) function.type().getConstructor().newInstance();
  }

  private static Object[] flow(Random random) {
    return new Object[] {
      random.nextInt(25),
      random.nextInt(66000),
      random.nextInt(2000),
      random.nextInt(20) == 0 ? null : new Text("proto" + random.nextInt(9)),
      random.nextLong() >>> random.nextInt(64),
      (long) random.nextInt()
    };
  }

  private static Text vector(Random random) {
    double[] vector = random.doubles(random.nextInt(20) == 0 ? 19 : 20).toArray();
    String text = VectorCodec.encode(vector);
    return new Text(random.nextInt(20) == 0 ? text.substring(random.nextInt(9)) : text);
  }

  private static Text ip(Random random) {
    int[] part = random.ints(3, 0, 260).toArray();
    String ip = "10." + part[0] + "." + part[1] + "." + part[2];
    return new Text(random.nextBoolean() ? "::ffff:" + ip : ip);
  }

  private static Text cidr(Random random) {
    return new Text("10." + random.nextInt(256) + ".0.0/" + (1 + random.nextInt(33)));
  }

  /** Arguments whose texts are copies, as each thread of an engine has its own buffers. */
  static Object[] copy(Object[] arguments) {
    return Arrays.stream(arguments).map(a -> a instanceof Text text ? new Text(text) : a).toArray();
  }
}
