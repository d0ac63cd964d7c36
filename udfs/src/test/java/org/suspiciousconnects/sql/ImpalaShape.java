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
import java.util.List;
import java.util.Map;
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

/**
 * The rules that a class shows by its members: what Impala finds by reflection when the function is
 * created. Members that tools weave in are not looked at.
 */
final class ImpalaShape {
  private static final String OURS = "org.suspiciousconnects.";

  /**
   * Every type that may be an argument or a result, and its SQL type. Impala also takes String,
   * byte[] and primitives; String depends on the JVM's charset, a primitive can't be NULL.
   */
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

  private ImpalaShape() {}

  /** One line for each rule broken. */
  static List<String> violations(Class<?> type) {
    List<String> found = new ArrayList<>();
    baseClass(type, found);
    onePublicConstructor(type, found);
    onlyEvaluateIsPublic(type, found);
    evaluates(type).forEach(evaluate -> signature(evaluate, found));
    noTwoOverloadsAreOneInSql(type, found);
    publicMethods(type).forEach(method -> namesNoOtherClassOfTheJar(type, method, found));
    noState(type, found);
    return found.stream().distinct().toList();
  }

  /** UDF itself: so nothing public is inherited from a class of ours. */
  private static void baseClass(Class<?> type, List<String> found) {
    if (type.getSuperclass() != UDF.class) {
      found.add("superclass is " + type.getSuperclass().getName());
    }
  }

  private static void onePublicConstructor(Class<?> type, List<String> found) {
    Constructor<?>[] constructors = type.getDeclaredConstructors();
    if (!Modifier.isPublic(type.getModifiers())
        || constructors.length != 1
        || constructors[0].getParameterCount() != 0
        || !Modifier.isPublic(constructors[0].getModifiers())) {
      found.add("needs to be public with one public constructor without arguments");
    }
  }

  /** Impala calls no configure, initialize or close; what it does not call must not be needed. */
  private static void onlyEvaluateIsPublic(Class<?> type, List<String> found) {
    publicMethods(type)
        .filter(method -> !isEvaluate(method))
        .forEach(method -> found.add("public method " + method.getName()));
    if (evaluates(type).findAny().isEmpty()) {
      found.add("no evaluate");
    }
  }

  private static void signature(Method evaluate, List<String> found) {
    if (evaluate.isVarArgs()) {
      found.add("variable arguments");
      return;
    }
    for (Class<?> parameter : evaluate.getParameterTypes()) {
      if (!TYPES.containsKey(parameter) && !isOurs(parameter)) {
        found.add("argument of type " + parameter.getTypeName());
      }
    }
    Class<?> result = evaluate.getReturnType();
    if (!TYPES.containsKey(result) && !isOurs(result)) {
      found.add("result of type " + result.getTypeName());
    }
  }

  private static void noTwoOverloadsAreOneInSql(Class<?> type, List<String> found) {
    List<List<String>> signatures =
        evaluates(type)
            .map(method -> Stream.of(method.getParameterTypes()).map(ImpalaShape::sqlType).toList())
            .toList();
    if (signatures.stream().distinct().count() < signatures.size()) {
      found.add("two overloads with one SQL signature");
    }
  }

  /** Impala looks at every public method, without the other classes of the jar. */
  private static void namesNoOtherClassOfTheJar(Class<?> type, Method method, List<String> found) {
    Stream.of(
            Stream.of(method.getReturnType()),
            Arrays.stream(method.getParameterTypes()),
            Arrays.stream(method.getExceptionTypes()))
        .flatMap(types -> types)
        .filter(used -> used != type && isOurs(used))
        .forEach(used -> found.add("public method names our class " + used.getName()));
  }

  /** A snapshot that is only ever replaced as a whole is not state; other fields are. */
  private static void noState(Class<?> type, List<String> found) {
    for (Field field : type.getDeclaredFields()) {
      int modifiers = field.getModifiers();
      boolean constant =
          Modifier.isStatic(modifiers)
              && Modifier.isFinal(modifiers)
              && (field.getType().isPrimitive() || field.getType() == String.class);
      boolean snapshot =
          !Modifier.isStatic(modifiers)
              && Modifier.isTransient(modifiers)
              && Modifier.isVolatile(modifiers);
      if (!constant && !snapshot && !field.isSynthetic()) {
        found.add("state in field " + field.getName());
      }
    }
  }

  private static Stream<Method> publicMethods(Class<?> type) {
    return Arrays.stream(type.getMethods())
        .filter(method -> isOurs(method.getDeclaringClass()) && !method.isSynthetic());
  }

  private static Stream<Method> evaluates(Class<?> type) {
    return publicMethods(type).filter(ImpalaShape::isEvaluate);
  }

  private static boolean isEvaluate(Method method) {
    return method.getName().equals("evaluate") && !Modifier.isStatic(method.getModifiers());
  }

  private static boolean isOurs(Class<?> type) {
    Class<?> element = type.isArray() ? type.getComponentType() : type;
    return element.getName().startsWith(OURS);
  }

  private static String sqlType(Class<?> type) {
    return TYPES.getOrDefault(type, type.getName());
  }
}
