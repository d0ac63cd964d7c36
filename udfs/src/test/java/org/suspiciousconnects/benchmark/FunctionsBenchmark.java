/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.benchmark;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.hadoop.io.Text;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.suspiciousconnects.model.Score;
import org.suspiciousconnects.model.VectorCodec;
import org.suspiciousconnects.net.Cidr;
import org.suspiciousconnects.sql.DnsWordPslUDF;
import org.suspiciousconnects.sql.DnsWordUDF;
import org.suspiciousconnects.sql.DomainUDF;
import org.suspiciousconnects.sql.EntropyUDF;
import org.suspiciousconnects.sql.FlowSrcWordUDF;
import org.suspiciousconnects.sql.IpInCidrUDF;
import org.suspiciousconnects.sql.ProxyWordUDF;
import org.suspiciousconnects.sql.RegisteredDomainUDF;
import org.suspiciousconnects.sql.ScoreUDF;
import org.suspiciousconnects.word.LogBins;

/** Nanoseconds a call of the functions that run once or more for every event. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class FunctionsBenchmark {
  private static final int TOPICS = 20;
  private static final int ROWS = 1024;
  private static final Text PROTO = new Text("TCP");
  private static final String[] NETWORKS = {
    "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7", "fe80::/10"
  };

  private static final Text FRAME_TIME = new Text("Jul  8 2016 06:58:45.765735000 UTC");
  private static final Text TIME = new Text("06:58:45");
  private static final Text GET = new Text("GET");
  private static final Text HTML = new Text("text/html");
  private static final Text OK = new Text("200");
  private static final String[] DOMAINS = {
    "google.com", "bbc.co.uk", "evil.info", "tdc.net", "eu-west-1.compute.amazonaws.com"
  };

  private final Random random = new Random(1);
  private final Text[] mixes = texts(i -> VectorCodec.encode(vector()));
  private final Text[] probs = texts(i -> VectorCodec.encode(vector()));
  private final Text[] decimalMixes = texts(i -> decimal(vector()));
  private final Text[] decimalProbs = texts(i -> decimal(vector()));
  private final Text[] ips = texts(i -> "10." + i % 256 + "." + i % 99 + "." + i % 251);
  private final Text[] cidrs = texts(i -> NETWORKS[i % NETWORKS.length]);
  private final Text cidr = cidrs[0];
  private final Text[] names =
      texts(i -> (i % 2 == 0 ? "www." : "host-" + i * 7919 + ".a.") + DOMAINS[i % DOMAINS.length]);
  private final Text[] uris =
      texts(i -> "http://" + names[i] + "/a/path/" + i * 7919 + "?query=" + i * 104729L);
  private final long[] counts =
      random.longs(ROWS).map(n -> n >>> 30 + random.nextInt(30)).toArray();
  private final int[] ports = random.ints(ROWS, 1, 65536).toArray();

  private final ScoreUDF score = new ScoreUDF();
  private final FlowSrcWordUDF word = new FlowSrcWordUDF();
  private final IpInCidrUDF inCidr = new IpInCidrUDF();
  private final DnsWordUDF dnsWord = new DnsWordUDF();
  private final DnsWordPslUDF dnsWordPsl = new DnsWordPslUDF();
  private final ProxyWordUDF proxyWord = new ProxyWordUDF();
  private final DomainUDF domain = new DomainUDF();
  private final RegisteredDomainUDF registeredDomain = new RegisteredDomainUDF();
  private final EntropyUDF entropy = new EntropyUDF();
  private int row;

  @Benchmark
  public Double score() {
    int i = next();
    return score.evaluate(mixes[i], probs[i]);
  }

  @Benchmark
  public double scoreOfDecimalText() {
    int i = next();
    return Score.of(parse(decimalMixes[i]), parse(decimalProbs[i]));
  }

  @Benchmark
  public Text flowWord() {
    int i = next();
    return word.evaluate(13, ports[i], 443, PROTO, counts[i], 10L);
  }

  @Benchmark
  public Text flowWordByFormat() {
    int i = next();
    return new Text(
        String.format(
            "%d_%s_%d_%d_%d", 443, PROTO, 13, LogBins.bits(counts[i]), LogBins.bits(10L)));
  }

  @Benchmark
  public Text dnsWord() {
    return dnsWord.evaluate(FRAME_TIME, 253, names[next()], 1, 0, 0);
  }

  @Benchmark
  public Text dnsWordPsl() {
    return dnsWordPsl.evaluate(1467961125L, 253, names[next()], 1, 0, 0);
  }

  @Benchmark
  public Text proxyWord() {
    int i = next();
    return proxyWord.evaluate(names[i], TIME, GET, uris[i], HTML, 1000L, OK, 0);
  }

  @Benchmark
  public Text domain() {
    return domain.evaluate(names[next()]);
  }

  @Benchmark
  public Text registeredDomain() {
    return registeredDomain.evaluate(names[next()]);
  }

  @Benchmark
  public Double entropyOfUri() {
    return entropy.evaluate(uris[next()]);
  }

  @Benchmark
  public Boolean ipInOneRange() {
    return inCidr.evaluate(ips[next()], cidr);
  }

  @Benchmark
  public Boolean ipInFiveRangesInTurn() {
    int i = next();
    return inCidr.evaluate(ips[i], cidrs[i]);
  }

  @Benchmark
  public Boolean ipInRangeParsedAgain() {
    int i = next();
    return Cidr.parse(cidrs[i].toString()).contains(ips[i].toString());
  }

  private int next() {
    row = (row + 1) % ROWS;
    return row;
  }

  private double[] vector() {
    return random.doubles(TOPICS).toArray();
  }

  private static String decimal(double[] vector) {
    return Arrays.stream(vector).mapToObj(Double::toString).collect(Collectors.joining(","));
  }

  private static double[] parse(Text text) {
    return Arrays.stream(text.toString().split(",")).mapToDouble(Double::parseDouble).toArray();
  }

  private static Text[] texts(java.util.function.IntFunction<String> text) {
    return IntStream.range(0, ROWS).mapToObj(i -> new Text(text.apply(i))).toArray(Text[]::new);
  }
}
