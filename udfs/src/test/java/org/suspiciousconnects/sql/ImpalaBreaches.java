/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sql;

import java.io.File;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Date;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.hadoop.hive.common.type.HiveDecimal;
import org.apache.hadoop.hive.ql.exec.UDF;
import org.apache.hadoop.hive.serde2.io.DateWritableV2;
import org.apache.hadoop.hive.serde2.io.HiveCharWritable;
import org.apache.hadoop.hive.serde2.io.HiveDecimalWritable;
import org.apache.hadoop.hive.serde2.io.HiveVarcharWritable;
import org.apache.hadoop.hive.serde2.io.TimestampWritableV2;
import org.apache.hadoop.io.DoubleWritable;
import org.apache.hadoop.io.LongWritable;
import org.apache.hadoop.io.Text;
import org.suspiciousconnects.model.Score;

/** Functions that Impala would refuse or that would answer wrongly there, each for one reason. */
final class ImpalaBreaches {
  private ImpalaBreaches() {}

  public static class NotAFunction {
    public Text evaluate() {
      return null;
    }
  }

  public static class Base extends UDF {}

  public static class OwnBase extends Base {
    public Text evaluate() {
      return null;
    }
  }

  public static class PrimitiveArgument extends UDF {
    public Text evaluate(double value) {
      return null;
    }
  }

  public static class PrimitiveResult extends UDF {
    public long evaluate() {
      return 1;
    }
  }

  public static class StringArgument extends UDF {
    public Text evaluate(String value) {
      return null;
    }
  }

  public static class StringResult extends UDF {
    public String evaluate() {
      return null;
    }
  }

  public static class ByteArrayArgument extends UDF {
    public Text evaluate(byte[] value) {
      return null;
    }
  }

  public static class HadoopDouble extends UDF {
    public Text evaluate(DoubleWritable value) {
      return null;
    }
  }

  public static class ListArgument extends UDF {
    public Text evaluate(List<Text> value) {
      return null;
    }
  }

  public static class ListResult extends UDF {
    public List<Text> evaluate() {
      return null;
    }
  }

  public static class ArrayArgument extends UDF {
    public Text evaluate(Text[] value) {
      return null;
    }
  }

  public static class Decimal extends UDF {
    public Text evaluate(HiveDecimal value) {
      return null;
    }
  }

  public static class DecimalWritable extends UDF {
    public Text evaluate(HiveDecimalWritable value) {
      return null;
    }
  }

  public static class DateArgument extends UDF {
    public Text evaluate(Date value) {
      return null;
    }
  }

  public static class DateWritable extends UDF {
    public Text evaluate(DateWritableV2 value) {
      return null;
    }
  }

  public static class TimestampWritable extends UDF {
    public Text evaluate(TimestampWritableV2 value) {
      return null;
    }
  }

  public static class Varchar extends UDF {
    public Text evaluate(HiveVarcharWritable value) {
      return null;
    }
  }

  public static class Char extends UDF {
    public Text evaluate(HiveCharWritable value) {
      return null;
    }
  }

  public static class AnyObject extends UDF {
    public Text evaluate(Object value) {
      return null;
    }
  }

  public static class Varargs extends UDF {
    public Text evaluate(Text... texts) {
      return null;
    }
  }

  public static class SameSignature extends UDF {
    public Text evaluate(Long number) {
      return null;
    }

    public Text evaluate(LongWritable number) {
      return null;
    }
  }

  public static class OurClass extends UDF {
    public Text evaluate(Score value) {
      return null;
    }
  }

  public static class OurException extends UDF {
    public Text evaluate() throws Refused {
      return null;
    }

    static class Refused extends Exception {}
  }

  public static class Configured extends UDF {
    public Configured(String how) {}

    public Text evaluate() {
      return null;
    }
  }

  static class NotPublic extends UDF {
    public Text evaluate() {
      return null;
    }
  }

  public static class BusyConstructor extends UDF {
    public BusyConstructor() {
      Objects.requireNonNull("");
    }

    public Text evaluate() {
      return null;
    }
  }

  public static class BusyInitializer extends UDF {
    static {
      Objects.requireNonNull(BusyInitializer.class);
    }

    public Text evaluate() {
      return null;
    }
  }

  public static class NoEvaluate extends UDF {}

  public static class Configures extends UDF {
    public Text evaluate() {
      return null;
    }

    public void configure() {}
  }

  public static class Closes extends UDF {
    public Text evaluate() {
      return null;
    }

    public void close() {}
  }

  public static class StaticEvaluate extends UDF {
    public Text evaluate() {
      return null;
    }

    public static Text evaluate(Text text) {
      return text;
    }
  }

  public static class Counts extends UDF {
    private int calls;

    public Integer evaluate() {
      return ++calls;
    }
  }

  public static class SharedState extends UDF {
    private static Text last;

    public Text evaluate(Text text) {
      last = text;
      return null;
    }
  }

  public static class NullFails extends UDF {
    public Integer evaluate(Text text) {
      return text.getLength();
    }
  }

  public static class NullIsEmpty extends UDF {
    public Text evaluate(Text text) {
      return new Text(text == null ? "" : text.toString());
    }
  }

  public static class GivesTheBufferBack extends UDF {
    public Text evaluate(Text text) {
      return text;
    }
  }

  public static class KeepsTheBuffer extends UDF {
    private transient volatile Text key;
    private transient volatile Integer length;

    public Integer evaluate(Text text) {
      if (text != null && !text.equals(key)) {
        key = text;
        length = text.getLength();
      }
      return text == null ? null : length;
    }
  }

  public static class ReadsTheWholeBuffer extends UDF {
    public Text evaluate(Text text) {
      return text == null ? null : new Text(new String(text.getBytes(), StandardCharsets.UTF_8));
    }
  }

  public static class ReadsAFile extends UDF {
    public Boolean evaluate() {
      return new File("/etc/passwd").exists();
    }
  }

  public static class ReadsAPath extends UDF {
    public Boolean evaluate() {
      return Path.of("/etc/passwd").isAbsolute() && Files.exists(Path.of("/etc/passwd"));
    }
  }

  public static class LooksUpAName extends UDF {
    public Boolean evaluate() throws UnknownHostException {
      return InetAddress.getByName("example.com").isLoopbackAddress();
    }
  }

  public static class StartsAThread extends UDF {
    public Boolean evaluate() {
      return new Thread("other").isAlive();
    }
  }

  public static class WorksInParallel extends UDF {
    public Boolean evaluate() {
      return Arrays.asList(1, 2).parallelStream().allMatch(n -> n > 0);
    }
  }

  public static class StartsAProcess extends UDF {
    public Boolean evaluate() {
      return new ProcessBuilder("true").redirectErrorStream();
    }
  }

  public static class LoadsAClassByName extends UDF {
    public Boolean evaluate() throws ClassNotFoundException {
      return Class.forName("java.lang.Thread") == null;
    }
  }

  public static class ReadsTheEnvironment extends UDF {
    public Boolean evaluate() {
      return System.getenv("HOME") == null;
    }
  }

  public static class ReadsTheClock extends UDF {
    public Long evaluate() {
      return System.currentTimeMillis();
    }
  }

  public static class ThrowsDice extends UDF {
    public Double evaluate() {
      return Math.random();
    }
  }

  public static class FollowsTheLocale extends UDF {
    public Text evaluate() {
      return new Text("I".toLowerCase());
    }
  }

  public static class HidesTheClockInALambda extends UDF {
    public Long evaluate() {
      Supplier<Long> clock = () -> System.nanoTime();
      return clock.get();
    }
  }

  public static class HidesTheClockInAReference extends UDF {
    public Long evaluate() {
      Supplier<Long> clock = System::nanoTime;
      return clock.get();
    }
  }

  public static class HidesTheClockBehindAnInterface extends UDF {
    public Long evaluate() {
      return new Clock().get();
    }

    static class Clock implements Supplier<Long> {
      @Override
      public Long get() {
        return System.nanoTime();
      }
    }
  }

  public static class HidesTheClockFromItsCaller extends UDF {
    public Boolean evaluate() {
      return Arrays.asList(1, 2).removeIf(new Late());
    }

    static class Late implements Predicate<Integer> {
      @Override
      public boolean test(Integer number) {
        return System.nanoTime() > number;
      }
    }
  }
}
