/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.suspiciousconnects.endtoend.Operator.Answer;
import org.suspiciousconnects.endtoend.bruteforce.BackOff;
import org.suspiciousconnects.endtoend.bruteforce.DayWords;
import org.suspiciousconnects.endtoend.bruteforce.DnsWords;
import org.suspiciousconnects.endtoend.bruteforce.FlowWords;
import org.suspiciousconnects.endtoend.bruteforce.Group;
import org.suspiciousconnects.endtoend.bruteforce.HandMadeAnswers;
import org.suspiciousconnects.endtoend.bruteforce.HandMadeFlows;
import org.suspiciousconnects.endtoend.bruteforce.HandMadeRequests;
import org.suspiciousconnects.endtoend.bruteforce.History;
import org.suspiciousconnects.endtoend.bruteforce.Item;
import org.suspiciousconnects.endtoend.bruteforce.Listing;
import org.suspiciousconnects.endtoend.bruteforce.Meeting;
import org.suspiciousconnects.endtoend.bruteforce.Networks;
import org.suspiciousconnects.endtoend.bruteforce.ProxyWords;
import org.suspiciousconnects.endtoend.bruteforce.Reference;
import org.suspiciousconnects.endtoend.bruteforce.Scored;
import org.suspiciousconnects.endtoend.bruteforce.Series;
import org.suspiciousconnects.endtoend.bruteforce.TopicCounts;
import org.suspiciousconnects.endtoend.bruteforce.Verdict;

/**
 * Method profile on real engines against the same by loops over lists, on hand-made days: what is
 * counted of a day, what a model keeps of its history, the groups' figures and the list. Of a model
 * only the topics' counts are taken as they are.
 */
@TestMethodOrder(OrderAnnotation.class)
class ProfileMethodTest {
  private static final String DATABASE = "profiles";
  private static final int REFERENCE_DAYS = 2;
  private static final LocalDate SCORED = HandMadeFlows.SCORED;
  private static final LocalDate LONELY = HandMadeFlows.LONELY;
  private static final Networks NETWORKS =
      new Networks(List.of("10.0.0.0/8", "198.51.100.0/25", "fc00::/7"));
  private static final Map<String, Object> COUNTING = Map.of("reference_days", REFERENCE_DAYS);
  private static final Map<String, Object> ALL = limits(1, -1);
  private static final long MILLION = 1_000_000;

  /** Doubles may differ by this share: sums of a few products. */
  private static final double CLOSE = 1e-12;

  /** Groups that do not tie have to differ by this share, lest the last bits decide. */
  private static final double APART = 1e-9;

  private static final List<ProfileSource> SOURCES = List.of(flow(), dns(), proxy());

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  static Path temp;

  static Operator operator;

  /** By source. */
  private static final Map<String, String> MODELS = new HashMap<>();

  private static final Map<String, Map<Group, Scored>> GROUPS = new HashMap<>();

  /** What Spark gave, by what it was asked. */
  private static Map<String, List<String>> onSpark;

  @BeforeAll
  static void daysAndTheirWords() throws Exception {
    Path root = Path.of(System.getProperty("repository.root")).toRealPath();
    operator = new Operator(root, Files.createDirectories(temp.resolve("sandbox")));
    done(operator.types("sandbox.sh", "start"));
    done(operator.types("setup.sh", "--database", DATABASE));
    SqlSession session = new SqlSession(operator, DATABASE);
    session.does(
        "INSERT INTO network_context VALUES"
            + " ('198.51.100.0/25', 'a branch', TRUE), ('203.0.113.0/24', 'a partner', FALSE)",
        "INSERT INTO allow_list VALUES "
            + Stream.of(
                    "NULL, 'cidr', '10.0.0.21/32'",
                    "'flow', 'port', '" + HandMadeFlows.ALLOWED_PORT + "'",
                    "'dns', 'domain', '" + HandMadeAnswers.ALLOWED + "'",
                    "'proxy', 'user_agent', '" + HandMadeRequests.ALLOWED_AGENT + "'")
                .map(entry -> "(" + entry + ", 'ours', 'tester', '2016-07-01 12:00:00', NULL)")
                .collect(Collectors.joining(", ")));
    for (ProfileSource source : SOURCES) {
      List<String> rows = new ArrayList<>();
      for (LocalDate day : source.series().days()) {
        source.series().events(day).forEach(event -> rows.add(event.row()));
      }
      session.does(
          "INSERT INTO " + source.name() + " PARTITION (y, m, d, h) VALUES " + joined(rows),
          String.format(
              "INSERT INTO %s_feedback PARTITION (feedback_id = 'tester') (%s) VALUES %s",
              source.name(),
              Verdict.COLUMNS,
              joined(source.verdicts().stream().map(Verdict::row).toList())));
      for (LocalDate day : source.series().days()) {
        session.file(counting(source), day, COUNTING);
      }
    }
    session.runs("spark");
  }

  @AfterAll
  static void stop() throws Exception {
    operator.types("sandbox.sh", "stop");
  }

  @ParameterizedTest
  @ValueSource(strings = {"flow", "dns", "proxy"})
  @Order(1)
  void whatIsCountedOfADay(String name) throws Exception {
    ProfileSource source = source(name);
    try (HiveConnection hive = HiveConnection.open(operator)) {
      for (LocalDate day : source.series().days()) {
        DayWords words = source.series().words(day);
        assertSame(
            words.meetings.stream().map(m -> tabs(m.kind(), m.item(), m.ip())),
            hive.rows(query("item_kind, item, ip", name + "_clients", of(day))));
        assertSame(
            words.pairs.entrySet().stream().map(ProfileMethodTest::itemRow),
            hive.rows(query("ip, item, word", name + "_pairs", of(day))));
        assertSame(
            words.fans.entrySet().stream().map(ProfileMethodTest::itemRow),
            hive.rows(query("ip, item, word", name + "_fans", of(day))));
        assertSame(
            words.counts.entrySet().stream()
                .map(
                    e ->
                        tabs(
                            e.getKey().ip(), e.getKey().word(), e.getValue(), source.vocabulary())),
            hive.rows(
                query(
                    "ip, word, word_count, vocabulary",
                    name + "_word_counts",
                    of(day) + " AND score_method = 'profile'")));
        assertKnown(source, day, hive);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"flow", "dns", "proxy"})
  @Order(2)
  void whatAModelKeepsOfItsHistory(String name) throws Exception {
    ProfileSource source = source(name);
    Answer answer = done(train(source, SCORED));
    String model =
        answer.out().lines().filter(l -> l.startsWith("model_id=")).findAny().orElseThrow();
    MODELS.put(name, model.substring("model_id=".length()));
    History history = source.history(SCORED);
    String ofModel = " WHERE model_id = '" + MODELS.get(name) + "'";
    try (HiveConnection hive = HiveConnection.open(operator)) {
      List<String> parts = new ArrayList<>();
      for (Map.Entry<String, BackOff.Part> part : history.backOff().parts().entrySet()) {
        parts.add(tabs(part.getKey(), part.getValue().tokens(), part.getValue().continuations()));
      }
      assertSame(
          parts.stream(),
          hive.rows(query("word_part, tokens, continuations", name + "_word_parts", "") + ofModel));
      assertSame(
          history.ownCounts().entrySet().stream()
              .map(e -> tabs(e.getKey().ip(), e.getKey().word(), e.getValue())),
          hive.rows(query("ip, word, tokens", name + "_own_counts", "") + ofModel));
      GROUPS.put(name, source.groups(counts(source, SCORED), SCORED, topics(source, hive)));
      if (name.equals("flow")) {
        GROUPS.put("lonely", source.groups(counts(source, LONELY), SCORED, topics(source, hive)));
      }
    }
    assertNoDoubtOfTies(GROUPS.get(name).values());
  }

  @Test
  @Order(3)
  void aDayWithoutHistoryHasNoModel() throws Exception {
    Answer answer = train(source("flow"), HandMadeFlows.FIRST);
    assertEquals(3, answer.status(), answer.err());
  }

  @Test
  @Order(4)
  void groupsAndTheListOnSpark() throws Exception {
    SqlSession session = new SqlSession(operator, DATABASE);
    for (ProfileSource source : SOURCES) {
      if (source.name().equals("dns")) {
        session.file(counting(source), SCORED, COUNTING).shows(counted(source, "again"));
        aMillionOfOne(source, session);
      }
      session.file(scoring(source), SCORED, ALL).shows(listed(source, SCORED, "all"));
      session
          .file(scoring(source), SCORED, limitsOf(source))
          .shows(listed(source, SCORED, "limited"));
    }
    ProfileSource flow = source("flow");
    session
        .file(scoring(flow), SCORED, ALL)
        .shows(listed(flow, SCORED, "again"))
        .shows(counted(flow, "once"));
    Map<String, Object> withModel = new LinkedHashMap<>(ALL);
    withModel.put("model_id", MODELS.get("flow"));
    session.file(scoring(flow), LONELY, withModel).shows(listed(flow, LONELY, "lonely"));
    onSpark = session.runs("spark");
  }

  @ParameterizedTest
  @ValueSource(strings = {"flow", "dns", "proxy"})
  @Order(5)
  void eachRowOfTheList(String name) {
    ProfileSource source = source(name);
    assertListed(source, SCORED, GROUPS.get(name), ALL, "all");
    assertListed(source, SCORED, GROUPS.get(name), limitsOf(source), "limited");
    List<String> run = List.of(onSpark.get(name + " runs limited").get(0).split("\t"));
    for (int i : List.of(3, 4, 5, 7)) {
      assertNotEquals("0", run.get(i), "no event has fate " + i + ": " + run);
    }
  }

  @Test
  @Order(5)
  void aVerdictTakesEventsOffAList() {
    List<String> run = List.of(onSpark.get("dns runs all").get(0).split("\t"));
    assertNotEquals("0", run.get(6), "no event has fate 6: " + run);
  }

  @Test
  @Order(5)
  void oneEventOnly() {
    assertListed(source("flow"), LONELY, GROUPS.get("lonely"), ALL, "lonely");
    assertEquals(1, onSpark.get("flow list lonely").size());
  }

  @Test
  @Order(5)
  void theSameAgain() {
    assertEquals(onSpark.get("flow list all"), onSpark.get("flow list again"));
    ProfileSource dns = source("dns");
    assertSame(
        dns.series().words(SCORED).counts.entrySet().stream()
            .map(e -> tabs(e.getKey().ip(), e.getKey().word(), e.getValue())),
        onSpark.get("dns counts again"));
  }

  @Test
  @Order(6)
  void flowsOnHive() throws Exception {
    ProfileSource flow = source("flow");
    Map<String, List<String>> onHive =
        new SqlSession(operator, DATABASE)
            .file(counting(flow), SCORED, COUNTING)
            .file(scoring(flow), SCORED, ALL)
            .shows(counted(flow, "once"))
            .shows(listed(flow, SCORED, "all"))
            .runs("hive");
    assertEquals(5, onHive.size());
    onHive.forEach(
        (what, rows) ->
            assertEquals(String.join("\n", onSpark.get(what)), String.join("\n", rows), what));
  }

  @Test
  @Order(7)
  void aDayOfInvalidEventsLeavesWhatIsThere() throws Exception {
    ProfileSource flow = source("flow");
    SqlSession before = new SqlSession(operator, DATABASE);
    String invalid =
        flow.series().events(SCORED).stream()
            .filter(event -> !event.isValid())
            .findFirst()
            .orElseThrow()
            .row()
            .replaceAll(", 8, ([0-9]+)\\)$", ", 9, 23)");
    before.does(
        "ALTER TABLE flow DROP PARTITION (y = 2016, m = 7, d = 9)",
        "INSERT INTO flow PARTITION (y, m, d, h) VALUES " + invalid);
    Answer answer = before.file(counting(flow), LONELY, COUNTING).ends("spark");
    assertEquals(3, answer.status(), answer.err());
    try (HiveConnection hive = HiveConnection.open(operator)) {
      DayWords words = flow.series().words(LONELY);
      assertSame(
          words.counts.keySet().stream().map(group -> tabs(group.ip(), group.word())),
          hive.rows(
              query("ip, word", "flow_word_counts", of(LONELY) + " AND score_method = 'profile'")));
      assertSame(
          words.pairs.entrySet().stream().map(ProfileMethodTest::itemRow),
          hive.rows(query("ip, item, word", "flow_pairs", of(LONELY))));
      assertSame(
          words.meetings.stream().map(m -> tabs(m.kind(), m.item(), m.ip())),
          hive.rows(query("item_kind, item, ip", "flow_clients", of(LONELY))));
      assertKnown(flow, LONELY, hive);
      assertEquals(
          List.of("1"),
          hive.rows(
              query(
                  "score_rank",
                  "flow_scored_results",
                  of(LONELY) + " AND score_method = 'profile'")));
    }
  }

  /** Each item that is noted has its clients, and each that the day's words need is noted. */
  private static void assertKnown(ProfileSource source, LocalDate day, HiveConnection hive)
      throws Exception {
    String name = source.name();
    Reference reference = source.series().reference(day);
    Map<String, String> known = new TreeMap<>();
    for (String row :
        hive.rows(
            query(
                "item_kind, item, clients" + (name.equals("flow") ? ", internal" : ""),
                name + "_known",
                of(day)))) {
      String[] columns = row.split("\t");
      assertEquals("" + reference.clients(columns[0], columns[1]), columns[2], day + " " + row);
      if (columns[0].equals("ip")) {
        assertEquals(NETWORKS.isInternal(columns[1]) ? "1" : "0", columns[3], day + " " + row);
      }
      known.put(columns[0] + " " + columns[1], columns[2]);
    }
    for (Meeting meeting : source.series().words(day).meetings) {
      long clients = reference.clients(meeting.kind(), meeting.item());
      // Of ports only those that are a service make a difference.
      if (clients >= (meeting.kind().equals("port") ? 20 : 1)) {
        assertEquals(
            "" + clients, known.get(meeting.kind() + " " + meeting.item()), day + " " + meeting);
      }
    }
  }

  private static void assertListed(
      ProfileSource source,
      LocalDate day,
      Map<Group, Scored> groups,
      Map<String, Object> limits,
      String what) {
    Listing listing =
        source.listing(
            day, groups, (Double) limits.get("threshold"), (Long) limits.get("max_results"));
    List<String> wanted = new ArrayList<>();
    for (Listing.Line line : listing.lines) {
      Listing.Candidate candidate = line.candidate();
      Scored best = candidate.best();
      wanted.add(
          tabs(
              candidate.shown(),
              best.share(),
              line.rank(),
              candidate.verdict(),
              candidate.isAllowed() ? "yes" : "no",
              best.group().word().split("\\|")[0],
              best.group().ip() + " " + best.group().word(),
              best.size(),
              best.expected(),
              best.logP()));
    }
    assertClose(wanted, onSpark.get(source.name() + " list " + what));
    long invalid = source.series().events(day).stream().filter(e -> !e.isValid()).count();
    long all = source.series().events(day).size();
    assertEquals(
        List.of(
            tabs(
                all,
                all - invalid,
                invalid,
                listing.aboveThreshold,
                listing.beyondMaxResults,
                listing.allowListed,
                listing.feedbackRemoved,
                listing.kept)),
        onSpark.get(source.name() + " runs " + what));
  }

  /** Rows that are the same, but for their last two columns, which may differ a little. */
  private static void assertClose(List<String> wanted, List<String> found) {
    Map<String, String> rows = new HashMap<>();
    found.forEach(row -> rows.put(withoutFigures(row), row));
    assertSame(wanted.stream().map(ProfileMethodTest::withoutFigures), List.copyOf(rows.keySet()));
    assertEquals(wanted.size(), found.size());
    for (String row : wanted) {
      String[] one = row.split("\t");
      String[] other = rows.get(withoutFigures(row)).split("\t");
      for (int i = one.length - 2; i < one.length; i++) {
        double figure = Double.parseDouble(one[i]);
        assertEquals(
            figure,
            Double.parseDouble(other[i]),
            Math.abs(figure) * CLOSE,
            "column " + i + " of " + row);
      }
    }
  }

  private static String withoutFigures(String row) {
    return row.substring(0, row.lastIndexOf('\t', row.lastIndexOf('\t') - 1));
  }

  private static void assertNoDoubtOfTies(Collection<Scored> groups) {
    for (Scored one : groups) {
      for (Scored other : groups) {
        assertTrue(
            one.logP() == other.logP()
                || Math.abs(one.logP() - other.logP()) > APART * Math.abs(one.logP()),
            one + " and " + other + " are too close to tell whether they tie");
      }
    }
  }

  /** One of the day's groups becomes one of a million, as if so many events had been counted. */
  private static void aMillionOfOne(ProfileSource source, SqlSession session) throws Exception {
    Group group = ofAMillion(source);
    String table = source.name() + "_word_counts";
    String day = of(SCORED) + " AND score_method = 'profile'";
    session.does(
        String.format(
            "CREATE TABLE million USING PARQUET AS SELECT ip, word, CASE WHEN ip = '%s' AND word = '%s' THEN"
                + " CAST(%d AS BIGINT) ELSE word_count END AS word_count, vocabulary FROM %s WHERE %s",
            group.ip(), group.word(), MILLION, table, day),
        String.format(
            "INSERT OVERWRITE TABLE %s PARTITION (y = 2016, m = 7, d = 8, score_method = 'profile')"
                + " SELECT ip, word, word_count, vocabulary FROM million",
            table),
        "DROP TABLE million");
  }

  private static Group ofAMillion(ProfileSource source) {
    return source.series().words(SCORED).counts.keySet().stream()
        .filter(g -> g.ip().equals("10.0.0.5") && g.word().startsWith("event|"))
        .findFirst()
        .orElseThrow();
  }

  private static Map<Group, Long> counts(ProfileSource source, LocalDate day) {
    Map<Group, Long> counts = source.series().words(day).counts;
    if (source.name().equals("dns")) {
      counts.put(ofAMillion(source), MILLION);
    }
    return counts;
  }

  private static TopicCounts topics(ProfileSource source, HiveConnection hive) throws Exception {
    String ofModel = " WHERE model_id = '" + MODELS.get(source.name()) + "'";
    Map<Integer, Double> corpus = new TreeMap<>();
    for (String row : hive.rows(query("topic, tokens", source.name() + "_topics", "") + ofModel)) {
      String[] columns = row.split("\t");
      corpus.put(Integer.valueOf(columns[0]), Double.valueOf(columns[1]));
    }
    assertEquals(2, corpus.size());
    TopicCounts topics =
        new TopicCounts(corpus.values().stream().mapToDouble(Double::doubleValue).toArray());
    for (String row :
        hive.rows(query("ip, topic_counts", source.name() + "_topic_mix", "") + ofModel)) {
      String[] columns = row.split("\t");
      topics.ip(columns[0], TopicCounts.vector(columns[1]));
    }
    for (String row :
        hive.rows(query("word, topic_counts", source.name() + "_word_topics", "") + ofModel)) {
      String[] columns = row.split("\t");
      topics.word(columns[0], TopicCounts.vector(columns[1]));
    }
    return topics;
  }

  /** Limits that cut a list in the midst of what it has. */
  private static Map<String, Object> limitsOf(ProfileSource source) {
    Listing all = source.listing(SCORED, GROUPS.get(source.name()), 1, -1);
    List<Double> shares = new ArrayList<>();
    for (Listing.Line line : all.lines) {
      double share = line.candidate().best().share();
      if (line.rank() != null && !shares.contains(share)) {
        shares.add(share);
      }
    }
    return limits(shares.get(shares.size() * 2 / 3), shares.size() / 3);
  }

  private static Map<String, Object> limits(double threshold, long maxResults) {
    return Map.of("threshold", threshold, "max_results", maxResults);
  }

  private static Map<String, String> counted(ProfileSource source, String what) {
    String name = source.name();
    Map<String, String> queries = new LinkedHashMap<>();
    queries.put(
        name + " counts " + what,
        query(
            "ip, word, word_count",
            name + "_word_counts",
            of(SCORED) + " AND score_method = 'profile'"));
    queries.put(
        name + " clients " + what, query("item_kind, item, ip", name + "_clients", of(SCORED)));
    queries.put(name + " pairs " + what, query("ip, item, word", name + "_pairs", of(SCORED)));
    return queries;
  }

  private static Map<String, String> listed(ProfileSource source, LocalDate day, String what) {
    String name = source.name();
    String when = of(day) + " AND score_method = 'profile'";
    Map<String, String> queries = new LinkedHashMap<>();
    queries.put(
        name + " list " + what,
        query(
            source.shown()
                + ", "
                + source.words()
                + ", score, score_rank, verdict, CASE WHEN allow_listed IS NULL THEN 'no' ELSE 'yes' END"
                + " AS allowed, score_view, group_id, group_size, expected, log_p",
            name + "_scored_results",
            when));
    queries.put(
        name + " runs " + what,
        query(
            "events_in, events_scored, events_invalid, above_threshold, beyond_max_results,"
                + " allow_listed, feedback_removed, kept",
            "score_runs",
            "source = '" + name + "' AND " + when));
    return queries;
  }

  private static String query(String columns, String table, String condition) {
    return "SELECT "
        + columns
        + " FROM "
        + DATABASE
        + "."
        + table
        + (condition.isEmpty() ? "" : " WHERE " + condition);
  }

  private static String of(LocalDate day) {
    return String.format(
        "y = %d AND m = %d AND d = %d", day.getYear(), day.getMonthValue(), day.getDayOfMonth());
  }

  private static Answer train(ProfileSource source, LocalDate day) throws Exception {
    return operator.types(
        "train.sh",
        "--source",
        source.name(),
        "--database",
        DATABASE,
        "--method",
        "profile",
        "--date",
        "" + day,
        "--topics",
        "2",
        "--max-iterations",
        "3",
        "--no-held-out");
  }

  private static String counting(ProfileSource source) {
    return "count_words_" + source.name() + "_profile";
  }

  private static String scoring(ProfileSource source) {
    return "score_" + source.name() + "_profile";
  }

  private static ProfileSource source(String name) {
    return SOURCES.stream().filter(source -> source.name().equals(name)).findAny().orElseThrow();
  }

  private static ProfileSource flow() {
    Series<?> series =
        new Series<>(
            REFERENCE_DAYS,
            HandMadeFlows.all(),
            (events, reference) -> FlowWords.of(events, NETWORKS, reference));
    return new ProfileSource(
        "flow",
        "spot",
        series,
        event -> {
          List<String> columns = List.of(event.shown().split("\t"));
          return columns.subList(1, 3).contains("10.0.0.21")
              || columns.subList(3, 5).contains("" + HandMadeFlows.ALLOWED_PORT);
        },
        List.of(
            new Verdict(
                new Group(
                    HandMadeFlows.SCANNER,
                    series.words(SCORED).fans.get(new Item(HandMadeFlows.SCANNER, "src-int-to22"))),
                3,
                "ip_word",
                SCORED,
                null,
                "2016-07-09 12:00:00"),
            // The beacon of the days before: left out of the history, shown on the scored day if it
            // is the same word.
            new Verdict(
                new Group(
                    "10.0.0.2",
                    series
                        .words(SCORED.minusDays(1))
                        .pairs
                        .get(new Item("10.0.0.2", "192.0.2.20"))),
                1,
                "ip_word",
                SCORED.minusDays(1),
                null,
                "2016-07-09 12:00:01")),
        "treceived, sip, dip, sport, dport, proto, ipkt, ibyt",
        "src_word, dst_word");
  }

  private static ProfileSource dns() {
    Series<?> series = new Series<>(REFERENCE_DAYS, HandMadeAnswers.all(), DnsWords::of);
    // All groups of a client, so that whichever is the best of an event is judged.
    List<Verdict> verdicts =
        new ArrayList<>(
            series.words(SCORED).counts.keySet().stream()
                .filter(group -> group.ip().equals(HandMadeAnswers.LOST))
                .map(group -> new Verdict(group, 3, "event", SCORED, null, "2016-07-09 12:00:00"))
                .toList());
    // Only of one day of the history.
    verdicts.add(
        new Verdict(
            new Group(
                "10.0.0.2", series.words(SCORED.minusDays(1)).fans.get(new Item("10.0.0.2", "ok"))),
            2,
            "event",
            SCORED.minusDays(1),
            null,
            "2016-07-09 12:00:01"));
    // Over when the day is scored.
    verdicts.add(
        new Verdict(
            new Group("10.0.0.1", "event|t1|rc0|k21|l1|d0|f7"),
            3,
            "word",
            SCORED.minusDays(1),
            SCORED.minusDays(1),
            "2016-07-09 12:00:02"));
    return new ProfileSource(
        "dns",
        "psl",
        series,
        event ->
            event.shown().contains("\t10.0.0.21\t")
                || event.shown().contains("." + HandMadeAnswers.ALLOWED),
        verdicts,
        "frame_time, frame_len, ip_dst, dns_qry_name, dns_qry_type, dns_qry_rcode",
        "word");
  }

  private static ProfileSource proxy() {
    Series<?> series = new Series<>(REFERENCE_DAYS, HandMadeRequests.all(), ProxyWords::of);
    Group pair =
        new Group(
            HandMadeRequests.JUDGED,
            series.words(SCORED).pairs.get(new Item(HandMadeRequests.JUDGED, "judged.test")));
    return new ProfileSource(
        "proxy",
        "psl",
        series,
        event ->
            event.shown().contains("\t10.0.0.21\t")
                || event.shown().contains("\t" + HandMadeRequests.ALLOWED_AGENT + "\t"),
        List.of(
            // At every IP, though the newer one on one of them counts there.
            new Verdict(pair, 3, "word", SCORED, null, "2016-07-09 12:00:00"),
            new Verdict(
                new Group("10.0.0.11", pair.word()),
                2,
                "ip_word",
                SCORED,
                null,
                "2016-07-09 12:00:01")),
        "p_date, p_time, clientip, host, reqmethod, useragent, respcode, fulluri",
        "word");
  }

  private static String itemRow(Map.Entry<Item, String> entry) {
    return tabs(entry.getKey().ip(), entry.getKey().item(), entry.getValue());
  }

  private static String tabs(Object... values) {
    return Stream.of(values)
        .map(value -> value == null ? "NULL" : value.toString())
        .collect(Collectors.joining("\t"));
  }

  private static String joined(List<String> rows) {
    return String.join(",\n", rows);
  }

  /** The same rows, in whatever order. */
  private static void assertSame(Stream<String> wanted, List<String> found) {
    assertEquals(
        wanted.sorted().collect(Collectors.joining("\n")),
        found.stream()
            .map(row -> row.replace("\tnull", "\tNULL"))
            .sorted()
            .collect(Collectors.joining("\n")));
  }

  private static Answer done(Answer answer) {
    assertEquals(0, answer.status(), answer.err());
    return answer;
  }
}
