/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sandbox;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import org.apache.hive.beeline.BeeLine;

/**
 * Hive's Beeline, run only after HiveServer2 has given out a session: of itself, {@code beeline -f}
 * exits with 0 when it cannot connect.
 */
public final class CheckedBeeline {
  private CheckedBeeline() {}

  /**
   * @param args the URL, then Beeline's arguments
   */
  public static void main(String[] args) throws IOException {
    String url = args[0];
    try (Connection connection = DriverManager.getConnection(url)) {
      // That it opens is all we ask.
    } catch (SQLException e) {
      System.err.printf(
          "HiveServer2 at %s gives out no session: %s. Restart it with sandbox.sh stop and start.%n",
          url, e.getMessage());
      System.exit(WarehouseServer.ENGINE_ERROR);
    }
    String[] beelineArgs = Arrays.copyOf(args, args.length + 1);
    beelineArgs[0] = "-u";
    beelineArgs[1] = url;
    System.arraycopy(args, 1, beelineArgs, 2, args.length - 1);
    BeeLine.main(beelineArgs);
  }
}
