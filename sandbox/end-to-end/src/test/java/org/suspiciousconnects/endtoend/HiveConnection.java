/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.endtoend;

import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;

/**
 * A connection to the sandbox's HiveServer2 that stays open, over hive-jdbc and the jars that the
 * sandbox's Beeline has. For one thread.
 */
final class HiveConnection implements AutoCloseable {
  private static ClassLoader jars;

  private final Connection connection;

  private HiveConnection(Connection connection) {
    this.connection = connection;
  }

  /** Connects to the sandbox of an operator, which has to run. */
  static HiveConnection open(Operator operator) throws Exception {
    String url =
        Files.readAllLines(operator.home().resolve("server.properties")).stream()
            .filter(line -> line.startsWith("hiveserver2.url="))
            .map(line -> line.substring(line.indexOf('=') + 1))
            .findFirst()
            .orElseThrow();
    ClassLoader ours = Thread.currentThread().getContextClassLoader();
    ClassLoader loader = jars(operator.root());
    // Hadoop's Configuration looks for its files there.
    Thread.currentThread().setContextClassLoader(loader);
    try {
      Driver driver =
          (Driver)
              loader
                  .loadClass("org.apache.hive.jdbc.HiveDriver")
                  .getDeclaredConstructor()
                  .newInstance();
      return new HiveConnection(driver.connect(url, new Properties()));
    } finally {
      Thread.currentThread().setContextClassLoader(ours);
    }
  }

  private static synchronized ClassLoader jars(Path root) throws IOException {
    if (jars == null) {
      List<URL> urls = new ArrayList<>();
      String classPath = Files.readString(root.resolve("sandbox/warehouse/target/class-path"));
      for (String jar : classPath.strip().split(File.pathSeparator)) {
        urls.add(url(Path.of(jar)));
      }
      jars = new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }
    return jars;
  }

  private static URL url(Path jar) throws MalformedURLException {
    return jar.toUri().toURL();
  }

  /** A query's rows, each with its columns separated by tabs, null as {@code NULL}. */
  List<String> rows(String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      int columns = result.getMetaData().getColumnCount();
      List<String> rows = new ArrayList<>();
      while (result.next()) {
        List<String> row = new ArrayList<>();
        for (int column = 1; column <= columns; column++) {
          row.add(Objects.requireNonNullElse(result.getString(column), "NULL"));
        }
        rows.add(String.join("\t", row));
      }
      return rows;
    }
  }

  /** Runs a statement that has no rows. */
  void does(String statement) throws SQLException {
    try (Statement one = connection.createStatement()) {
      one.execute(statement);
    }
  }

  /** The folder of a partition, as the metastore has it. */
  Path folder(String table, String partition) throws SQLException {
    for (String row : rows("DESCRIBE FORMATTED " + table + " PARTITION (" + partition + ")")) {
      if (row.startsWith("Location:")) {
        return Path.of(row.split("\\s+")[1].replaceFirst("^file:/+", "/"));
      }
    }
    throw new SQLException(table + " PARTITION (" + partition + ") has no location");
  }

  /** The folders of all partitions of a table. */
  TreeSet<Path> folders(String table) throws SQLException {
    TreeSet<Path> folders = new TreeSet<>();
    for (String name : rows("SHOW PARTITIONS " + table)) {
      // y=2016/score_method=spot: text in quotes, numbers without.
      String partition = name.replaceAll("=([^/]*[^0-9/][^/]*)", "='$1'").replace('/', ',');
      folders.add(folder(table, partition));
    }
    return folders;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
