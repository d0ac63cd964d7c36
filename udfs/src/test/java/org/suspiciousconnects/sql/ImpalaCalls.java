/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sql;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.hadoop.io.Text;

/**
 * The rules about answers: what a function gives for NULL, and that it keeps none of the buffers in
 * which Impala hands it its arguments.
 *
 * @param arguments calls of the function
 * @param nullable the positions, from 0, where NULL gives something else by the function's
 *     documentation
 */
record ImpalaCalls(List<Object[]> arguments, Set<Integer> nullable) {
  private static final byte[] OVERWRITTEN = "#".repeat(99).getBytes(StandardCharsets.UTF_8);

  /** One line for each rule broken. */
  List<String> violations(Class<?> type) {
    List<String> found = new ArrayList<>();
    nullGivesNull(type, found);
    buffersAreNotKept(type, found);
    return found;
  }

  private void nullGivesNull(Class<?> type, List<String> found) {
    for (Object[] call : arguments) {
      for (int i = 0; i < call.length; i++) {
        Object[] withNull = call.clone();
        withNull[i] = null;
        Answer answer = call(instance(type), withNull);
        boolean kept =
            nullable.contains(i)
                ? !(answer.error() instanceof NullPointerException)
                : answer.error() == null && answer.result() == null;
        if (!kept) {
          found.add("NULL as argument %d gives %s".formatted(i + 1, answer));
          return;
        }
      }
    }
  }

  private void buffersAreNotKept(Class<?> type, List<String> found) {
    Object shared = instance(type);
    int width = arguments.stream().mapToInt(call -> call.length).max().orElse(0);
    Text[] buffers = Stream.generate(Text::new).limit(width).toArray(Text[]::new);
    for (Object[] call : arguments) {
      String expected = call(instance(type), copies(call)).toString();
      Answer answer = call(shared, filled(buffers, call));
      if (!answer.toString().equals(expected)) {
        found.add("a reused buffer gives %s instead of %s".formatted(answer, expected));
        return;
      }
      Arrays.stream(buffers).forEach(buffer -> buffer.set(OVERWRITTEN));
      if (!answer.toString().equals(expected)) {
        found.add("the result %s is in the buffer of an argument".formatted(expected));
        return;
      }
    }
  }

  private static Object[] filled(Text[] buffers, Object[] call) {
    return IntStream.range(0, call.length)
        .mapToObj(
            i -> {
              if (call[i] instanceof Text text) {
                buffers[i].set(text);
                return buffers[i];
              }
              return call[i];
            })
        .toArray();
  }

  /** Without a byte more than the text has. */
  private static Object[] copies(Object[] call) {
    return Arrays.stream(call)
        .map(value -> value instanceof Text text ? new Text(text.copyBytes()) : value)
        .toArray();
  }

  private static Object instance(Class<?> type) {
    try {
      return type.getConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Answer call(Object instance, Object[] arguments) {
    Method evaluate =
        Arrays.stream(instance.getClass().getMethods())
            .filter(m -> m.getName().equals("evaluate") && !m.isSynthetic())
            .filter(m -> m.getParameterCount() == arguments.length)
            .findFirst()
            .orElseThrow();
    try {
      return new Answer(evaluate.invoke(instance, arguments), null);
    } catch (InvocationTargetException e) {
      return new Answer(null, e.getCause());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private record Answer(Object result, Throwable error) {
    @Override
    public String toString() {
      return String.valueOf(error == null ? result : error);
    }
  }
}
