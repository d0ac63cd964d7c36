/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sandbox;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.apache.hadoop.hive.conf.HiveConf;
import org.apache.hadoop.hive.conf.HiveConf.ConfVars;
import org.apache.hadoop.hive.metastore.HiveMetaStore;
import org.apache.hadoop.hive.metastore.HiveMetaStoreClient;
import org.apache.hadoop.hive.metastore.security.HadoopThriftAuthBridge;
import org.apache.hadoop.util.ShutdownHookManager;
import org.apache.hive.service.server.HiveServer2;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** Starts a metastore and a HiveServer2, both the real ones, in this process, on loopback only. */
@Command(
    name = "warehouse",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "A metastore and a HiveServer2 on free loopback ports, their data in one folder.",
    footer = {
      "",
      "When both answer, DIR/server.properties appears (pid, metastore.uris, hiveserver2.url) and one",
      "line is printed. SIGTERM stops both and removes the file. Log: DIR/logs/hive.log.",
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "1:usage",
      "2:the data folder cannot be used",
      "4:the metastore or HiveServer2 did not start",
      "5:a server already runs on the data folder",
      "143:stopped by SIGTERM",
    },
    exitCodeOnInvalidInput = 1)
public final class WarehouseServer implements Callable<Integer> {
  static final int CONFIGURATION = 2;
  static final int ENGINE_ERROR = 4;
  static final int ALREADY_RUNNING = 5;

  /** For each of the two to listen; a first start takes about a tenth of it on two cores. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  enum Engine {
    mr,
    tez
  }

  @Option(
      names = "--home",
      required = true,
      paramLabel = "DIR",
      description = "The data folder; made if missing.")
  private Path dir;

  @Option(
      names = "--engine",
      defaultValue = "mr",
      description =
          "What runs queries, inside this process: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private Engine engine;

  private WarehouseServer() {}

  public static void main(String[] args) {
    int status = new CommandLine(new WarehouseServer()).execute(args);
    if (status != ExitCode.OK) {
      System.exit(status);
    }
    // After a start the servers' threads keep the process; after --help there are none.
  }

  @Override
  public Integer call() {
    Optional<WarehouseHome> home;
    try {
      home = WarehouseHome.claim(dir);
    } catch (IOException e) {
      System.err.printf("Cannot use %s as the data folder: %s. Give another --home.%n", dir, e);
      return CONFIGURATION;
    }
    if (home.isEmpty()) {
      System.err.printf("A server already runs on %s (%s).%n", dir, WarehouseHome.announced(dir));
      return ALREADY_RUNNING;
    }
    try {
      start(home.get());
      return ExitCode.OK;
    } catch (Exception e) {
      LoggerFactory.getLogger(WarehouseServer.class).error("The warehouse did not start", e);
      System.err.printf(
          "The warehouse did not start: %s. The log is %s%n", e, dir.resolve("logs/hive.log"));
      return ENGINE_ERROR;
    }
  }

  private void start(WarehouseHome home) throws Exception {
    // Before any class of Hive, Derby or Log4j is loaded: they read these once.
    System.setProperty(WarehouseHome.HOME_PROPERTY, home.dir().toString());
    System.setProperty("log4j2.configurationFile", "warehouse-log4j2.properties");
    System.setProperty("derby.stream.error.file", home.dir().resolve("logs/derby.log").toString());
    System.setProperty(WarehouseHome.TMP_PROPERTY, home.temporaryFolder().toString());
    LocalJobFailure.listen();

    int metastorePort;
    int hiveServer2Port;
    try (ServerSocket one = onFreePort();
        ServerSocket other = onFreePort()) {
      metastorePort = one.getLocalPort();
      hiveServer2Port = other.getLocalPort();
    }
    String metastoreUris = "thrift://127.0.0.1:" + metastorePort;
    String hiveServer2Url = "jdbc:hive2://127.0.0.1:" + hiveServer2Port + "/";

    // The lowest priority, so that it runs after the hook with which HiveServer2 stops itself.
    ShutdownHookManager.get().addShutdownHook(() -> release(home), 0);

    // As system properties, because Hive makes new HiveConfs in many places and each must see them.
    System.setProperty(ConfVars.METASTORE_URIS.varname, metastoreUris);
    System.setProperty(ConfVars.HIVE_SERVER2_THRIFT_PORT.varname, String.valueOf(hiveServer2Port));
    System.setProperty(ConfVars.HIVE_EXECUTION_ENGINE.varname, engine.name());
    HiveConf conf = new HiveConf();
    CompletableFuture<Void> metastore = startMetastore(metastorePort, conf);
    awaitListening(metastorePort, metastore);
    HiveServer2 hiveServer2 = new HiveServer2();
    hiveServer2.init(conf);
    hiveServer2.start();
    awaitListening(hiveServer2Port, metastore);

    ask(conf, hiveServer2Url);
    home.announce(metastoreUris, hiveServer2Url);
    System.out.printf("Ready: %s and %s on %s%n", hiveServer2Url, metastoreUris, home.dir());
  }

  /** Completes only if the metastore fails: it serves until the process ends. */
  private static CompletableFuture<Void> startMetastore(int port, HiveConf conf) {
    CompletableFuture<Void> failure = new CompletableFuture<>();
    Runnable serve =
        () -> {
          try {
            HiveMetaStore.startMetaStore(port, HadoopThriftAuthBridge.getBridge(), conf);
          } catch (Throwable e) {
            failure.completeExceptionally(e);
          }
        };
    new Thread(serve, "metastore").start();
    return failure;
  }

  private static ServerSocket onFreePort() throws IOException {
    return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  }

  private static void awaitListening(int port, CompletableFuture<Void> metastore) throws Exception {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!isListening(port)) {
      if (metastore.isDone()) {
        metastore.get();
      }
      if (System.nanoTime() > deadline) {
        throw new TimeoutException(
            "nothing listens on port " + port + " after " + PATIENCE.toSeconds() + " s");
      }
      Thread.sleep(50);
    }
  }

  private static boolean isListening(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** A port that listens is not yet a server that answers. */
  private static void ask(HiveConf conf, String hiveServer2Url) throws Exception {
    try (HiveMetaStoreClient client = new HiveMetaStoreClient(conf)) {
      client.getAllDatabases();
    }
    try (Connection connection = DriverManager.getConnection(hiveServer2Url);
        Statement statement = connection.createStatement()) {
      statement.execute("SHOW DATABASES");
    }
  }

  private static void release(WarehouseHome home) {
    try {
      DriverManager.getConnection("jdbc:derby:;shutdown=true");
    } catch (SQLException e) {
      // Derby reports a clean shutdown, XJ015, as an exception too; what else it says is in its
      // log.
    }
    try {
      home.close();
    } catch (IOException e) {
      LoggerFactory.getLogger(WarehouseServer.class).warn("Could not give back {}", home.dir(), e);
    }
  }
}
