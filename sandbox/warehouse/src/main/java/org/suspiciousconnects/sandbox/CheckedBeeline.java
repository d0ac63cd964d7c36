/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sandbox;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
    if (Arrays.asList(args).contains("--silent=true")) {
      System.setErr(new PrintStream(new WithoutBlankLines(System.err), true));
    }
    List<String> beelineArgs = new ArrayList<>(List.of("-u", url));
    beelineArgs.addAll(Arrays.asList(args).subList(1, args.length));
    BeeLine.main(beelineArgs.toArray(String[]::new));
  }

  /**
   * Beeline is not all silent: for each statement of a file it writes two empty lines to standard
   * error.
   */
  private static final class WithoutBlankLines extends FilterOutputStream {
    private boolean lineIsEmpty = true;

    WithoutBlankLines(OutputStream out) {
      super(out);
    }

    @Override
    public void write(int character) throws IOException {
      if (character != '\n' || !lineIsEmpty) {
        out.write(character);
      }
      lineIsEmpty = character == '\n';
    }
  }
}
