/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.warehouse;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The name of a folder that a training writes below a table's folder, {@code <model_id>-<millis>}:
 * 16 hex digits, and when the training began in milliseconds since 1970. The same training run
 * again has the same model id, but a folder of its own.
 */
public final class ModelFolder {
  /** Milliseconds since 1970 from the year 2001 to 2286. */
  private static final String MILLIS = "[1-9][0-9]{12}";

  private static final Pattern MODEL_ID = Pattern.compile("[0-9a-f]{16}");
  private static final Pattern NAME =
      Pattern.compile("(" + MODEL_ID.pattern() + ")-(" + MILLIS + ")");
  private static final Pattern SCRATCH = Pattern.compile("\\.checkpoints-(" + MILLIS + ")");

  private final String modelId;
  private final Instant startedAt;

  /**
   * @param modelId 16 hex digits
   * @param startedAt when the training began
   */
  public ModelFolder(String modelId, Instant startedAt) {
    this.modelId = modelId;
    this.startedAt = startedAt;
  }

  /** Whether a text can be the id of a model: 16 hex digits, small letters. */
  public static boolean isModelId(String text) {
    return MODEL_ID.matcher(text).matches();
  }

  /** The folder of that name; empty if the name is none of a training's. */
  public static Optional<ModelFolder> of(String name) {
    Matcher matcher = NAME.matcher(name);
    return matcher.matches()
        ? Optional.of(
            new ModelFolder(
                matcher.group(1), Instant.ofEpochMilli(Long.parseLong(matcher.group(2)))))
        : Optional.empty();
  }

  /** Name of the folder for the scratch files of a training, below that of {@code model_runs}. */
  public static String scratch(Instant startedAt) {
    return ".checkpoints-" + startedAt.toEpochMilli();
  }

  /** When the training began whose scratch folder has that name; empty if it is none. */
  public static Optional<Instant> scratchOf(String name) {
    Matcher matcher = SCRATCH.matcher(name);
    return matcher.matches()
        ? Optional.of(Instant.ofEpochMilli(Long.parseLong(matcher.group(1))))
        : Optional.empty();
  }

  /**
   * A source's tables with a partition for each model, all but {@code model_runs}; the last two
   * only for models of method profile.
   */
  public static List<String> tables(Source source) {
    return Stream.of(
            "topic_mix", "word_topics", "topics", "topic_top_words", "word_parts", "own_counts")
        .map(source::table)
        .collect(Collectors.toList());
  }

  /** The id in the name. */
  public String modelId() {
    return modelId;
  }

  /** When the training began. */
  public Instant startedAt() {
    return startedAt;
  }

  /** The name. */
  @Override
  public String toString() {
    return modelId + "-" + startedAt.toEpochMilli();
  }
}
