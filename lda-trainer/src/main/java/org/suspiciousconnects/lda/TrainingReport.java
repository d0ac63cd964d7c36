/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.lda;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.suspiciousconnects.command.CommandFailure;
import org.suspiciousconnects.command.ExitStatus;

/** What a training cost and how good it is, as a JSON object for programs. */
final class TrainingReport {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ObjectNode object = JSON.createObjectNode();

  TrainingReport(
      String modelId,
      Training training,
      Corpus corpus,
      TopicModel model,
      TrainingQuality quality,
      double wallSeconds,
      double cpuSeconds,
      List<Double> logPosteriors) {
    TrainingParameters parameters = training.parameters();
    object.put("model_id", modelId);
    object.put("source", training.source().id());
    object.put("window_from", training.window().from().toString());
    object.put("window_to", training.window().to().toString());
    object.put("optimizer", parameters.optimizer().id());
    object.put("topics", parameters.topics());
    object.put("seed", parameters.seed());
    object.put("init_from", training.initFrom());
    object.put("passes", model.passes());
    object.put("converged", model.converged());
    object.put("cpu_seconds", cpuSeconds);
    object.put("wall_seconds", wallSeconds);
    object.put("peak_rss_mb", TrainingClock.peakRssMb());
    object.put("training_perplexity", quality.training().value());
    object.put("heldout_perplexity", quality.heldOutPerplexity());
    object.put("heldout_unseen", quality.heldOutUnseen());
    object.put("coherence", quality.coherence());
    object.put("documents", corpus.documentCount());
    object.put("words", corpus.vocabulary().length);
    object.put("pairs", corpus.pairs());
    object.put("tokens", corpus.tokens());
    ArrayNode curve = object.putArray("log_posteriors");
    logPosteriors.forEach(curve::add);
  }

  /**
   * Writes it as one line.
   *
   * @throws CommandFailure if the file can't be written
   */
  void write(Path file) {
    try {
      Files.writeString(file, JSON.writeValueAsString(object) + "\n");
    } catch (IOException e) {
      throw new CommandFailure(
          ExitStatus.CONFIGURATION, "can't write the report " + file + ": " + e.getMessage(), e);
    }
  }
}
