/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.apache.hadoop.io.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What must not be in a jar is found there. */
class FinishedJarTest {
  private static final String HADOOP = "org/apache/hadoop/io/Text.class";
  private static final String JAVA_17 = "org/suspiciousconnects/FinishedJarTest.class";

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    HADOOP + ", bundles what is not ours or not moved: " + HADOOP,
    "org/apache/hive/jdbc.properties, bundles what is not ours or not moved: org/apache/hive/jdbc.properties",
    "META-INF/versions/11/A.txt, for Java 9 and later only: META-INF/versions/11/A.txt",
    "META-INF/lib/other.jar, a jar in the jar: META-INF/lib/other.jar",
    JAVA_17 + ", 'class file version 61, Java 8 is 52: " + JAVA_17 + "'",
  })
  void whatDoesNotBelongIsFound(String entry, String violation) throws IOException {
    assertEquals(List.of(violation), jar(new Manifest(), entry).violations());
  }

  @Test
  void anotherJarIsFound() throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, "other.jar");
    assertEquals(
        List.of("needs another jar: the manifest has a Class-Path"), jar(manifest).violations());
  }

  @Test
  void itsClassesSeeOnlyHiveAndHadoop() throws Exception {
    try (URLClassLoader loader = jar(new Manifest(), JAVA_17).loader()) {
      assertEquals(Text.class, loader.loadClass(Text.class.getName()));
      assertEquals(loader, loader.loadClass(FinishedJarTest.class.getName()).getClassLoader());
      assertThrows(ClassNotFoundException.class, () -> loader.loadClass(BuildInfo.class.getName()));
      assertThrows(ClassNotFoundException.class, () -> loader.loadClass(Test.class.getName()));
    }
  }

  private FinishedJar jar(Manifest manifest, String... entries) throws IOException {
    Path path = folder.resolve("wrong.jar");
    try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(path), manifest)) {
      for (String entry : entries) {
        jar.putNextEntry(new JarEntry(entry));
        try (InputStream in = getClass().getClassLoader().getResourceAsStream(entry)) {
          jar.write(in == null ? new byte[] {0} : in.readAllBytes());
        }
      }
    }
    return new FinishedJar(path);
  }
}
