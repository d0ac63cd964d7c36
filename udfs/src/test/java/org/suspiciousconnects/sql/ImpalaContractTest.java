/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.hadoop.hive.ql.exec.UDF;
import org.apache.hadoop.io.DoubleWritable;
import org.apache.hadoop.io.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.suspiciousconnects.model.Score;
import org.suspiciousconnects.sql.FunctionCatalog.Function;

class ImpalaContractTest {
  static List<Function> functions() {
    return FunctionCatalog.onImpala();
  }

  @ParameterizedTest
  @MethodSource("functions")
  void isKept(Function function) {
    assertEquals(List.of(), ImpalaContract.violations(function.type()));
  }

  /** Impala constructs a function in each of its scanner threads. */
  @ParameterizedTest
  @MethodSource("functions")
  void constructorsAreTrivial(Function function) {
    JavaClass type = new ClassFileImporter().importClass(function.type());
    type.getConstructors().stream()
        .flatMap(constructor -> constructor.getCallsFromSelf().stream())
        .map(call -> call.getTarget().getFullName())
        .forEach(
            target ->
                assertTrue(
                    Set.of(UDF.class.getName() + ".<init>()", "java.util.Collections.emptyMap()")
                        .contains(target),
                    target));
  }

  @Test
  void onlyFunctionsThatImpalaWouldRefuseAreLeftOut() {
    assertEquals(Set.of("sc_vector_to_array"), FunctionCatalog.NOT_ON_IMPALA);
    Function array =
        FunctionCatalog.all().stream()
            .filter(function -> FunctionCatalog.NOT_ON_IMPALA.contains(function.name()))
            .findFirst()
            .orElseThrow();
    assertEquals(List.of("type java.util.List"), ImpalaContract.violations(array.type()));
  }

  static Stream<Arguments> breaches() {
    return Stream.of(
        Arguments.of(NotAFunction.class, "superclass is java.lang.Object"),
        Arguments.of(Primitive.class, "type double"),
        Arguments.of(WrongWritable.class, "type org.apache.hadoop.io.DoubleWritable"),
        Arguments.of(PlainString.class, "type java.lang.String"),
        Arguments.of(Varargs.class, "variable arguments"),
        Arguments.of(SameSignature.class, "two overloads with one SQL signature"),
        Arguments.of(OurClass.class, "public method names our class " + Score.class.getName()),
        Arguments.of(OtherMethod.class, "public method close"),
        Arguments.of(State.class, "state in field calls"),
        Arguments.of(SharedState.class, "state in field CACHE"),
        Arguments.of(
            Configured.class, "needs to be public with one public constructor without arguments"),
        Arguments.of(NoEvaluate.class, "no evaluate"));
  }

  @ParameterizedTest
  @MethodSource("breaches")
  void breachesAreFound(Class<?> type, String violation) {
    assertTrue(
        ImpalaContract.violations(type).contains(violation),
        () -> ImpalaContract.violations(type).toString());
  }

  public static class NotAFunction {
    public Text evaluate() {
      return null;
    }
  }

  public static class Primitive extends UDF {
    public Double evaluate(double x) {
      return x;
    }
  }

  public static class WrongWritable extends UDF {
    public DoubleWritable evaluate() {
      return null;
    }
  }

  public static class PlainString extends UDF {
    public Text evaluate(String text) {
      return new Text(text);
    }
  }

  public static class Varargs extends UDF {
    public Text evaluate(Text... texts) {
      return texts[0];
    }
  }

  public static class SameSignature extends UDF {
    public Text evaluate(Long number) {
      return null;
    }

    public Text evaluate(org.apache.hadoop.io.LongWritable number) {
      return null;
    }
  }

  public static class OurClass extends UDF {
    public Text evaluate(Score score) {
      return null;
    }
  }

  public static class OtherMethod extends UDF {
    public Text evaluate() {
      return null;
    }

    public void close() {}
  }

  public static class State extends UDF {
    private int calls;

    public Integer evaluate() {
      return ++calls;
    }
  }

  public static class SharedState extends UDF {
    private static final List<Text> CACHE = List.of();

    public Text evaluate() {
      return CACHE.get(0);
    }
  }

  public static class Configured extends UDF {
    public Configured(String how) {}

    public Text evaluate() {
      return null;
    }
  }

  public static class NoEvaluate extends UDF {}
}
