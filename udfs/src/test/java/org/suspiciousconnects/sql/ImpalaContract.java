/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sql;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.hadoop.hive.ql.exec.UDF;
import org.apache.hadoop.hive.serde2.io.ByteWritable;
import org.apache.hadoop.hive.serde2.io.DoubleWritable;
import org.apache.hadoop.hive.serde2.io.ShortWritable;
import org.apache.hadoop.io.BooleanWritable;
import org.apache.hadoop.io.BytesWritable;
import org.apache.hadoop.io.FloatWritable;
import org.apache.hadoop.io.IntWritable;
import org.apache.hadoop.io.LongWritable;
import org.apache.hadoop.io.Text;

/** What Impala 4 demands of a Java function, and what our rules add to it. */
final class ImpalaContract {
  private static final String OURS = "org.suspiciousconnects.";

  /** String and BytesWritable are allowed by Impala but wrong for text: see Text in the rules. */
  private static final Map<Class<?>, String> TYPES =
      Map.ofEntries(
          Map.entry(Boolean.class, "BOOLEAN"),
          Map.entry(BooleanWritable.class, "BOOLEAN"),
          Map.entry(Byte.class, "TINYINT"),
          Map.entry(ByteWritable.class, "TINYINT"),
          Map.entry(Short.class, "SMALLINT"),
          Map.entry(ShortWritable.class, "SMALLINT"),
          Map.entry(Integer.class, "INT"),
          Map.entry(IntWritable.class, "INT"),
          Map.entry(Long.class, "BIGINT"),
          Map.entry(LongWritable.class, "BIGINT"),
          Map.entry(Float.class, "FLOAT"),
          Map.entry(FloatWritable.class, "FLOAT"),
          Map.entry(Double.class, "DOUBLE"),
          Map.entry(DoubleWritable.class, "DOUBLE"),
          Map.entry(Text.class, "STRING"),
          Map.entry(BytesWritable.class, "STRING"));

  private ImpalaContract() {}

  /** One line for each rule broken; members that tools weave in are not looked at. */
  static List<String> violations(Class<?> type) {
    List<String> found = new ArrayList<>();
    if (type.getSuperclass() != UDF.class) {
      found.add("superclass is " + type.getSuperclass().getName());
    }
    checkConstructors(type, found);
    checkMethods(type, found);
    checkFields(type, found);
    return found;
  }

  private static void checkConstructors(Class<?> type, List<String> found) {
    Constructor<?>[] constructors = type.getDeclaredConstructors();
    if (!Modifier.isPublic(type.getModifiers())
        || constructors.length != 1
        || constructors[0].getParameterCount() != 0
        || !Modifier.isPublic(constructors[0].getModifiers())) {
      found.add("needs to be public with one public constructor without arguments");
    }
  }

  private static void checkMethods(Class<?> type, List<String> found) {
    Set<List<String>> signatures = new HashSet<>();
    for (Method method : type.getDeclaredMethods()) {
      if (!Modifier.isPublic(method.getModifiers()) || method.isSynthetic()) {
        continue;
      }
      if (!method.getName().equals("evaluate") || Modifier.isStatic(method.getModifiers())) {
        found.add("public method " + method.getName());
      }
      if (method.isVarArgs()) {
        found.add("variable arguments");
      }
      Stream.concat(Stream.of(method.getReturnType()), Arrays.stream(method.getParameterTypes()))
          .forEach(used -> checkType(used, found));
      if (!signatures.add(
          Arrays.stream(method.getParameterTypes())
              .map(p -> TYPES.getOrDefault(p, "?"))
              .toList())) {
        found.add("two overloads with one SQL signature");
      }
    }
    if (signatures.isEmpty()) {
      found.add("no evaluate");
    }
  }

  private static void checkType(Class<?> used, List<String> found) {
    if (!TYPES.containsKey(used)) {
      found.add("type " + used.getName());
    }
    if (used.getName().startsWith(OURS)) {
      found.add("public method names our class " + used.getName());
    }
  }

  private static void checkFields(Class<?> type, List<String> found) {
    for (Field field : type.getDeclaredFields()) {
      if (field.isSynthetic()) {
        continue;
      }
      int modifiers = field.getModifiers();
      boolean constant =
          Modifier.isStatic(modifiers)
              && Modifier.isFinal(modifiers)
              && (field.getType().isPrimitive() || field.getType() == String.class);
      boolean snapshot =
          !Modifier.isStatic(modifiers)
              && Modifier.isTransient(modifiers)
              && Modifier.isVolatile(modifiers);
      if (!constant && !snapshot) {
        found.add("state in field " + field.getName());
      }
    }
  }
}
