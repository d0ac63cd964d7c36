/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** The jar as a cluster gets it. */
public record FinishedJar(Path path) {
  private static final int JAVA_8 = 52;

  /** The one of this build. */
  public static FinishedJar built() {
    return new FinishedJar(Path.of(System.getProperty("udfs.jar")));
  }

  /** The names of all entries. */
  public List<String> names() throws IOException {
    try (JarFile jar = new JarFile(path.toFile())) {
      return jar.stream().map(JarEntry::getName).toList();
    }
  }

  /**
   * What an engine would refuse in any jar, or mix up with its own classes: one line for each rule
   * broken.
   */
  public List<String> violations() throws IOException {
    List<String> found = new ArrayList<>();
    try (JarFile jar = new JarFile(path.toFile())) {
      for (JarEntry entry : (Iterable<JarEntry>) jar.stream()::iterator) {
        check(jar, entry, found);
      }
      if (jar.getManifest() != null
          && jar.getManifest().getMainAttributes().containsKey(Attributes.Name.CLASS_PATH)) {
        found.add("needs another jar: the manifest has a Class-Path");
      }
    }
    return found;
  }

  private static void check(JarFile jar, JarEntry entry, List<String> found) throws IOException {
    String name = entry.getName();
    if (name.endsWith(".jar")) {
      found.add("a jar in the jar: " + name);
    } else if (name.startsWith("META-INF/versions/") || name.contains("module-info")) {
      found.add("for Java 9 and later only: " + name);
    } else if (!name.startsWith("org/suspiciousconnects/")
        && !name.startsWith("META-INF/")
        && !name.equals("org/")) {
      found.add("bundles what is not ours or not moved: " + name);
    }
    if (name.endsWith(".class")) {
      try (InputStream in = jar.getInputStream(entry)) {
        byte[] head = in.readNBytes(8);
        int major = (head[6] & 255) << 8 | head[7] & 255;
        if (major > JAVA_8) {
          found.add("class file version %d, Java 8 is %d: %s".formatted(major, JAVA_8, name));
        }
      }
    }
  }

  /** Loads the jar's classes, which find nothing but the JDK, Hive and Hadoop besides. */
  public URLClassLoader loader() {
    try {
      return new URLClassLoader(new URL[] {path.toUri().toURL()}, new HiveAndHadoop());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Hive and Hadoop are the same classes here and there, so that a test can speak with a function.
   */
  private static final class HiveAndHadoop extends ClassLoader {
    private HiveAndHadoop() {
      super(ClassLoader.getPlatformClassLoader());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      if (name.startsWith("org.apache.hadoop.")) {
        return FinishedJar.class.getClassLoader().loadClass(name);
      }
      throw new ClassNotFoundException(name);
    }
  }
}
