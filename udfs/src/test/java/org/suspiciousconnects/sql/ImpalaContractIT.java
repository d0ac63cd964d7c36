/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.suspiciousconnects.FinishedJar;
import org.suspiciousconnects.sql.FunctionCatalog.Function;

/**
 * Every function that ddl/functions/impala.sql registers keeps Impala's contract in the jar that a
 * cluster gets.
 */
class ImpalaContractIT {
  private static final URLClassLoader LOADER = FinishedJar.built().loader();
  private static final Pattern PROMISE =
      Pattern.compile(
          "NULL if (?:(?:an|the) argument(?: but (?<but>\\w+))?|(?<only>\\w+)) is NULL");

  private static JavaClasses code;

  @BeforeAll
  static void readTheJar() throws IOException {
    try (JarFile jar = new JarFile(FinishedJar.built().path().toFile())) {
      code = new ClassFileImporter().importJar(jar);
    }
  }

  @AfterAll
  static void closeTheJar() throws IOException {
    LOADER.close();
  }

  static List<Function> functions() throws IOException {
    return registered("impala", "SYMBOL='([^']+)'");
  }

  private static List<Function> registered(String engine, String className) throws IOException {
    return Pattern.compile(className)
        .matcher(Files.readString(Path.of("../ddl/functions/" + engine + ".sql")))
        .results()
        .map(match -> new Function(load(match.group(1))))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("functions")
  void isKept(Function function) {
    assertSame(LOADER, function.type().getClassLoader());
    ImpalaCalls calls = new ImpalaCalls(SampleCalls.of(function), nullable(function));
    assertEquals(List.of(), ImpalaContract.violations(function.type(), code, calls));
  }

  @Test
  void theDocumentationSaysWhereNullIsAsGoodAsAValue() throws IOException {
    Map<String, Set<Integer>> places = new TreeMap<>();
    functions().forEach(function -> places.put(function.name(), nullable(function)));
    places.values().removeIf(Set::isEmpty);
    assertEquals(
        Map.ofEntries(
            Map.entry("sc_background", Set.of(1)),
            Map.entry("sc_dns_event_word", all(5)),
            Map.entry("sc_dns_fan_word", all(3)),
            Map.entry("sc_dns_pair_word", all(6)),
            Map.entry("sc_domain_class", Set.of(0, 2)),
            Map.entry("sc_explain_word", Set.of(3)),
            Map.entry("sc_flow_event_word", all(8)),
            Map.entry("sc_flow_fan_word", all(2)),
            Map.entry("sc_flow_pair_word", all(7)),
            Map.entry("sc_flow_service", all(4)),
            Map.entry("sc_profile_probability", all(6)),
            Map.entry("sc_proxy_event_word", all(10)),
            Map.entry("sc_proxy_fan_word", all(3)),
            Map.entry("sc_proxy_pair_word", all(7)),
            Map.entry("sc_proxy_word", Set.of(6)),
            Map.entry("sc_proxy_word_psl", Set.of(7)),
            Map.entry("sc_require", Set.of(0, 1))),
        places);
  }

  @Test
  void theBreachesAreNotInTheJar() {
    assertThrows(
        ClassNotFoundException.class, () -> LOADER.loadClass(ImpalaBreaches.class.getName()));
  }

  @Test
  void onlyFunctionsThatImpalaWouldRefuseAreLeftOut() throws IOException {
    List<Function> left = new ArrayList<>(registered("hive", " AS '([^']+)'"));
    left.removeAll(functions());
    assertEquals(List.of("sc_vector_to_array"), left.stream().map(Function::name).toList());
    assertEquals(
        List.of("result of type java.util.List"), ImpalaShape.violations(left.get(0).type()));
  }

  private static Set<Integer> all(int arguments) {
    return IntStream.range(0, arguments).boxed().collect(Collectors.toSet());
  }

  /** The positions where the documentation does not promise NULL for NULL. */
  private static Set<Integer> nullable(Function function) {
    List<String> names =
        Pattern.compile("(\\w+) [A-Z]+")
            .matcher(function.signature())
            .results()
            .map(match -> match.group(1))
            .toList();
    Matcher promise = PROMISE.matcher(function.details());
    boolean found = promise.find();
    return IntStream.range(0, names.size())
        .filter(
            i ->
                !found
                    || names.get(i).equals(promise.group("but"))
                    || promise.group("only") != null && !names.get(i).equals(promise.group("only")))
        .boxed()
        .collect(Collectors.toSet());
  }

  private static Class<?> load(String name) {
    try {
      return LOADER.loadClass(name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
