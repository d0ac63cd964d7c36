/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.rehearsal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/**
 * Ports of loopback on which nothing listens. The daemons of a cluster have to know each other's
 * before they start, so that none of them can choose its own.
 */
public final class FreePorts {
  private FreePorts() {}

  /**
   * Prints ports, one a line.
   *
   * @param args how many
   */
  public static void main(String[] args) throws IOException {
    find(Integer.parseInt(args[0])).forEach(System.out::println);
  }

  /** So many different ports; all are held until the last is found. */
  static List<Integer> find(int number) throws IOException {
    List<ServerSocket> held = new ArrayList<>();
    List<Integer> ports = new ArrayList<>();
    try {
      for (int i = 0; i < number; i++) {
        ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        held.add(socket);
        ports.add(socket.getLocalPort());
      }
    } finally {
      for (ServerSocket socket : held) {
        socket.close();
      }
    }
    return ports;
  }
}
