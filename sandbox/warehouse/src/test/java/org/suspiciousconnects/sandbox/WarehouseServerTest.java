/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The server and Beeline as processes of their own, started as {@code scripts/sandbox.sh} does. */
@Timeout(300)
class WarehouseServerTest {
  /**
   * On Linux: the loopback addresses in {@code /proc/net/tcp} and {@code tcp6}; IPv4 may come
   * inside IPv6.
   */
  private static final Set<String> LOOPBACK =
      Set.of("0100007F", "0000000000000000FFFF00000100007F", "00000000000000000000000001000000");

  /** So that {@code ss} and we mean the same: state 0A is LISTEN. */
  private static final String LISTEN = "0A";

  @TempDir private Path temp;
  private Path home;
  private final List<Process> started = new ArrayList<>();

  @BeforeEach
  void aFolderWithABlankInItsName() {
    home = temp.resolve("a warehouse");
  }

  @AfterEach
  void leaveNoProcess() {
    started.forEach(Process::destroyForcibly);
  }

  @Test
  void dataSurvivesAStopAndAKill() throws Exception {
    Process first = startServer();
    assertEquals(
        List.of("1"),
        query("CREATE TABLE t (i INT)", "INSERT INTO t VALUES (1)", "SELECT i FROM t"));
    assertTrue(Files.isDirectory(home.resolve("user/spot")));

    Process second = java("WarehouseServer", "--home", home.toString());
    assertEquals(5, exitStatus(second));
    String message = error(second);
    assertTrue(
        message.contains("pid=" + first.pid()) && message.contains(property("hiveserver2.url")),
        message);
    assertEquals(List.of("1"), query("SELECT i FROM t"), "the first must go on");

    first.destroy();
    assertEquals(143, exitStatus(first));
    assertFalse(Files.exists(home.resolve("server.properties")));

    Process third = startServer();
    assertEquals(
        List.of("1", "2"), query("INSERT INTO t VALUES (2)", "SELECT i FROM t ORDER BY i"));
    third.destroyForcibly();
    exitStatus(third);
    assertTrue(Files.exists(home.resolve("server.properties")), "a killed server cannot remove it");

    Process fourth = startServer();
    assertEquals(String.valueOf(fourth.pid()), property("pid"));
    assertNotEquals(third.pid(), fourth.pid());
    assertEquals(List.of("1", "2"), query("SELECT i FROM t ORDER BY i"));
  }

  @Test
  void onTezItListensOnLoopbackOnlyAndServesBeeline() throws Exception {
    Process server = startServer("--engine", "tez");
    String url = property("hiveserver2.url");
    int metastorePort = URI.create(property("metastore.uris")).getPort();
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress("127.0.0.1", metastorePort));
    }
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE t (i INT)");
      statement.execute("INSERT INTO t VALUES (1), (2)");
      // Tez keeps a session for ours, which by default listens too.
      assertListensOnLoopbackOnly(server.pid(), 2);
      assertThrows(SQLException.class, () -> statement.execute("SET hive.execution.engine=mr"));
    }

    Path script =
        Files.writeString(temp.resolve("script.sql"), "SELECT '${hivevar:a}', COUNT(*) FROM t;\n");
    Process beeline =
        java(
            "CheckedBeeline",
            url,
            "--silent=true",
            "--showHeader=false",
            "--outputformat=tsv2",
            "--hivevar",
            "a=ours",
            "--hivevar",
            "a=theirs",
            "-f",
            script.toString());
    assertEquals(0, exitStatus(beeline), () -> error(beeline));
    assertEquals("theirs\t2", new String(beeline.getInputStream().readAllBytes()).strip());
    assertEquals("", error(beeline));

    Files.writeString(script, "SELECT nope;\n");
    Process failing = java("CheckedBeeline", url, "--silent=true", "-f", script.toString());
    assertEquals(2, exitStatus(failing));
    assertEquals(1, error(failing).lines().count(), () -> error(failing));

    server.destroy();
    exitStatus(server);
    Process alone = java("CheckedBeeline", url, "--silent=true", "-f", script.toString());
    assertEquals(4, exitStatus(alone), "Beeline itself would say 0");
    String message = error(alone);
    assertTrue(message.contains(url) && message.contains("sandbox.sh"), message);
  }

  @Test
  void wrongUsageHasItsOwnStatus() throws Exception {
    assertEquals(1, exitStatus(java("WarehouseServer")));
    assertEquals(
        1, exitStatus(java("WarehouseServer", "--home", home.toString(), "--engine", "spark")));
    assertEquals(0, exitStatus(java("WarehouseServer", "--help")));
    Path file = Files.createFile(temp.resolve("file"));
    assertEquals(2, exitStatus(java("WarehouseServer", "--home", file.toString())));
  }

  /** Returns when the server has said that it is ready. */
  private Process startServer(String... options) throws IOException {
    List<String> args = new ArrayList<>(List.of("--home", home.toString()));
    args.addAll(List.of(options));
    Process server = java("WarehouseServer", args.toArray(String[]::new));
    BufferedReader output = server.inputReader();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      if (line.startsWith("Ready: ")) {
        assertEquals(String.valueOf(server.pid()), property("pid"));
        return server;
      }
    }
    throw new AssertionError(error(server));
  }

  private Process java(String mainClass, String... args) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin/java").toString());
    command.add("@" + Path.of("target/hive.options").toAbsolutePath());
    command.add("-Dlog4j2.configurationFile=beeline-log4j2.properties");
    command.add("-Xmx1g");
    command.add("org.suspiciousconnects.sandbox." + mainClass);
    command.addAll(List.of(args));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder
        .environment()
        .put(
            "CLASSPATH",
            Path.of("target/classes").toAbsolutePath()
                + ":"
                + Files.readString(Path.of("target/class-path")));
    builder.directory(temp.toFile());
    Process process = builder.start();
    started.add(process);
    return process;
  }

  private static String error(Process process) {
    try {
      return new String(process.getErrorStream().readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int exitStatus(Process process) throws InterruptedException {
    assertTrue(process.waitFor(60, TimeUnit.SECONDS), "still running after 60 s");
    return process.exitValue();
  }

  private String property(String name) throws IOException {
    Properties properties = new Properties();
    properties.load(new StringReader(Files.readString(home.resolve("server.properties"))));
    return properties.getProperty(name);
  }

  /** The first column of the last statement. */
  private List<String> query(String... statements) throws SQLException, IOException {
    try (Connection connection = DriverManager.getConnection(property("hiveserver2.url"));
        Statement statement = connection.createStatement()) {
      for (int i = 0; i < statements.length - 1; i++) {
        statement.execute(statements[i]);
      }
      List<String> column = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery(statements[statements.length - 1])) {
        while (rows.next()) {
          column.add(rows.getString(1));
        }
      }
      return column;
    }
  }

  private static void assertListensOnLoopbackOnly(long pid, int expectedSockets)
      throws IOException {
    Path descriptors = Path.of("/proc", String.valueOf(pid), "fd");
    assumeTrue(Files.isDirectory(descriptors), "needs Linux's /proc");
    Set<String> sockets;
    try (Stream<Path> links = Files.list(descriptors)) {
      sockets =
          links
              .map(WarehouseServerTest::target)
              .filter(t -> t.startsWith("socket:"))
              .collect(Collectors.toSet());
    }
    Set<String> listening = new TreeSet<>();
    for (String table : List.of("tcp", "tcp6")) {
      try (Stream<String> lines = Files.lines(Path.of("/proc/net", table))) {
        // sl, local address:port, remote, state, queues, timer, retransmissions, user, timeout,
        // inode
        lines
            .map(line -> line.strip().split("\\s+"))
            .filter(f -> f[3].equals(LISTEN) && sockets.contains("socket:[" + f[9] + "]"))
            .forEach(f -> listening.add(f[1]));
      }
    }
    assertEquals(expectedSockets, listening.size(), listening::toString);
    listening.forEach(
        address -> assertTrue(LOOPBACK.contains(address.split(":")[0]), listening::toString));
  }

  /** A descriptor may be closed while we look. */
  private static String target(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException e) {
      return "";
    }
  }
}
