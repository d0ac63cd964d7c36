/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileProbabilityTest {
  private static final WordParts PARTS = WordParts.parse("7:2:14:3;6:0:6:2");

  /** Of {@link #PARTS}. */
  private static final double BACKGROUND = 7.5 / 16 * (6 + 65 / 8.5) / 17;

  @Test
  void isTheSumOverTheTopics() {
    double byHand =
        (8 + 2.5) / 15 * (4 + 20 * BACKGROUND) / 27 + (2 + 2.5) / 15 * (20 * BACKGROUND) / 27;
    assertEquals(byHand, of(new double[] {8, 2}, new double[] {4, 0}, 0), 1e-15);
  }

  @Test
  void anUnknownAddressHasTheCorpussMixAndAnUnknownWordTheBackground() {
    assertEquals(20 * BACKGROUND / 27, of(null, null, 0), 1e-15);
    assertEquals(
        of(new double[2], new double[2], 0), of(null, null, 0), "unknown is without counts");
    assertEquals(of(new double[2], new double[] {3, 1}, 0), of(null, new double[] {3, 1}, 0));
    assertEquals(of(new double[] {3, 1}, new double[2], 0), of(new double[] {3, 1}, null, 0));
  }

  /** Of 2 own tokens, r is 2/3 and 1/3: (6 * 2/7) to (3 * 2/7). */
  @Test
  void ownTokensLieInTheTopicsWhereBothAre() {
    double background = Background.of(PARTS, 2);
    double first = 2 * 2.0 / 3;
    double second = 2 * 1.0 / 3;
    double byHand =
        (6 - first + 5 * (7 - first) / 12)
                / (9 - 2 + 5)
                * (2 - first + 20 * background)
                / (7 - first + 20)
            + (3 - second + 5 * (7 - second) / 12)
                / (9 - 2 + 5)
                * (2 - second + 20 * background)
                / (7 - second + 20);
    assertEquals(byHand, of(new double[] {6, 3}, new double[] {2, 2}, 2), 1e-15);
  }

  @Test
  void ownTokensOfWhatTheTopicsDoNotShareAreLeftOutOfTheTotalsOnly() {
    double background = Background.of(PARTS, 2);
    double byHand =
        (9 + 5 * 7.0 / 12) / (9 - 2 + 5) * 20 * background / 27
            + 5 * 7.0 / 12 / 12 * (4 + 20 * background) / 27;
    assertEquals(byHand, of(new double[] {9, 0}, new double[] {0, 4}, 2), 1e-15);
  }

  @Test
  void withMoreOwnTokensThanThereAreNothingFallsBelowZero() {
    double background = Background.of(PARTS, 99);
    assertEquals(
        20 * background / (7 - 0 + 20) * 0.5 + 0.5 * 20 * background / 20,
        ProfileProbability.of(
            new double[] {0, 3}, new double[] {0, 2}, new double[] {.5, .5}, 14, PARTS, 99),
        1e-15,
        "the second topic is empty, the first is not, the corpus is");
  }

  @Test
  void anEmptyCorpusHasNoMixOfItsOwn() {
    double empty = ProfileProbability.of(null, null, new double[] {0, 0, 0}, 0, PARTS, 0);
    assertEquals(BACKGROUND, empty, 1e-15);
  }

  @Test
  void staysUpToOneForVectorsThatCanNotBe() {
    double[] most = {0x1p63, 0x1p63};
    WordParts sure = WordParts.of(Long.MAX_VALUE, 0, 0, 0, Long.MAX_VALUE, 0, Long.MAX_VALUE, 0);
    assertEquals(1.0, ProfileProbability.of(most, most, new double[] {0, 1e-300}, 1, sure, 0));
    assertEquals(1.0, ProfileProbability.of(most, most, new double[] {1e-320, 5e-324}, 5, sure, 3));
  }

  @Test
  void refusesVectorsOfDifferentLength() {
    double[] two = {1, 1};
    double[] mix = {.2, .3, .5};
    assertMessage(
        "ip_topic_counts has 2 topics, corpus_mix has 3: they are not of one model",
        () -> ProfileProbability.of(two, null, mix, 9, PARTS, 0));
    assertMessage(
        "word_topic_counts has 2 topics, corpus_mix has 3: they are not of one model",
        () -> ProfileProbability.of(null, two, mix, 9, PARTS, 0));
    assertMessage(
        "corpus_mix has no topics",
        () -> ProfileProbability.of(null, null, new double[0], 9, PARTS, 0));
    assertMessage("own is -1, not a count of tokens", () -> of(null, null, -1));
  }

  @ParameterizedTest
  @ValueSource(
      doubles = {
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        -Double.MIN_VALUE,
        -1,
        0x1.0000000000001p63
      })
  void refusesWhatIsNoCount(double number) {
    double[] bad = {1, number};
    double[] good = {1, 1};
    assertMessage("ip_topic_counts has " + number, () -> of(bad, good, 0));
    assertMessage("word_topic_counts has " + number, () -> of(good, bad, 0));
    assertMessage(
        "corpus_mix has " + number, () -> ProfileProbability.of(good, good, bad, 9, PARTS, 0));
    assertMessage(
        "corpus_tokens has " + number,
        () -> ProfileProbability.of(good, good, good, number, PARTS, 0));
  }

  @Property
  void equalsTheFormula(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 25) int topics,
      @ForAll @Size(min = 8, max = 40) List<@LongRange(max = 1_000_000_000L) Long> some,
      @ForAll @IntRange(max = 30) int shift,
      @ForAll @IntRange(max = 3) int kindOfOwn) {
    Model model = new Model(new Random(seed), topics);
    long[][] parts = BackgroundTest.parts(some, shift);
    long own =
        switch (kindOfOwn) {
          case 0 -> 0;
          case 1 -> (long) (sum(model.ip) / 2);
          case 2 -> 1 + (long) (2 * sum(model.ip)); // more than the address has
          default -> 1 + (long) (2 * model.tokens); // more than there are
        };
    ExactNumbers.assertClose(
        ExactNumbers.probability(model.ip, model.word, model.mix, model.tokens, parts, own),
        ProfileProbability.of(
            model.ip, model.word, model.mix, model.tokens, ToyVocabulary.of(parts), own),
        1e-11);
  }

  @Property
  void anyFiniteCountsGiveAProbability(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 5) int topics,
      @ForAll @Size(min = 8, max = 40) List<@LongRange(max = Long.MAX_VALUE) Long> some,
      @ForAll @LongRange(max = Long.MAX_VALUE) long own) {
    Random random = new Random(seed);
    double[] any =
        random.ints(3L * topics + 1, -1074, 64).mapToDouble(e -> Math.scalb(1, e)).toArray();
    double[] sparse = Arrays.stream(any).map(x -> random.nextInt(4) == 0 ? 0 : x).toArray();
    double probability =
        ProfileProbability.of(
            Arrays.copyOfRange(sparse, 0, topics),
            Arrays.copyOfRange(sparse, topics, 2 * topics),
            Arrays.copyOfRange(sparse, 2 * topics, 3 * topics),
            sparse[3 * topics],
            WordParts.of(some.stream().mapToLong(n -> n).limit(some.size() / 4 * 4).toArray()),
            own >> random.nextInt(64));
    assertTrue(probability > 0 && probability <= 1, () -> "" + probability);
  }

  /**
   * Where the words' topic counts add up to the topics', and all words to the closed vocabulary.
   */
  @Property
  void theProbabilitiesOfAllWordsAddUp(
      @ForAll @Size(min = 1, max = 30) List<@IntRange(max = 31) Integer> tokens,
      @ForAll @IntRange(min = 1, max = 6) int topics,
      @ForAll long seed) {
    Random random = new Random(seed);
    Map<List<String>, Long> counts = new HashMap<>();
    Map<List<String>, double[]> topicCounts = new HashMap<>();
    double[] topicTokens = new double[topics];
    for (int token : tokens) {
      String view = List.of("event", "pair", "fan").get(token % 3);
      List<String> word = List.of(view, "a" + token / 16, "b" + token / 4 % 4);
      counts.merge(word, 1L, Long::sum);
      int topic = random.nextInt(topics);
      topicCounts.computeIfAbsent(word, w -> new double[topics])[topic]++;
      topicTokens[topic]++;
    }
    ToyVocabulary toy = new ToyVocabulary(counts);
    double all = toy.all();
    double[] mix = Arrays.stream(topicTokens).map(n -> n / all).toArray();
    double[] ip = random.doubles(topics).map(x -> 20 * x).toArray();
    double sum = 0;
    double background = 0;
    for (List<String> word : toy.words()) {
      WordParts parts = ToyVocabulary.of(toy.parts(word));
      sum += ProfileProbability.of(ip, topicCounts.get(word), mix, all, parts, 0);
      background += Background.of(parts, 0);
    }
    double expected = 0;
    for (int k = 0; k < topics; k++) {
      expected +=
          (ip[k] + 5 * mix[k])
              / (sum(ip) + 5)
              * (topicTokens[k] + 20 * background)
              / (topicTokens[k] + 20);
    }
    assertEquals(expected, sum, 1e-12);
    assertTrue(background < 1 && sum < 1 + 1e-12, "a fourth view keeps a share");
  }

  @Property
  void withoutItsOwnTokensAWordIsLessLikely(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 9) int own) {
    Random random = new Random(seed);
    double others = 10 + random.nextInt(1000);
    double[] ip = {own, 3};
    double[] word = {own, 0};
    double[] mix = {.5, .5};
    long all = (long) (2 * (own + others));
    WordParts parts = WordParts.of(all, 9, 2 * all, 3, own, 0, own + 1, 12);
    assertTrue(
        ProfileProbability.of(ip, word, mix, all, parts, own)
            < ProfileProbability.of(ip, word, mix, all, parts, 0));
  }

  private static double of(double[] ip, double[] word, long own) {
    return ProfileProbability.of(ip, word, new double[] {.5, .5}, 14, PARTS, own);
  }

  private static void assertMessage(String start, Executable executable) {
    var e = assertThrows(IllegalArgumentException.class, executable);
    assertTrue(e.getMessage().startsWith(start), e.getMessage());
  }

  private static double sum(double[] vector) {
    return Arrays.stream(vector).sum();
  }

  /** Counts of one model: no word has more in a topic than the topic, some topics are empty. */
  private static final class Model {
    final double[] ip;
    final double[] word;
    final double[] mix;
    final double tokens;

    Model(Random random, int topics) {
      double[] inTopic = counts(random, topics, 1_000_000);
      inTopic[random.nextInt(topics)] += 1;
      tokens = sum(inTopic);
      mix = Arrays.stream(inTopic).map(n -> n / tokens).toArray();
      ip = counts(random, topics, 1000);
      word = new double[topics];
      for (int k = 0; k < topics; k++) {
        word[k] = mix[k] * tokens * (random.nextInt(3) == 0 ? 0 : 0.999 * random.nextDouble());
      }
    }

    private static double[] counts(Random random, int topics, double most) {
      return random
          .doubles(topics)
          .map(x -> random.nextInt(3) == 0 ? 0 : most * Math.pow(x, 5))
          .toArray();
    }
  }
}
