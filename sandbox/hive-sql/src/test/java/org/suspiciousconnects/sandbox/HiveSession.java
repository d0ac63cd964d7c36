/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sandbox;

import com.klarna.hiverunner.HiveServerContainer;
import com.klarna.hiverunner.HiveServerContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.hadoop.hive.conf.HiveConf;
import org.apache.hadoop.hive.conf.VariableSubstitution;
import org.apache.hive.service.cli.CLIService;
import org.apache.hive.service.cli.HiveSQLException;
import org.apache.hive.service.cli.OperationHandle;
import org.apache.hive.service.cli.RowSet;
import org.apache.hive.service.cli.SessionHandle;

/**
 * What HiveRunner's shells run on: here a session on a server that runs already.
 *
 * <p>HiveRunner 6.1.0 itself starts a server per test, for Hive 3: on Hive 4 it sets constants that
 * were renamed, and opens sessions on a service that it never starts.
 */
final class HiveSession extends HiveServerContainer {
  private final CLIService server;
  private final List<String> rows = new ArrayList<>();
  private SessionHandle session;

  HiveSession(CLIService server, Path folder) {
    super(new Context(server, folder));
    this.server = server;
  }

  /** Of all queries so far; columns separated by tabs, null as {@code NULL}. */
  List<String> rows() {
    return rows;
  }

  @Override
  public void init(Map<String, String> hiveconf, Map<String, String> hivevars) {
    // The same prefixes as Hive's JDBC driver sends.
    Map<String, String> settings = new HashMap<>();
    hiveconf.forEach((name, value) -> settings.put("set:hiveconf:" + name, value));
    hivevars.forEach((name, value) -> settings.put("set:hivevar:" + name, value));
    try {
      session = server.openSession("tester", "", settings);
    } catch (HiveSQLException e) {
      throw new IllegalStateException("Hive gives out no session: " + e.getMessage(), e);
    }
  }

  @Override
  public List<Object[]> executeStatement(String statement) {
    try {
      OperationHandle operation = server.executeStatement(session, statement, Map.of());
      List<Object[]> result = new ArrayList<>();
      if (operation.hasResultSet()) {
        RowSet batch;
        while ((batch = server.fetchResults(operation)).numRows() > 0) {
          batch.forEach(row -> result.add(row.clone()));
        }
      }
      server.closeOperation(operation);
      result.forEach(
          row ->
              rows.add(
                  Arrays.stream(row).map(HiveSession::text).collect(Collectors.joining("\t"))));
      return result;
    } catch (HiveSQLException e) {
      throw new IllegalArgumentException(statement.strip() + "\n" + e.getMessage(), e);
    }
  }

  private static String text(Object value) {
    return value == null ? "NULL" : value.toString();
  }

  @Override
  public void tearDown() {
    try {
      server.closeSession(session);
    } catch (HiveSQLException e) {
      throw new IllegalStateException("Cannot close a session: " + e.getMessage(), e);
    }
  }

  @Override
  public CLIService getClient() {
    return server;
  }

  @Override
  public HiveConf getHiveConf() {
    return server.getHiveConf();
  }

  /** HiveRunner asks for it to place files, which we do not let it do. */
  @Override
  public VariableSubstitution getVariableSubstitution() {
    throw new UnsupportedOperationException("write files below HiveSql.folder");
  }

  private record Context(CLIService server, Path getBaseDir) implements HiveServerContext {
    @Override
    public void init() {}

    @Override
    public HiveConf getHiveConf() {
      return server.getHiveConf();
    }
  }
}
