/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.lda;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.Path;
import org.suspiciousconnects.warehouse.ModelFolder;
import org.suspiciousconnects.warehouse.ScoreMethod;
import org.suspiciousconnects.warehouse.Warehouse;

/** One training from the word counts to the current model, with what it says on the way. */
final class TrainingRun {
  private final Warehouse warehouse;
  private final Training training;
  private final boolean holdOut;
  private final java.nio.file.Path report;

  /**
   * @param holdOut whether to train once more, on nine tenths, for the held-out perplexity
   * @param report file for a JSON report, or null
   */
  TrainingRun(Warehouse warehouse, Training training, boolean holdOut, java.nio.file.Path report) {
    this.warehouse = warehouse;
    this.training = training;
    this.holdOut = holdOut;
    this.report = report;
  }

  void run() {
    EarlierModel earlier =
        training.initFrom() == null ? null : EarlierModel.find(warehouse, training);
    TaskCpuTime tasks = new TaskCpuTime();
    warehouse.spark().sparkContext().addSparkListener(tasks);
    Path checkpoints =
        new Path(warehouse.location("model_runs"), ModelFolder.scratch(training.startedAt()));
    warehouse.spark().sparkContext().setCheckpointDir(checkpoints.toString());
    WordCountTable counts =
        new WordCountTable(
            warehouse, training.source(), training.scoreMethod(), training.vocabulary());
    try (Corpus corpus = Corpus.read(counts, training.window())) {
      if (training.scoreMethod() == ScoreMethod.PROFILE) {
        PartCounts.check(corpus);
      }
      say(
          "%s on %s: %,d documents, %,d words, %,d pairs, %,d tokens",
          training.source(),
          training.window(),
          corpus.documentCount(),
          corpus.vocabulary().length,
          corpus.pairs(),
          corpus.tokens());
      sayMissingDays(counts);
      if (earlier != null) {
        say(
            "continues from model %s, which knows %s of the words and %s of the IPs",
            earlier.modelId(),
            percent(earlier.knownWords(corpus)),
            percent(earlier.knownIps(corpus)));
      }
      train(corpus, earlier, counts, tasks);
    } finally {
      warehouse.spark().sparkContext().removeSparkListener(tasks);
      warehouse.deleteQuietly(checkpoints);
    }
  }

  private void train(
      Corpus corpus, EarlierModel earlier, WordCountTable counts, TaskCpuTime tasks) {
    TrainingParameters parameters = training.parameters().forCorpus(corpus);
    TopicModelTrainer fromRandom = parameters.optimizer().trainer();
    TopicModelTrainer trainer = earlier == null ? fromRandom : new EmTrainer(earlier);
    String modelId = training.modelId(corpus, trainer.reproducible());
    List<Double> logPosteriors = new ArrayList<>();
    TrainingClock clock = new TrainingClock(warehouse.spark().sparkContext(), tasks);
    TopicModel model =
        trainer.train(corpus, parameters, progress("", logPosteriors)).with(parameters.precision());
    model.documentTopics().cache();
    model.documentTopics().count();
    double wall = clock.wallSeconds();
    double cpu = clock.cpuSeconds();
    say("%s: %d passes, %.1f s, %.1f CPU s", parameters.optimizer(), model.passes(), wall, cpu);
    ModelWriter writer = new ModelWriter(warehouse, training, modelId);
    TrainingQuality quality;
    try {
      writer.write(model, corpus);
      quality =
          new TrainingQuality(
              Perplexity.ofTraining(model, corpus),
              holdOut ? heldOut(fromRandom, corpus) : null,
              Coherence.of(model, corpus),
              UnseenShares.of(corpus, counts, training.window()));
      writer.write(new ModelRun(training, corpus, model, quality, wall, cpu));
    } catch (RuntimeException e) {
      writer.discard();
      throw e;
    }
    writer.commit();
    if (report != null) {
      new TrainingReport(modelId, training, corpus, model, quality, wall, cpu, logPosteriors)
          .write(report);
    }
    say(
        "model %s is current: perplexity %s in training, %s held out; coherence %s; unseen of %s: %s of the words, %s of the IPs",
        modelId,
        text("%.1f", quality.training().value()),
        text("%.1f", quality.heldOutPerplexity()),
        text("%.3f", quality.coherence()),
        training.window().trainedFor(),
        percent(quality.unseen().words()),
        percent(quality.unseen().ips()));
    System.out.printf(
        "model_id=%s%ntraining_perplexity=%s%nheldout_perplexity=%s%n",
        modelId,
        text("%.3f", quality.training().value()),
        text("%.3f", quality.heldOutPerplexity()));
  }

  /**
   * By a training of its own, with the same parameters. It always starts at random: an earlier
   * model may have seen on its days what is held out here, and the figure would be too good.
   */
  private Perplexity heldOut(TopicModelTrainer trainer, Corpus corpus) {
    TrainingParameters parameters = training.parameters().forCorpus(corpus);
    try (HeldOut heldOut = HeldOut.of(corpus, parameters.seed())) {
      TopicModel model =
          trainer.train(
              heldOut.training(), parameters, progress("held-out test, ", new ArrayList<>()));
      return Perplexity.ofHeldOut(model, heldOut);
    }
  }

  private Progress progress(String what, List<Double> logPosteriors) {
    return (pass, of, seconds, logPosterior) -> {
      if (logPosterior != null) {
        logPosteriors.add(logPosterior);
      }
      say(
          "%s%s: pass %d of at most %d, %.1f s%s",
          what,
          training.parameters().optimizer(),
          pass,
          of,
          seconds,
          text(", log posterior %.1f", logPosterior));
    };
  }

  private void sayMissingDays(WordCountTable counts) {
    Set<LocalDate> counted = counts.days(training.window());
    List<LocalDate> missing =
        training.window().days().stream()
            .filter(day -> !counted.contains(day))
            .collect(Collectors.toList());
    if (!missing.isEmpty()) {
      say(
          "%s has no word counts for %d of the %d days: %s; trained on the others",
          counts.name(),
          missing.size(),
          training.window().days().size(),
          missing.stream().map(LocalDate::toString).collect(Collectors.joining(", ")));
    }
  }

  private static String text(String format, Double value) {
    return value == null ? (format.startsWith(",") ? "" : "unknown") : String.format(format, value);
  }

  private static String percent(Double share) {
    return text("%.1f %%", share == null ? null : share * 100);
  }

  private static void say(String format, Object... values) {
    System.err.printf(format + "%n", values);
  }
}
