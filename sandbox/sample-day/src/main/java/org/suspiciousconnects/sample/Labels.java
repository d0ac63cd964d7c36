/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sample;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.suspiciousconnects.command.CommandFailure;
import org.suspiciousconnects.command.ExitStatus;

/**
 * The file that says which events are attacks: tab-separated with a header, in the order of time.
 */
final class Labels {
  private static final String FLOW_HEADER =
      "kind\ttreceived\tsip\tdip\tsport\tdport\tproto\tipkt\tibyt\n";

  private Labels() {}

  /** Writes the labels of a day of flows in place of whatever the file holds. */
  static void writeFlows(List<FlowAttacks.Labelled> attacks, Path file, Configuration conf) {
    StringBuilder lines = new StringBuilder(FLOW_HEADER);
    attacks.stream()
        .sorted(
            Comparator.comparingLong((FlowAttacks.Labelled a) -> a.flow().second())
                .thenComparing(FlowAttacks.Labelled::attack)
                .thenComparing(a -> a.flow().sport()))
        .forEach(attack -> lines.append(line(attack)).append('\n'));
    try (OutputStream out = file.getFileSystem(conf).create(file, true)) {
      out.write(lines.toString().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new CommandFailure(ExitStatus.ENGINE, "can't write " + file, e);
    }
  }

  private static String line(FlowAttacks.Labelled attack) {
    Flow flow = attack.flow();
    return String.join(
        "\t",
        attack.attack().kind(),
        flow.treceived(),
        flow.sip(),
        flow.dip(),
        Integer.toString(flow.sport()),
        Integer.toString(flow.dport()),
        flow.proto(),
        Long.toString(flow.ipkt()),
        Long.toString(flow.ibyt()));
  }
}
