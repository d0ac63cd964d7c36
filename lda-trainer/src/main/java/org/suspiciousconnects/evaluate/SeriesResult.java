/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.evaluate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.suspiciousconnects.command.CommandFailure;
import org.suspiciousconnects.command.ExitStatus;

/**
 * What {@code scripts/series.sh} wrote of one generated series: its arguments, the seconds of its
 * steps and the figures of the methods, which are those of {@link FiguresJson}.
 */
final class SeriesResult {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> ARGUMENTS =
      List.of("source", "rows", "history", "reference", "max_results", "topics");

  private final Path file;
  private final JsonNode result;

  private SeriesResult(Path file, JsonNode result) {
    this.file = file;
    this.result = result;
  }

  /**
   * Reads a file in UTF-8.
   *
   * @throws CommandFailure if it can't be read or is no JSON
   */
  static SeriesResult read(Path file) {
    try {
      return new SeriesResult(file, JSON.readTree(Files.readAllBytes(file)));
    } catch (NoSuchFileException e) {
      throw new CommandFailure(
          ExitStatus.NO_DATA, "there is no file " + file + ": run scripts/series.sh", e);
    } catch (JsonProcessingException e) {
      throw new CommandFailure(
          ExitStatus.CONFIGURATION,
          file + " is no JSON of scripts/series.sh: " + e.getOriginalMessage(),
          e);
    } catch (IOException e) {
      throw new CommandFailure(
          ExitStatus.CONFIGURATION, file + " can't be read: " + e.getMessage(), e);
    }
  }

  /** The file it was read from. */
  Path file() {
    return file;
  }

  /** An argument of the series, as text. */
  String argument(String name) {
    return at(name).asText();
  }

  /** A whole number among the arguments. */
  long number(String name) {
    return at(name).asLong();
  }

  /** All arguments but the seed: what series have to have in common to be compared. */
  String arguments() {
    List<String> all = new ArrayList<>();
    ARGUMENTS.forEach(name -> all.add(name + " " + argument(name)));
    return String.join(", ", all);
  }

  /** Whether it tells where the harmless novelties stand. */
  boolean hasNovelties() {
    return result.has("novelties");
  }

  /** How many rows of the day are attacks. */
  long attacks(String method) {
    return at("figures", method, "attacks").asLong();
  }

  /**
   * A share of the figures.
   *
   * @param of {@code figures}, or {@code novelties} for those of what is new and harmless
   * @param figure such as {@code recall} or {@code recall_rows}
   * @param n of the first n entries or rows
   * @return 0 to 1; null if it is undefined
   */
  Double share(String of, String method, String figure, int n) {
    return decimal(at(of, method, figure, Integer.toString(n)));
  }

  /** The area under the ROC curve, 0 to 1; null if it is undefined. */
  Double area(String method) {
    return decimal(at("figures", method, "auc"));
  }

  /** CPU seconds of a step such as {@code spot_count}. */
  double cpuSeconds(String step) {
    return at("steps", step, "cpu_seconds").asDouble();
  }

  private static Double decimal(JsonNode node) {
    return node.isNull() ? null : Double.valueOf(node.asDouble());
  }

  private JsonNode at(String... names) {
    JsonNode node = result;
    for (String name : names) {
      node = node.path(name);
    }
    if (node.isMissingNode()) {
      throw new CommandFailure(
          ExitStatus.CONFIGURATION,
          file
              + " has no "
              + String.join(".", names)
              + ": it is not of this version of scripts/series.sh; remove it and run that again");
    }
    return node;
  }
}
