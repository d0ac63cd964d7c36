/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The jar as a cluster gets it. */
class FinishedJarIT {
  private static final FinishedJar JAR = FinishedJar.built();
  private static final Path PROJECT = Path.of("..");

  @Test
  void isOneThatEveryEngineLoads() throws IOException {
    assertEquals(List.of(), JAR.violations());
    assertTrue(classNames().size() > 100);
    assertTrue(names().contains("org/suspiciousconnects/sql/ScoreUDF.class"));
    assertTrue(names().contains("org/suspiciousconnects/shaded/inet/ipaddr/IPAddress.class"));
    assertTrue(
        names()
            .contains(
                "org/suspiciousconnects/shaded/com/google/common/net/InternetDomainName.class"));
  }

  @Test
  void namesLibrariesOnlyWhereTheyWereMoved() throws IOException {
    Pattern unmoved =
        Pattern.compile(
            "(?<!org.suspiciousconnects.shaded.)"
                + "(inet[./]ipaddr|com[./]google([./][a-z]+)+[./][A-Z])");
    for (String name : classNames()) {
      String constants = new String(read(name), StandardCharsets.ISO_8859_1);
      assertFalse(unmoved.matcher(constants).find(), name);
    }
  }

  @Test
  void manifestNamesVersionAndCommit() throws IOException {
    try (JarFile jar = new JarFile(JAR.path().toFile())) {
      Attributes manifest = jar.getManifest().getMainAttributes();
      assertEquals(BuildInfo.VERSION, manifest.getValue("Implementation-Version"));
      // Outside a Git checkout, as in a source archive, there is no commit to name.
      String commit = BuildInfo.COMMIT.equals("unknown") ? "" : BuildInfo.COMMIT;
      assertEquals(commit, manifest.getValue("Implementation-Commit"));
    }
  }

  @Test
  void holdsLicenceAndNotice() throws IOException {
    for (String file : List.of("LICENSE", "NOTICE")) {
      assertEquals(
          Files.readString(PROJECT.resolve(file)),
          new String(read("META-INF/" + file), StandardCharsets.UTF_8));
    }
  }

  @Test
  void holdsEveryRegisteredClass() throws IOException {
    Matcher classes =
        Pattern.compile(" AS '([^']+)'")
            .matcher(Files.readString(PROJECT.resolve("ddl/functions/hive.sql")));
    int registered = 0;
    for (; classes.find(); registered++) {
      assertTrue(names().contains(classes.group(1).replace('.', '/') + ".class"));
    }
    assertEquals(45, registered);
  }

  /** Nothing of this build is on the class path, but Hive and Hadoop. */
  @Test
  void functionsWorkFromTheJarAlone() throws Exception {
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    try (URLClassLoader cluster = new URLClassLoader(cluster(), null);
        URLClassLoader loader = new URLClassLoader(new URL[] {url(JAR.path())}, cluster)) {
      assertNull(cluster.getResource("org/suspiciousconnects/BuildInfo.class"));
      assertNull(cluster.getResource("inet/ipaddr/IPAddress.class"));
      assertNull(cluster.getResource("com/google/common/net/InternetDomainName.class"));
      Thread.currentThread().setContextClassLoader(loader);
      Object[] flow = {13, 52100, 443, "TCP", 1000L, 10L};
      assertEquals(
          "%s (commit %s)".formatted(BuildInfo.VERSION, BuildInfo.COMMIT),
          call(loader, "VersionUDF"));
      assertEquals("-1_443_TCP_13_10_4", call(loader, "FlowDstWordUDF", flow));
      assertEquals("443_TCP_13_10_4", call(loader, "FlowSrcWordUDF", flow));
      assertEquals("0.25", call(loader, "ScoreUDF", "AAAAAAAA0D8=", "AAAAAAAA8D8="));
      assertEquals("[0.25]", call(loader, "VectorToArrayUDF", "AAAAAAAA0D8="));
      assertEquals("true", call(loader, "IpInCidrUDF", "::ffff:10.1.2.3", "10.0.0.0/8"));
      assertEquals("null", call(loader, "IpInCidrUDF", "10.1.2.999", "fc00::/7"));
      assertEquals("true", call(loader, "RequireUDF", true, "message"));
      Object[] dns = {1467961125L, 253, "a.TUNNEL.evil.info", 16, 0, 0};
      Object[] dnsOfSpot = {"Jul  8 2016 06:58:45 UTC", 253, "www.google.com", 1, 0, 1};
      Object[] request = {"GET", "http://a/b", "text/html", 64L, "200", 2};
      assertEquals("0_7_6_3_10_2_16_0", call(loader, "DnsWordPslUDF", dns));
      assertEquals("1_7_6_1_0_1_1_0", call(loader, "DnsWordUDF", dnsOfSpot));
      assertEquals(
          "2_6_GET_9_text_6_3_200", call(loader, "ProxyWordUDF", with(request, "a", "06:58:45")));
      assertEquals(
          "2_6_GET_9_text_6_3_200",
          call(loader, "ProxyWordPslUDF", with(request, "2016-07-08", "06:58:45", "a")));
      assertEquals(
          "client of DNS (UDP 53), 3h, 64-127 bytes in 1 packet",
          call(loader, "ExplainWordUDF", "flow", "spot", "spot", "", "53_UDP_3_7_1"));
      assertEquals("google", call(loader, "DomainUDF", "www.google.com.au"));
      assertEquals("www", call(loader, "SubdomainUDF", "www.google.com.au"));
      assertEquals("4", call(loader, "LabelCountUDF", "www.google.com.au"));
      assertEquals("google.com.au", call(loader, "RegisteredDomainUDF", "WWW.google.com.au:80"));
      assertEquals("xn--bro-hoa.de", call(loader, "RegisteredDomainUDF", "www.büro.de"));
      assertEquals("2", call(loader, "DomainClassUDF", "intel", true, "intel"));
      assertEquals("1.0", call(loader, "EntropyUDF", "abba"));
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }
  }

  private static Object[] with(Object[] end, Object... start) {
    return Stream.of(start, end).flatMap(Arrays::stream).toArray();
  }

  private static String call(ClassLoader loader, String name, Object... arguments)
      throws ReflectiveOperationException {
    Class<?> text = loader.loadClass("org.apache.hadoop.io.Text");
    Object[] values = new Object[arguments.length];
    for (int i = 0; i < values.length; i++) {
      boolean string = arguments[i] instanceof String;
      values[i] =
          string ? text.getConstructor(String.class).newInstance(arguments[i]) : arguments[i];
    }
    Class<?> type = loader.loadClass("org.suspiciousconnects.sql." + name);
    assertEquals(loader, type.getClassLoader());
    Method evaluate =
        Arrays.stream(type.getMethods())
            .filter(method -> method.getName().equals("evaluate"))
            .findFirst()
            .orElseThrow();
    return String.valueOf(evaluate.invoke(type.getConstructor().newInstance(), values));
  }

  private static URL[] cluster() throws IOException {
    List<URL> urls = new ArrayList<>();
    for (String path : System.getProperty("java.class.path").split(File.pathSeparator)) {
      String file = Path.of(path).getFileName().toString();
      if (file.matches("(hive-exec|hadoop-client|slf4j|reload4j).*\\.jar")) {
        urls.add(url(Path.of(path)));
      }
    }
    assertTrue(urls.size() >= 3, urls::toString);
    return urls.toArray(new URL[0]);
  }

  private static URL url(Path path) throws IOException {
    return path.toUri().toURL();
  }

  private static List<String> classNames() throws IOException {
    return names().stream().filter(name -> name.endsWith(".class")).toList();
  }

  private static List<String> names() throws IOException {
    return JAR.names();
  }

  private static byte[] read(String name) throws IOException {
    try (JarFile jar = new JarFile(JAR.path().toFile())) {
      JarEntry entry = jar.getJarEntry(name);
      assertNotNull(entry, name);
      return jar.getInputStream(entry).readAllBytes();
    }
  }
}
