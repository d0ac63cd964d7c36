/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.registry;

import java.time.Duration;
import org.suspiciousconnects.command.CommandFailure;
import org.suspiciousconnects.command.ExitStatus;
import picocli.CommandLine.Option;

/** The option that all commands have which remove files. */
final class GraceHours {
  private static final int AT_MOST = 24 * 3660;

  @Option(
      names = "--grace-hours",
      defaultValue = "24",
      paramLabel = "H",
      description =
          "For so long files stay that nothing uses, and a scoring run counts as running. Longer than"
              + " any training, scoring or query takes; 0 only while none runs (default: ${DEFAULT-VALUE}).")
  private int hours;

  /**
   * Its value.
   *
   * @throws CommandFailure if it is negative or more than ten years
   */
  Duration period() {
    if (hours < 0 || hours > AT_MOST) {
      throw new CommandFailure(
          ExitStatus.USAGE, "--grace-hours " + hours + ": it has to be 0 to " + AT_MOST);
    }
    return Duration.ofHours(hours);
  }
}
