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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.suspiciousconnects.endtoend.KilledStep.Content;
import org.suspiciousconnects.endtoend.Operator.Answer;

/** The killed runs of one step, each to replace what is there by the other content. */
final class Kills {
  /**
   * After so many reads a folder belongs to no session: a killed client's work ends within a few.
   */
  private static final int READS_OF_PATIENCE = 200;

  private static final long SEED = Long.getLong("kill.seed", 6);

  /** The only one to make, or -1. */
  private static final int ONLY = Integer.getInteger("kill.only", -1);

  /** Killed runs until one is left to its end, so that killed ones meet what killed ones left. */
  private static final int IN_A_ROW = 3;

  private final Operator operator;
  private final HiveConnection readers;
  private final KilledStep step;
  private final StepRun measured;
  private final Map<Content, Map<String, List<String>>> results;
  private final Map<String, Integer> found = new TreeMap<>();
  private Map<String, List<String>> now;
  private int reads;

  /**
   * @param readers the connection of the thread that reads
   * @param measured the last run, which gave the other content
   * @param results of undisturbed runs: the rows of each table, in the order of the swaps
   */
  Kills(
      Operator operator,
      HiveConnection readers,
      KilledStep step,
      StepRun measured,
      Map<Content, Map<String, List<String>>> results) {
    this.operator = operator;
    this.readers = readers;
    this.step = step;
    this.measured = measured;
    this.results = results;
    this.now = results.get(Content.OTHER);
  }

  /**
   * Kills so many runs, and says what they left.
   *
   * @throws AssertionError if a read was wrong or a run that was not killed failed; says how to
   *     repeat it
   */
  void make(int kills) throws Exception {
    for (int kill = 0; kill < kills; kill++) {
      if (ONLY < 0 || kill == ONLY) {
        boolean nextToItsEnd = (kill + 1) % IN_A_ROW == 0 || kill == kills - 1;
        KillMoment moment = KillMoment.of(SEED, step.toString(), kill, measured);
        for (int late = 0; !make(moment, nextToItsEnd); late++) {
          assertTrue(late < 5, step + ", " + moment + ": always after the end");
          moment = moment.earlier();
        }
      }
    }
    System.out.printf(
        "%s: %d kills, seed %d; first write %d ms after the start, end %d ms later; %d reads; found %s%n",
        step,
        found.values().stream().mapToInt(Integer::intValue).sum(),
        SEED,
        measured.untilFirstWrite().toMillis(),
        measured.fromFirstWrite().toMillis(),
        reads,
        found);
  }

  /**
   * Kills a run and looks at what it left.
   *
   * @return whether it came before the run's end
   */
  private boolean make(KillMoment moment, boolean nextToItsEnd) throws Exception {
    // Of tables that are swapped one after the other, the last tells which content is due.
    String last = List.copyOf(now.keySet()).get(now.size() - 1);
    Content content =
        now.get(last).equals(results.get(Content.ONE).get(last)) ? Content.OTHER : Content.ONE;
    Map<String, List<String>> after = results.get(content);
    try {
      step.prepare(content);
      if (!kill(moment, content)) {
        return false;
      }
      String left =
          after.keySet().stream()
              .map(table -> (now.get(table).equals(after.get(table)) ? "new " : "old ") + table)
              .collect(Collectors.joining(", "));
      found.merge(left, 1, Integer::sum);
      System.out.printf("%s, %s: %s%n", step, moment, left);
      if (nextToItsEnd) {
        Answer next = step.runs(operator, content);
        assertEquals(0, next.status(), () -> "the run after it: " + next.err());
        now = step.rows(readers);
        assertEquals(after, now, "the run after it");
      }
      return true;
    } catch (AssertionError | Exception e) {
      throw new AssertionError(
          "%s, killed at %s; again with -Dkill.seed=%d -Dkill.step=%s -Dkill.each=%d -Dkill.only=%d: %s"
              .formatted(
                  step, moment, SEED, step, moment.number() + 1, moment.number(), e.getMessage()),
          e);
    }
  }

  private boolean kill(KillMoment moment, Content content) throws Exception {
    Map<String, List<String>> after = results.get(content);
    Set<String> sessions = sessions();
    try (Reading reading = new Reading(() -> step.rows(readers), now, after)) {
      StepRun run = StepRun.start(operator, step, content);
      boolean hit = run.killAt(moment);
      // What the server still does for the killed client is part of it. Hive may leave a session's
      // folder if the client dies while it is made: that one stays, however long one waits.
      int patience = READS_OF_PATIENCE;
      while (!sessions().equals(sessions) && patience-- > 0) {
        reading.next();
      }
      now = reading.next();
      if (!hit) {
        assertEquals(0, run.status(), run::complaint);
        assertEquals(after, now);
      }
      reads += reading.reads();
      return hit;
    }
  }

  /** Folders of the sessions that HiveServer2 has open. */
  private Set<String> sessions() throws IOException {
    Set<String> names = new TreeSet<>();
    try (Stream<Path> all = Files.list(operator.home().resolve("tmp/hive/local"))) {
      all.filter(Files::isDirectory).forEach(path -> names.add(path.getFileName().toString()));
    }
    return names;
  }
}
