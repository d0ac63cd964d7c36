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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.hive.ql.exec.UDF;
import org.apache.hadoop.io.Text;
import org.suspiciousconnects.model.VectorCodec;
import org.suspiciousconnects.sql.FunctionCatalog.Function;

/** Mixed arguments for each function: good, bad, null. */
final class SampleCalls {
  private static final int CALLS = 600;
  private static final String[] LABELS = {
    "www", "Data", "büro", "a1b2", "intel", "", "co", "com", "uk", "info", "xn--p1ai", "ck", "10"
  };

  private SampleCalls() {}

  static List<Object[]> of(Function function) {
    Random random = new Random(20160708);
    List<Object[]> calls = new ArrayList<>();
    for (int i = 0; i < CALLS; i++) {
      calls.add(
          switch (function.name()) {
            case "sc_flow_src_word", "sc_flow_dst_word" -> flow(random);
            case "sc_flow_service" ->
                new Object[] {port(random), port(random), count(random), count(random)};
            case "sc_flow_event_word" -> flowEvent(random);
            case "sc_flow_pair_word" -> flowPair(random);
            case "sc_flow_fan_word" -> counts(random, 2);
            case "sc_dns_event_word" -> dnsEvent(random);
            case "sc_dns_pair_word" -> dnsPair(random);
            case "sc_dns_fan_word" -> numbers(random, random.nextInt(3), 2);
            case "sc_proxy_event_word" -> proxyEvent(random);
            case "sc_proxy_pair_word" -> numbers(random, host(random), 6);
            case "sc_proxy_fan_word" -> counts(random, 3);
            case "sc_word_view" -> new Object[] {profileWord(random)};
            case "sc_word_prefix", "sc_word_field", "sc_word_position" ->
                new Object[] {profileWord(random), random.nextInt(12) - 1};
            case "sc_background" -> new Object[] {parts(random), count(random)};
            case "sc_profile_probability" -> probability(random);
            case "sc_count_tail" ->
                new Object[] {count(random), random.nextInt(9) == 0 ? -1.0 : random.nextDouble()};
            case "sc_score", "sc_best_topic" -> new Object[] {vector(random), vector(random)};
            case "sc_surprisal_bits", "sc_float_position" ->
                new Object[] {random.nextInt(9) == 0 ? Double.NaN : random.nextDouble()};
            case "sc_float_at" -> new Object[] {count(random)};
            case "sc_dns_class" ->
                new Object[] {new Text("0x" + Integer.toHexString(random.nextInt(1 << 20)))};
            case "sc_dns_word" -> dns(random, new Text("Jul 8 2016 " + time(random)));
            case "sc_dns_word_psl" -> dns(random, random.nextLong() >> random.nextInt(64));
            case "sc_proxy_word" -> proxy(random, host(random), time(random));
            case "sc_proxy_word_psl" ->
                proxy(
                    random, new Text("2016-07-" + random.nextInt(34)), time(random), host(random));
            case "sc_domain",
                "sc_subdomain",
                "sc_registered_domain",
                "sc_host_name",
                "sc_label_count",
                "sc_subdomain_length" ->
                new Object[] {host(random)};
            case "sc_domain_class" ->
                new Object[] {label(random), random.nextBoolean(), label(random)};
            case "sc_entropy" -> new Object[] {noise(random)};
            case "sc_explain_word" -> explanation(random);
            case "sc_vector_to_array" -> new Object[] {vector(random)};
            case "sc_ip_in_cidr" -> new Object[] {ip(random), cidr(random)};
            case "sc_ip_network" -> new Object[] {ip(random), random.nextInt(36) - 1};
            case "sc_cidr" -> new Object[] {random.nextInt(20) == 0 ? null : cidr(random)};
            case "sc_utc_time" -> new Object[] {random.nextLong() >> random.nextInt(64)};
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

  private static Object[] dns(Random random, Object time) {
    return new Object[] {
      time,
      random.nextInt(2000) - 20,
      host(random),
      random.nextInt(300),
      random.nextInt(20) == 0 ? null : random.nextInt(16),
      random.nextInt(3)
    };
  }

  private static Object[] proxy(Random random, Text... timeAndHost) {
    Object[] request = {
      new Text("GET"),
      noise(random),
      new Text("text/html".substring(random.nextInt(9))),
      (long) random.nextInt() >> random.nextInt(32),
      random.nextInt(20) == 0 ? null : new Text("" + random.nextInt(600)),
      random.nextInt(3)
    };
    return Stream.of(timeAndHost, request).flatMap(Arrays::stream).toArray();
  }

  private static Object[] flowEvent(Random random) {
    return new Object[] {
      random.nextInt(3),
      random.nextInt(3),
      random.nextInt(20) == 0 ? null : new Text("to" + random.nextInt(9)),
      new Text(random.nextBoolean() ? "tcp" : "proto" + random.nextInt(9)),
      noise(random),
      count(random),
      count(random),
      count(random)
    };
  }

  private static Object[] flowPair(Random random) {
    return numbers(random, random.nextInt(3), 6);
  }

  private static Object[] dnsEvent(Random random) {
    return new Object[] {
      port(random), random.nextInt(20) - 2, host(random), count(random), random.nextInt(2000) - 20
    };
  }

  private static Object[] dnsPair(Random random) {
    return new Object[] {
      count(random), port(random), count(random), random.nextInt(), count(random), count(random)
    };
  }

  private static Object[] proxyEvent(Random random) {
    return new Object[] {
      new Text("GET"),
      noise(random),
      host(random),
      count(random),
      count(random),
      new Text("" + random.nextInt(600)),
      noise(random),
      random.nextInt(),
      random.nextInt() >> random.nextInt(32),
      port(random)
    };
  }

  private static Object[] probability(Random random) {
    return new Object[] {
      random.nextInt(9) == 0 ? null : vector(random),
      random.nextInt(9) == 0 ? null : vector(random),
      vector(random),
      random.nextInt(20) == 0 ? null : 1000 * random.nextDouble(),
      parts(random),
      random.nextInt(20) == 0 ? null : (long) random.nextInt(30)
    };
  }

  private static Text parts(Random random) {
    String part = "%d:%d:%d:3";
    String text =
        part.formatted(random.nextInt(900), random.nextInt(9), random.nextInt(999))
            + (";" + part).formatted(random.nextInt(99), random.nextInt(9), random.nextInt(99));
    return random.nextInt(20) == 0 ? null : new Text(text.substring(random.nextInt(9) / 8));
  }

  private static Text profileWord(Random random) {
    String[] view = {"event|", "pair|", "fan|", "", "|"};
    String fields =
        random
            .ints(random.nextInt(11), 0, LABELS.length)
            .mapToObj(i -> LABELS[i])
            .collect(Collectors.joining("|"));
    return random.nextInt(20) == 0 ? null : new Text(view[random.nextInt(view.length)] + fields);
  }

  private static Object[] counts(Random random, int counts) {
    return Stream.generate(() -> count(random)).limit(counts).toArray();
  }

  private static Object[] numbers(Random random, Object first, int counts) {
    return Stream.concat(Stream.of(first), Arrays.stream(counts(random, counts))).toArray();
  }

  private static Integer port(Random random) {
    return random.nextInt(20) == 0 ? null : random.nextInt(66000) >> random.nextInt(16);
  }

  private static Long count(Random random) {
    return random.nextInt(20) == 0 ? null : random.nextLong() >> random.nextInt(64);
  }

  private static Object[] explanation(Random random) {
    String bins = random.nextInt(9) + "_" + random.nextInt(9);
    String hour = "_" + random.nextInt(25) + "_";
    String[] source = {"flow", "dns", "proxy"};
    String[] word = {
      random.nextInt(1200) + "_TCP" + hour + bins,
      "1_6" + hour + bins + "_1_" + random.nextInt(300) + "_" + random.nextInt(16),
      "0" + hour + noise(random) + "_12_text_" + bins + "_" + random.nextInt(600)
    };
    return new Object[] {
      new Text(source[random.nextInt(source.length)]),
      new Text("spot"),
      new Text(random.nextBoolean() ? "spot" : "psl"),
      random.nextBoolean() ? null : new Text(),
      random.nextInt(20) == 0 ? null : new Text(word[random.nextInt(word.length)])
    };
  }

  private static Text time(Random random) {
    return new Text(
        "%02d:%02d:%02d".formatted(random.nextInt(26), random.nextInt(62), random.nextInt(62)));
  }

  private static Text label(Random random) {
    return random.nextInt(20) == 0 ? null : new Text(LABELS[random.nextInt(LABELS.length)]);
  }

  private static Text host(Random random) {
    return random.nextInt(20) == 0
        ? null
        : new Text(
            random
                .ints(1 + random.nextInt(6), 0, LABELS.length)
                .mapToObj(i -> LABELS[i])
                .collect(Collectors.joining(".")));
  }

  private static Text noise(Random random) {
    int[] points = random.ints(random.nextInt(99), 1, 0xD000).map(c -> c & 0x1ff).toArray();
    return new Text(new String(points, 0, points.length));
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
