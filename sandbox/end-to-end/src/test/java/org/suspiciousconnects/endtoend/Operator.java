/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.endtoend;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Types the commands of {@code scripts/} as a person would, with a sandbox of its own. */
final class Operator {
  private static final int PATIENCE_MINUTES = 15;

  /** What a command ended with and said; {@code out} without {@code err}. */
  record Answer(int status, String out, String err) {
    /** The last line of standard error that says something. */
    String complaint() {
      List<String> lines = err.lines().filter(l -> !l.isBlank()).toList();
      return lines.isEmpty() ? "" : lines.get(lines.size() - 1);
    }
  }

  private final Path root;
  private final Path home;
  private final Map<String, String> environment = new LinkedHashMap<>();

  Operator(Path root, Path home) {
    this.root = root;
    this.home = home;
    environment.put("SC_SANDBOX_HOME", home.toString());
    // The reactor has just built everything; a script must not start a second build inside of it.
    environment.put("SC_BUILT", "yes");
    // The sandbox, even on a node of a cluster.
    environment.put("SPOT_CONF", "");
    // With this little data both end before code that is compiled better would pay.
    environment.put("SC_SERVER_OPTIONS", "-XX:TieredStopAtLevel=1");
    environment.put("SC_SPARK_OPTIONS", "-XX:TieredStopAtLevel=1");
  }

  /** Sets a variable of the environment for what is typed from now on. */
  void sets(String name, String value) {
    environment.put(name, value);
  }

  /** The checkout. */
  Path root() {
    return root;
  }

  /** The sandbox's data folder. */
  Path home() {
    return home;
  }

  /** Runs a script of the repository, from another folder than its root. */
  Answer types(String script, String... arguments) throws IOException, InterruptedException {
    Path out = Files.createTempFile(home.getParent(), "out", ".txt");
    Path err = Files.createTempFile(home.getParent(), "err", ".txt");
    ProcessBuilder builder = command(script, arguments);
    List<String> command = builder.command();
    builder.redirectOutput(out.toFile()).redirectError(err.toFile());
    Process process = builder.start();
    if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IOException(command + " did not end within " + PATIENCE_MINUTES + " minutes");
    }
    return new Answer(process.exitValue(), read(out), read(err));
  }

  /** Starts a script likewise, to read its standard error while it runs; the caller ends it. */
  Process starts(String script, String... arguments) throws IOException {
    return command(script, arguments).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
  }

  /** Starts a script likewise, with its standard error to a file; the caller ends it. */
  Process startsInto(Path err, String script, String... arguments) throws IOException {
    return command(script, arguments)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(err.toFile())
        .start();
  }

  private ProcessBuilder command(String script, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(root.resolve("scripts").resolve(script).toString());
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(home.getParent().toFile())
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
    builder.environment().putAll(environment);
    return builder;
  }

  /**
   * Runs a file of {@code sql/} as the line in its head says, on Hive, for a database of the
   * sandbox.
   *
   * @param variables values of {@code ${hivevar:name}}, but for dbname and huser
   */
  Answer runs(String sql, String database, Map<String, String> variables)
      throws IOException, InterruptedException {
    Map<String, String> all = new LinkedHashMap<>(variables);
    all.put("dbname", database);
    return runs("hive", List.of(root.resolve("sql").resolve(sql)), all);
  }

  /**
   * Runs SQL files, in their order, in one session.
   *
   * @param engine hive or spark
   * @param variables values of {@code ${hivevar:name}}
   * @return with the rows of all queries, columns separated by tabs
   */
  Answer runs(String engine, List<Path> files, Map<String, String> variables)
      throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>(List.of("--engine", engine, "--format", "tsv"));
    files.forEach(file -> arguments.add(file.toString()));
    variables.forEach((name, value) -> arguments.addAll(List.of("--hivevar", name + "=" + value)));
    return types("run_sql.sh", arguments.toArray(String[]::new));
  }

  /**
   * The rows of a query, each with its columns separated by tabs, in a session of its own: what
   * Beeline would print, without starting one.
   */
  List<String> rows(String query) throws Exception {
    try (HiveConnection connection = HiveConnection.open(this)) {
      return connection.rows(query);
    }
  }

  /** Runs a statement that has no rows, likewise. */
  void does(String statement) throws Exception {
    try (HiveConnection connection = HiveConnection.open(this)) {
      connection.does(statement);
    }
  }

  private static String read(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }
}
