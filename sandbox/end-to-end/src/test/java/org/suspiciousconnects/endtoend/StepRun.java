/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.suspiciousconnects.endtoend.KilledStep.Content;

/** A run of a step, watched from outside, and killed or not. */
final class StepRun {
  private final KilledStep step;
  private final Process process;
  private final Path err;
  private final Set<String> writtenBefore;
  private final long started = System.nanoTime();
  private long firstWrite;
  private long ended;
  private int changes;
  private List<String> progress;

  private StepRun(KilledStep step, Set<String> writtenBefore, Process process, Path err) {
    this.step = step;
    this.writtenBefore = writtenBefore;
    this.process = process;
    this.err = err;
  }

  /** Starts it. */
  static StepRun start(Operator operator, KilledStep step, Content content) throws IOException {
    Path err = Files.createTempFile(operator.home().getParent(), "err", ".txt");
    List<String> command = step.command(content);
    Set<String> before = step.written();
    Process process =
        operator.startsInto(
            err, command.get(0), command.subList(1, command.size()).toArray(String[]::new));
    return new StepRun(step, before, process, err);
  }

  /** Lets it end, and measures. */
  void toItsEnd() throws Exception {
    try {
      awaitFirstWrite();
      while (runs()) {
        watch();
      }
      watch();
      ended = System.nanoTime();
    } finally {
      kill();
    }
    assertEquals(0, status(), this::complaint);
    assertTrue(changes > 0, step + " changed nothing, or the test looks in the wrong place");
  }

  /**
   * Waits for a moment and kills it and all that it started.
   *
   * @return whether it was running still
   */
  boolean killAt(KillMoment moment) throws Exception {
    try {
      awaitFirstWrite();
      if (moment.change() > 0) {
        while (changes < moment.change() && runs()) {
          watch();
        }
      } else {
        long left = firstWrite + moment.delay().toNanos() - System.nanoTime();
        process.waitFor(Math.max(0, left), TimeUnit.NANOSECONDS);
      }
    } finally {
      kill();
    }
    // Its status tells whether the signal came before its end.
    return status() == 128 + 9;
  }

  private void kill() throws Exception {
    List<ProcessHandle> all = new ArrayList<>(List.of(process.toHandle()));
    all.addAll(process.descendants().toList());
    all.forEach(ProcessHandle::destroyForcibly);
    for (ProcessHandle one : all) {
      one.onExit().get();
    }
  }

  private void awaitFirstWrite() throws Exception {
    while (step.written().equals(writtenBefore) && runs()) {
      // Again.
    }
    firstWrite = System.nanoTime();
    progress = step.progress(said());
  }

  /** Looks again whether something changed. */
  private void watch() throws Exception {
    List<String> next = step.progress(said());
    if (!next.equals(progress)) {
      progress = next;
      changes++;
    }
  }

  /** Whether it runs; leaves the processor to it for a moment. */
  private boolean runs() throws InterruptedException {
    return !process.waitFor(2, TimeUnit.MILLISECONDS);
  }

  /** Of the ended process. */
  int status() {
    return process.exitValue();
  }

  private List<String> said() throws IOException {
    return Files.readAllLines(err);
  }

  /** All that it said on standard error. */
  String complaint() {
    try {
      return String.join("\n", said());
    } catch (IOException e) {
      return e.toString();
    }
  }

  /** From its start to its first write. */
  Duration untilFirstWrite() {
    return Duration.ofNanos(firstWrite - started);
  }

  /** From its first write to its end. */
  Duration fromFirstWrite() {
    return Duration.ofNanos(ended - firstWrite);
  }

  /** How often something changed that others can see, from the first write to the end. */
  int changes() {
    return changes;
  }
}
