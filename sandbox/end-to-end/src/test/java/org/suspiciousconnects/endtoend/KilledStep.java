/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.suspiciousconnects.endtoend.Operator.Answer;

/**
 * A step of the pipeline that can be killed. It is run with one of two contents in turn, so that
 * what was there before and what it writes differ.
 */
abstract class KilledStep {
  /** Which of two results a run gives. */
  enum Content {
    ONE,
    OTHER;

    Content other() {
      return this == ONE ? OTHER : ONE;
    }
  }

  private final String name;

  KilledStep(String name) {
    this.name = name;
  }

  /** Makes that the next run gives that content. */
  void prepare(Content content) throws Exception {}

  /** The script, and its arguments. */
  abstract List<String> command(Content content);

  /** Runs it to its end. */
  final Answer runs(Operator operator, Content content) throws IOException, InterruptedException {
    List<String> command = command(content);
    return operator.types(
        command.get(0), command.subList(1, command.size()).toArray(String[]::new));
  }

  /** The folder in which a run makes something new when it first writes. */
  abstract Path writesTo();

  /** Whether a new name in that folder is what the step writes. */
  boolean isWritten(String name) {
    return true;
  }

  /** The rows of each table that the step replaces, in the order in which it does. */
  abstract Map<String, List<String>> rows(HiveConnection hive) throws Exception;

  /**
   * What others can see of how far the run is; it changes several times from the first write to the
   * end.
   *
   * @param said all that the run said on standard error
   */
  abstract List<String> progress(List<String> said) throws Exception;

  /** What is in the folder that the step writes to. */
  final Set<String> written() throws IOException {
    Set<String> names = new TreeSet<>();
    try (Stream<Path> all = Files.list(writesTo())) {
      all.map(path -> path.getFileName().toString()).filter(this::isWritten).forEach(names::add);
    }
    return names;
  }

  static List<String> list(List<String> first, List<String> more) {
    List<String> all = new ArrayList<>(first);
    all.addAll(more);
    return all;
  }

  @Override
  public String toString() {
    return name;
  }
}
