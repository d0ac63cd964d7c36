/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.hive.ql.exec.Description;
import org.apache.hadoop.hive.serde2.objectinspector.ObjectInspectorFactory;
import org.apache.hadoop.hive.serde2.objectinspector.ObjectInspectorFactory.ObjectInspectorOptions;

/** All SQL functions: the classes of this package that carry a {@link Description}. */
final class FunctionCatalog {
  /** Impala has neither arrays as results nor as arguments of Java functions. */
  static final Set<String> NOT_ON_IMPALA = Set.of("sc_vector_to_array");

  private static final String PACKAGE = FunctionCatalog.class.getPackageName();

  private FunctionCatalog() {}

  /** All functions by name. */
  static List<Function> all() {
    try (Stream<Path> files = Files.list(classes())) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(".class") && !file.startsWith("package-info"))
          .map(file -> load(file.substring(0, file.length() - ".class".length())))
          .filter(type -> type.isAnnotationPresent(Description.class))
          .map(Function::new)
          .sorted(Comparator.comparing(Function::name))
          .collect(Collectors.toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The functions that are registered on Impala. */
  static List<Function> onImpala() {
    return all().stream().filter(f -> !NOT_ON_IMPALA.contains(f.name())).toList();
  }

  private static Path classes() {
    try {
      Path root =
          Path.of(VersionUDF.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return root.resolve(PACKAGE.replace('.', '/'));
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Class<?> load(String simpleName) {
    try {
      return Class.forName(PACKAGE + "." + simpleName);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A statement of a description and the line it must give. */
  record Example(String sql, String result) {}

  /** One SQL function. */
  record Function(Class<?> type) {
    private static final String PLACEHOLDER = "_FUNC_";
    private static final String EXAMPLES = "\nExample:\n";
    private static final String STATEMENT = "  > ";

    String name() {
      return description().name();
    }

    /** Such as {@code sc_score(topic_mix STRING, topic_probs STRING)}. */
    String signature() {
      return value()[0];
    }

    /** What it does, one sentence without its full stop. */
    String summary() {
      return value()[1];
    }

    /** The text between the summary and the examples. */
    String details() {
      return extended()[0];
    }

    List<Example> examples() {
      String[] lines = extended()[1].split("\n");
      if (lines.length == 0 || lines.length % 2 != 0) {
        throw new IllegalStateException(name() + ": examples are pairs of lines");
      }
      return Stream.iterate(0, i -> i < lines.length, i -> i + 2)
          .map(i -> example(lines[i], lines[i + 1]))
          .toList();
    }

    /** The public evaluate methods, without those that tools weave in. */
    List<Method> evaluates() {
      return Arrays.stream(type.getMethods())
          .filter(m -> m.getName().equals("evaluate") && !m.isSynthetic())
          .toList();
    }

    /** The SQL type of the result, as Hive derives it from the class. */
    String returnType() {
      return sqlType(evaluates().get(0).getGenericReturnType());
    }

    /** The signature as Hive derives it from the class; names come from the Java parameters. */
    String derivedSignature() {
      return Arrays.stream(evaluates().get(0).getParameters())
          .map(p -> snakeCase(p.getName()) + " " + sqlType(p.getParameterizedType()))
          .collect(Collectors.joining(", ", name() + "(", ")"));
    }

    private Description description() {
      return type.getAnnotation(Description.class);
    }

    private String[] value() {
      return split(description().value(), " - ");
    }

    private String[] extended() {
      return split(description().extended(), EXAMPLES);
    }

    private String[] split(String text, String separator) {
      String[] parts = text.replace(PLACEHOLDER, name()).split(separator);
      if (parts.length != 2) {
        throw new IllegalStateException(
            name() + ": expected one '" + separator.trim() + "' in: " + text);
      }
      return parts;
    }

    private Example example(String statement, String result) {
      if (!statement.startsWith(STATEMENT) || !statement.endsWith(";") || result.isBlank()) {
        throw new IllegalStateException(name() + ": not an example: " + statement);
      }
      return new Example(
          statement.substring(STATEMENT.length(), statement.length() - 1), result.trim());
    }

    private static String sqlType(java.lang.reflect.Type type) {
      return ObjectInspectorFactory.getReflectionObjectInspector(type, ObjectInspectorOptions.JAVA)
          .getTypeName()
          .toUpperCase(java.util.Locale.ROOT);
    }

    private static String snakeCase(String camelCase) {
      return camelCase.replaceAll("([A-Z])", "_$1").toLowerCase(java.util.Locale.ROOT);
    }
  }
}
