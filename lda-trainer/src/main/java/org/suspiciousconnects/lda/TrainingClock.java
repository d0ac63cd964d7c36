/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.lda;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.SparkContext;

/**
 * What something costs from the making of this on: seconds on the clock, and CPU seconds. With a
 * local master CPU is that of this process, with garbage collection and compilation; on a cluster
 * that of this process, the driver's, and of the tasks.
 */
final class TrainingClock {
  private static final Path STATUS = Path.of("/proc/self/status");

  private final TaskCpuTime tasks;
  private final boolean local;
  private final long wallStart = System.nanoTime();
  private final double cpuStart;

  /**
   * @param tasks a listener of the context
   */
  TrainingClock(SparkContext context, TaskCpuTime tasks) {
    this.tasks = tasks;
    this.local = context.isLocal();
    this.cpuStart = cpuSoFar();
  }

  private double cpuSoFar() {
    double process =
        ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime()
            / 1e9;
    return local ? process : process + tasks.seconds();
  }

  double wallSeconds() {
    return (System.nanoTime() - wallStart) / 1e9;
  }

  double cpuSeconds() {
    return cpuSoFar() - cpuStart;
  }

  /** The most memory this process has had, in 2^20 bytes; null where the system does not tell. */
  static Long peakRssMb() {
    try {
      return Files.readAllLines(STATUS, StandardCharsets.ISO_8859_1).stream()
          .filter(line -> line.startsWith("VmHWM:"))
          .map(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 10)
          .findFirst()
          .orElse(null);
    } catch (IOException e) {
      return null;
    }
  }
}
