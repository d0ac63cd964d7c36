/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sandbox;

import com.klarna.hiverunner.HiveShellContainer;
import com.klarna.hiverunner.builder.HiveShellBuilder;
import com.klarna.hiverunner.sql.cli.beeline.BeelineEmulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.FileUtil;
import org.apache.hadoop.hive.conf.HiveConf;
import org.apache.hadoop.hive.conf.HiveConf.ConfVars;
import org.apache.hive.service.cli.CLIService;
import org.apache.hive.service.cli.thrift.EmbeddedThriftBinaryCLIService;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Real Hive for tests of SQL files: one HiveServer2 with an empty metastore per test class, in this
 * process, in the settings of the sandbox ({@code hive-site.xml}).
 *
 * <pre>{@code
 * class ScoreFlowTest {
 *   @RegisterExtension static final HiveSql hive = HiveSql.onMapReduce();
 *
 *   @BeforeAll
 *   static void tables() {
 *     Map<String, String> vars = Map.of("dbname", "spot", "huser", hive.folder("user/spot"));
 *     hive.run("ddl/database.sql", vars);
 *     hive.registerFunctions("spot");
 *     hive.run("ddl/flow.sql", vars);
 *   }
 *
 *   @Test
 *   void scores() {
 *     hive.execute("INSERT INTO spot.flow PARTITION (...) VALUES (...)");
 *     hive.run("sql/score_flow.sql", Map.of("dbname", "spot", "y", "2016", ...));
 *     assertEquals(List.of("10.0.0.1\t0.5", "10.0.0.2\tNULL"), hive.rows("SELECT ... ORDER BY ..."));
 *   }
 * }
 * }</pre>
 *
 * <p>Each call is a session of its own, as each call of Beeline is: {@code USE} and {@code SET}
 * last to the end of the call. HiveRunner splits the statements, as Beeline would; Hive replaces
 * the variables. What fails throws IllegalArgumentException with the statement and Hive's message.
 */
public final class HiveSql implements BeforeAllCallback, AfterAllCallback {
  static {
    LocalJobFailure.listen();
  }

  private Path home;
  private CLIService server;

  private HiveSql() {}

  /**
   * On the sandbox's default engine. Tez cannot run in the same process, see {@code hive-site.xml}.
   */
  public static HiveSql onMapReduce() {
    return new HiveSql();
  }

  /**
   * Runs an SQL file of the repository.
   *
   * @param file relative to the repository, such as {@code sql/score_flow.sql}
   * @param hivevars values of {@code ${hivevar:name}}
   * @return the rows of all its queries, see {@link #rows}
   */
  public List<String> run(String file, Map<String, String> hivevars) {
    return inSession(hivevars, shell -> shell.execute(repository().resolve(file)));
  }

  /** Runs statements, separated by semicolons. */
  public void execute(String statements) {
    rows(statements);
  }

  /**
   * Runs statements, separated by semicolons.
   *
   * @return the rows of all queries among them; columns separated by tabs, null as {@code NULL},
   *     numbers as Java prints them
   */
  public List<String> rows(String statements) {
    return inSession(Map.of(), shell -> shell.execute(statements));
  }

  /** Creates the database if there is none, and in it all functions of the finished jar. */
  public void registerFunctions(String dbname) {
    execute("CREATE DATABASE IF NOT EXISTS " + dbname);
    run(
        "ddl/functions/hive.sql",
        Map.of("dbname", dbname, "udfs_jar", udfsJar().toUri().toString()));
  }

  /** Absolute path of a folder for this test class; it need not exist. */
  public String folder(String name) {
    return home.resolve(name).toString();
  }

  /** The checkout. Tests run in the folder of their module. */
  public static Path repository() {
    return Path.of("../..").toAbsolutePath().normalize();
  }

  /** Starts the server. */
  @Override
  public void beforeAll(ExtensionContext context) throws IOException {
    home = Files.createTempDirectory("hive-sql").toRealPath();
    System.setProperty(WarehouseHome.HOME_PROPERTY, home.toString());
    System.setProperty(
        WarehouseHome.TMP_PROPERTY, Files.createDirectory(home.resolve("tmp")).toString());
    HiveConf conf = new HiveConf();
    conf.setVar(ConfVars.HIVE_EXECUTION_ENGINE, "mr");
    // Writes one file per statement, for a client that is not there.
    conf.setBoolVar(ConfVars.HIVE_SERVER2_LOGGING_OPERATION_ENABLED, false);
    // What its console would say of each job.
    conf.setBoolVar(ConfVars.HIVE_SESSION_SILENT, true);
    // Embedded: it needs no port, and so no thread that listens.
    EmbeddedThriftBinaryCLIService thrift = new EmbeddedThriftBinaryCLIService();
    thrift.init(conf);
    server = (CLIService) thrift.getService();
  }

  /** Stops the server and removes its data. */
  @Override
  public void afterAll(ExtensionContext context) {
    server.stop();
    FileUtil.fullyDelete(home.toFile());
  }

  private interface Script {
    void runIn(HiveShellContainer shell);
  }

  private List<String> inSession(Map<String, String> hivevars, Script script) {
    HiveSession session = new HiveSession(server, home);
    HiveShellBuilder builder = new HiveShellBuilder();
    builder.setCommandShellEmulation(BeelineEmulator.INSTANCE);
    builder.setHiveServerContainer(session);
    HiveShellContainer shell = builder.buildShell();
    hivevars.forEach(shell::setHiveVarValue);
    shell.start();
    try {
      script.runIn(shell);
      return session.rows();
    } finally {
      shell.tearDown();
    }
  }

  /** A copy, since a build may replace the jar while we have it open. */
  private Path udfsJar() {
    Path target = repository().resolve("udfs/target");
    try (DirectoryStream<Path> jars =
        Files.newDirectoryStream(target, "suspicious-connects-udfs-[0-9]*.jar")) {
      Path jar = jars.iterator().next();
      Path copy = home.resolve(jar.getFileName());
      return Files.exists(copy) ? copy : Files.copy(jar, copy);
    } catch (IOException e) {
      throw new UncheckedIOException("The functions' jar is not built: mvn -pl udfs package", e);
    }
  }
}
