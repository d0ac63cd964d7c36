/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.io.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.suspiciousconnects.model.Score;

/** The contract finds what breaks it; that ours keep it is in {@link ImpalaContractIT}. */
class ImpalaContractTest {
  private static final Set<Class<?>> FIXTURES = Set.of(ImpalaBreaches.class.getDeclaredClasses());
  private static final JavaClasses CODE =
      new ClassFileImporter().importClasses(withNested(FIXTURES));
  private static final String FIXTURE = ImpalaBreaches.class.getName() + "$";
  private static final String HIVE = "org.apache.hadoop.hive.serde2.io.";

  private static final ImpalaCalls CALLS =
      new ImpalaCalls(
          List.of(
              new Object[] {new Text("a longer text")},
              new Object[] {new Text("text")},
              new Object[] {new Text("a text that is longer than both")}),
          Set.of());

  private static final String NANO_TIME = "reaches the clock: java.lang.System.nanoTime()";

  static Stream<Arguments> breaches() {
    return Stream.of(
        breach(ImpalaBreaches.NotAFunction.class, "superclass is java.lang.Object"),
        breach(ImpalaBreaches.OwnBase.class, "superclass is " + FIXTURE + "Base"),
        breach(ImpalaBreaches.PrimitiveArgument.class, "argument of type double"),
        breach(ImpalaBreaches.PrimitiveResult.class, "result of type long"),
        breach(ImpalaBreaches.StringArgument.class, "argument of type java.lang.String"),
        breach(ImpalaBreaches.StringResult.class, "result of type java.lang.String"),
        breach(ImpalaBreaches.ByteArrayArgument.class, "argument of type byte[]"),
        breach(
            ImpalaBreaches.HadoopDouble.class,
            "argument of type org.apache.hadoop.io.DoubleWritable"),
        breach(ImpalaBreaches.ListArgument.class, "argument of type java.util.List"),
        breach(ImpalaBreaches.ListResult.class, "result of type java.util.List"),
        breach(ImpalaBreaches.ArrayArgument.class, "argument of type org.apache.hadoop.io.Text[]"),
        breach(
            ImpalaBreaches.Decimal.class,
            "argument of type org.apache.hadoop.hive.common.type.HiveDecimal"),
        breach(
            ImpalaBreaches.DecimalWritable.class,
            "argument of type " + HIVE + "HiveDecimalWritable"),
        breach(ImpalaBreaches.DateArgument.class, "argument of type java.sql.Date"),
        breach(ImpalaBreaches.DateWritable.class, "argument of type " + HIVE + "DateWritableV2"),
        breach(
            ImpalaBreaches.TimestampWritable.class,
            "argument of type " + HIVE + "TimestampWritableV2"),
        breach(ImpalaBreaches.Varchar.class, "argument of type " + HIVE + "HiveVarcharWritable"),
        breach(ImpalaBreaches.Char.class, "argument of type " + HIVE + "HiveCharWritable"),
        breach(ImpalaBreaches.AnyObject.class, "argument of type java.lang.Object"),
        breach(ImpalaBreaches.Varargs.class, "variable arguments"),
        breach(ImpalaBreaches.SameSignature.class, "two overloads with one SQL signature"),
        breach(
            ImpalaBreaches.OurClass.class,
            "public method names our class " + Score.class.getName()),
        breach(
            ImpalaBreaches.OurException.class,
            "public method names our class " + FIXTURE + "OurException$Refused"),
        breach(
            ImpalaBreaches.Configured.class,
            "needs to be public with one public constructor without arguments"),
        breach(
            ImpalaBreaches.NotPublic.class,
            "needs to be public with one public constructor without arguments"),
        breach(ImpalaBreaches.NoEvaluate.class, "no evaluate"),
        breach(ImpalaBreaches.Configures.class, "public method configure"),
        breach(ImpalaBreaches.Closes.class, "public method close"),
        breach(ImpalaBreaches.StaticEvaluate.class, "public method evaluate"),
        breach(ImpalaBreaches.Counts.class, "state in field calls"),
        breach(ImpalaBreaches.SharedState.class, "state in field last"),
        breach(
            ImpalaBreaches.BusyConstructor.class,
            "constructor calls java.util.Objects.requireNonNull(java.lang.Object)"),
        breach(ImpalaBreaches.BusyInitializer.class, "static initializer"),
        breach(
            ImpalaBreaches.ReadsAFile.class,
            "reaches a file: java.io.File.<init>(java.lang.String)",
            "reaches a file: java.io.File.exists()"),
        breach(
            ImpalaBreaches.ReadsAPath.class,
            "reaches a file: java.nio.file.Files.exists(java.nio.file.Path,"
                + " [Ljava.nio.file.LinkOption;)",
            "reaches a file: java.nio.file.Path.isAbsolute()",
            "reaches a file: java.nio.file.Path.of(java.lang.String, [Ljava.lang.String;)"),
        breach(
            ImpalaBreaches.LooksUpAName.class,
            "reaches the network: java.net.InetAddress.getByName(java.lang.String)",
            "reaches the network: java.net.InetAddress.isLoopbackAddress()"),
        breach(
            ImpalaBreaches.StartsAThread.class,
            "reaches a thread: java.lang.Thread.<init>(java.lang.String)",
            "reaches a thread: java.lang.Thread.isAlive()"),
        breach(
            ImpalaBreaches.WorksInParallel.class,
            "reaches a thread: java.util.Collection.parallelStream()"),
        breach(
            ImpalaBreaches.StartsAProcess.class,
            "reaches a process: java.lang.ProcessBuilder.<init>([Ljava.lang.String;)",
            "reaches a process: java.lang.ProcessBuilder.redirectErrorStream()"),
        breach(
            ImpalaBreaches.LoadsAClassByName.class,
            "reaches code by its name: java.lang.Class.forName(java.lang.String)"),
        breach(
            ImpalaBreaches.ReadsTheEnvironment.class,
            "reaches the environment: java.lang.System.getenv(java.lang.String)"),
        breach(
            ImpalaBreaches.ReadsTheClock.class,
            "reaches the clock: java.lang.System.currentTimeMillis()"),
        breach(ImpalaBreaches.ThrowsDice.class, "reaches chance: java.lang.Math.random()"),
        breach(
            ImpalaBreaches.FollowsTheLocale.class,
            "reaches a default of the JVM: java.lang.String.toLowerCase()"),
        breach(ImpalaBreaches.HidesTheClockInALambda.class, NANO_TIME),
        breach(ImpalaBreaches.HidesTheClockInAReference.class, NANO_TIME),
        breach(ImpalaBreaches.HidesTheClockBehindAnInterface.class, NANO_TIME),
        breach(ImpalaBreaches.HidesTheClockFromItsCaller.class, NANO_TIME),
        breach(
            ImpalaBreaches.NullFails.class,
            "NULL as argument 1 gives java.lang.NullPointerException"),
        breach(ImpalaBreaches.NullIsEmpty.class, "NULL as argument 1 gives "),
        breach(
            ImpalaBreaches.GivesTheBufferBack.class,
            "the result a longer text is in the buffer of an argument"),
        breach(ImpalaBreaches.KeepsTheBuffer.class, "a reused buffer gives 13 instead of 4"),
        breach(ImpalaBreaches.ReadsTheWholeBuffer.class, "a reused buffer gives text###"));
  }

  @ParameterizedTest
  @MethodSource("breaches")
  void breachIsFoundByItsRuleAlone(Class<?> type, List<String> expected) {
    List<String> found = ImpalaContract.violations(type, CODE, CALLS);
    assertEquals(expected.size(), found.size(), found::toString);
    for (int i = 0; i < expected.size(); i++) {
      assertTrue(found.get(i).startsWith(expected.get(i)), found.get(i));
    }
  }

  @Test
  void everyBreachIsListed() {
    assertEquals(
        FIXTURES.stream()
            .filter(type -> type != ImpalaBreaches.Base.class)
            .collect(Collectors.toSet()),
        breaches().map(arguments -> arguments.get()[0]).collect(Collectors.toSet()));
  }

  private static Arguments breach(Class<?> type, String... violations) {
    return Arguments.of(type, List.of(violations));
  }

  private static Set<Class<?>> withNested(Set<Class<?>> types) {
    Set<Class<?>> all = new HashSet<>(types);
    types.forEach(type -> all.addAll(Arrays.asList(type.getDeclaredClasses())));
    return all;
  }
}
