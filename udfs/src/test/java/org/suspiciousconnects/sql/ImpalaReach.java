/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sql;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaConstructor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The rules about what a function does, as its bytecode shows: everything that its constructor and
 * its methods may call, in relocated libraries too.
 */
final class ImpalaReach {
  private static final String IP_LIBRARY = "org.suspiciousconnects.shaded.inet.ipaddr.";

  /** A trivial constructor calls nothing else but its superclass's. */
  private static final Set<String> TRIVIAL = Set.of("java.util.Collections.emptyMap()");

  /**
   * Branches of the address library for what Cidr does not take: the empty address and those with a
   * zone.
   */
  private static final Set<String> NEVER_CALLED =
      Set.of(
          IP_LIBRARY + "format.validate.IPAddressProvider$LoopbackCreator.createAddresses()",
          IP_LIBRARY + "ipv6.IPv6Address$IPv6Zone.getName()");

  /** What a function must not call, by the owner, name and parameters of the target. */
  private static final Map<String, Pattern> FORBIDDEN =
      Map.of(
          "a file",
          Pattern.compile(
              "java\\.io\\.(File|RandomAccessFile)\\w*\\..*|java\\.nio\\.(file|channels)\\..*"),
          "the network",
          Pattern.compile("java\\.net\\.(?!IDN\\.).*|javax\\.net\\..*"),
          "a thread",
          Pattern.compile(
              "java\\.lang\\.(Thread|ThreadGroup)\\..*|java\\.util\\.Timer\\w*\\..*"
                  + "|java\\.util\\.concurrent\\.\\w*(Execut|Future|ForkJoin|Task|Thread)\\w*\\..*"
                  + "|.*\\.(parallel|parallelStream)\\(\\)"),
          "code by its name",
          Pattern.compile(
              "java\\.lang\\.(Class\\.forName|ClassLoader\\.loadClass|reflect\\.Method\\.invoke)\\(.*"
                  + "|java\\.util\\.ServiceLoader\\..*"),
          "a process",
          Pattern.compile(
              "java\\.lang\\.(ProcessBuilder|Runtime)\\..*"
                  + "|java\\.lang\\.System\\.(exit|load|loadLibrary)\\(.*"),
          "the environment",
          Pattern.compile("java\\.lang\\.System\\.(getenv|\\w*Propert\\w*)\\(.*"),
          "the clock",
          Pattern.compile(
              "java\\.lang\\.System\\.(currentTimeMillis|nanoTime)\\(.*"
                  + "|java\\.time\\.(\\w+\\.now\\(.*|\\w*Clock\\w*\\..*)"
                  + "|java\\.util\\.(Date\\.<init>\\(\\)|Calendar\\.getInstance\\(.*)"),
          "chance",
          Pattern.compile(
              "java\\.(util|security)\\.\\w*Random\\..*|java\\.util\\.concurrent\\.ThreadLocalRandom\\..*"
                  + "|java\\.lang\\.Math\\.random\\(\\)|java\\.util\\.UUID\\.randomUUID\\(\\)"),
          "a default of the JVM",
          Pattern.compile(
              ".*\\.getDefault\\(.*|java\\.time\\.ZoneId\\.systemDefault\\(\\)"
                  + "|java\\.nio\\.charset\\.Charset\\.defaultCharset\\(\\)"
                  + "|java\\.lang\\.String\\.(toLowerCase|toUpperCase|getBytes)\\(\\)"
                  + "|java\\.lang\\.String\\.<init>\\(\\[B(, int, int)?\\)"
                  + "|java\\.lang\\.String\\.format\\(java\\.lang\\.String, .*"));

  private ImpalaReach() {}

  /** One line for each rule broken. */
  static List<String> violations(JavaClass type, JavaClasses code) {
    List<String> found = new ArrayList<>();
    constructorIsTrivial(type, found);
    if (type.getStaticInitializer().isPresent()) {
      found.add("static initializer");
    }
    List<JavaCodeUnit> entries = new ArrayList<>(type.getMethods());
    entries.addAll(type.getConstructors());
    Reachable reachable = new Reachable(code, NEVER_CALLED);
    reachable.from(entries);
    reachable
        .outside()
        .forEach(
            (target, caller) ->
                FORBIDDEN.forEach(
                    (what, pattern) -> {
                      if (pattern.matcher(target).matches()) {
                        found.add("reaches " + what + ": " + target + " in " + caller);
                      }
                    }));
    return found;
  }

  /** Impala constructs a function in each of its scanner threads. */
  private static void constructorIsTrivial(JavaClass type, List<String> found) {
    String superConstructor =
        type.getRawSuperclass().map(JavaClass::getName).orElseThrow() + ".<init>()";
    for (JavaConstructor constructor : type.getConstructors()) {
      constructor.getCallsFromSelf().stream()
          .map(call -> call.getTarget().getFullName())
          .filter(target -> !TRIVIAL.contains(target) && !target.equals(superConstructor))
          .forEach(target -> found.add("constructor calls " + target));
    }
  }
}
