/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.load;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.suspiciousconnects.command.CommandFailure;

/** Any line is read or refused, and what a format's writer wrote comes back. */
class ParserPropertiesTest {
  private static final long LAST_SECOND = 253402300799L;

  @Property
  void anyLinesAreEventsOrRejectedOrSkipped(
      @ForAll("formats") Format format, @ForAll @Size(max = 6) List<String> lines) {
    read(format, lines);
  }

  @Property
  void almostGoodLinesAreEventsOrRejectedOrSkipped(
      @ForAll("formats") Format format, @ForAll long seed, @ForAll @IntRange(max = 4) int changes) {
    Random random = new Random(seed);
    read(
        format,
        SampleLines.of(format).stream()
            .map(line -> changed(line, random, changes))
            .collect(Collectors.toList()));
  }

  /** Does not catch more than a parser may throw. */
  private static void read(Format format, List<String> lines) {
    LineParser parser = format.newParser();
    for (String line : lines) {
      try {
        Event event = parser.parse(line);
        if (event != null) {
          assertEquals(event.time().toString(), UtcTime.parse(event.time().toString()).toString());
        }
      } catch (RejectedLine e) {
        assertEquals(-1, e.getMessage().indexOf('\n'));
      } catch (CommandFailure e) {
        parser = format.newParser();
      }
    }
  }

  private static String changed(String line, Random random, int changes) {
    StringBuilder text = new StringBuilder(line);
    for (int i = 0; i < changes; i++) {
      int at = random.nextInt(text.length() + 1);
      int end = Math.min(text.length(), at + random.nextInt(4));
      String alphabet = SampleLines.ALPHABET;
      char c = alphabet.charAt(random.nextInt(alphabet.length()));
      text.replace(at, end, random.nextInt(4) == 0 ? "" : String.valueOf(c));
    }
    return text.toString();
  }

  @Property
  void w3cAndBluecoat(
      @ForAll @LongRange(max = LAST_SECOND) long seconds,
      @ForAll @Size(18) List<@net.jqwik.api.From("texts") String> texts,
      @ForAll @IntRange int duration,
      @ForAll @IntRange int scbytes,
      @ForAll @IntRange int csbytes,
      @ForAll long order) {
    UtcTime time = UtcTime.ofEpochSecond(seconds);
    List<String> names = Arrays.asList(W3cParser.BLUECOAT_MAIN.split(" "));
    Map<String, String> values = new HashMap<>();
    values.put("date", time.toString().substring(0, 10));
    values.put("time", time.toString().substring(11));
    values.put("time-taken", "" + duration);
    values.put("sc-bytes", "" + scbytes);
    values.put("cs-bytes", "" + csbytes);
    List<String> rest = new ArrayList<>(names);
    rest.removeAll(values.keySet());
    for (int i = 0; i < rest.size(); i++) {
      values.put(rest.get(i), texts.get(i % texts.size()) + i);
    }
    String path = values.get("cs-uri-path");
    Object[] expected = {
      values.get("date"),
      values.get("time"),
      values.get("c-ip"),
      values.get("cs-host"),
      values.get("cs-method"),
      values.get("cs(User-Agent)"),
      values.get("rs(Content-Type)"),
      duration,
      values.get("cs-username"),
      values.get("cs-auth-group"),
      values.get("x-exception-id"),
      values.get("sc-filter-result"),
      values.get("cs-categories"),
      values.get("cs(Referer)"),
      values.get("sc-status"),
      values.get("s-action"),
      values.get("cs-uri-scheme"),
      values.get("cs-uri-port"),
      // A stem that is a URL would be one; Blue Coat's path is one only in a test.
      RequestUri.ofTarget(path).host() == null ? path : RequestUri.ofTarget(path).path(),
      values.get("cs-uri-query"),
      values.get("cs-uri-extension"),
      values.get("s-ip"),
      scbytes,
      csbytes,
      values.get("x-virus-id"),
      values.get("x-bluecoat-application-name"),
      values.get("x-bluecoat-application-operation"),
      null
    };
    ReadLines bluecoat = ReadLines.of(Format.BLUECOAT, w3cLine(names, values));
    assertEquals(Collections.emptyList(), bluecoat.rejected);
    Object[] row = bluecoat.events.get(0).clone();
    row[ProxyColumn.FULLURI.ordinal()] = null;
    assertArrayEquals(expected, row);

    List<String> shuffled = new ArrayList<>(names);
    Collections.shuffle(shuffled, new Random(order));
    ReadLines w3c =
        ReadLines.of(
            Format.W3C, "#Fields: " + String.join(" ", shuffled), w3cLine(shuffled, values));
    assertArrayEquals(bluecoat.events.get(0), w3c.events.get(0));
  }

  private static String w3cLine(List<String> names, Map<String, String> values) {
    return names.stream()
        .map(values::get)
        .map(
            value ->
                value.matches("(?s)[^\"#].*") && !value.matches("(?s).*[ \t].*")
                    ? value
                    : "\"" + value.replace("\"", "\"\"") + "\"")
        .collect(Collectors.joining(" "));
  }

  @Property
  void squid(
      @ForAll @LongRange(max = LAST_SECOND) long seconds,
      @ForAll @IntRange int elapsed,
      @ForAll @IntRange int size,
      @ForAll("texts") String path,
      @ForAll("texts") String query) {
    String clean = path.replace("?", "");
    ReadLines read =
        ReadLines.of(
            Format.SQUID,
            String.format(
                "%d.%03d %6d 10.0.0.7 TCP_MISS/200 %d GET http://h.example:81/%s?%s bob"
                    + " HIER_DIRECT/::1 text/html",
                seconds, seconds % 1000, elapsed, size, clean, query));
    assertEquals(Collections.emptyList(), read.rejected);
    UtcTime time = UtcTime.ofEpochSecond(seconds);
    assertEquals(
        time.toString(),
        read.value(0, ProxyColumn.P_DATE) + " " + read.value(0, ProxyColumn.P_TIME));
    assertEquals(elapsed, read.value(0, ProxyColumn.DURATION));
    assertEquals(size, read.value(0, ProxyColumn.SCBYTES));
    assertEquals("/" + clean, read.value(0, ProxyColumn.URIPATH));
    assertEquals("?" + query, read.value(0, ProxyColumn.URIQUERY));
    assertEquals(
        "h.example" + (clean.isEmpty() ? "" : "/" + clean) + "?" + query,
        read.value(0, ProxyColumn.FULLURI));
  }

  @Property
  void tshark(
      @ForAll @LongRange(max = LAST_SECOND) long seconds,
      @ForAll @IntRange int length,
      @ForAll("texts") String text,
      @ForAll @IntRange int type,
      @ForAll boolean quoted,
      @ForAll boolean hex) {
    String name = quoted ? text : "n" + text.replace(",", "");
    UtcTime time = UtcTime.ofEpochSecond(seconds);
    String year = FrameTime.of(time).substring(6);
    String day = FrameTime.of(time).substring(0, 6);
    List<String> cells =
        Arrays.asList(
            day + "," + year,
            seconds + ".123456000",
            "" + length,
            "8.8.8.8",
            "10.0.0.7",
            name,
            hex ? String.format("0x%04x", type) : "" + type,
            "0x00000001",
            "0",
            "");
    String line =
        cells.stream()
            .map(cell -> quoted ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell)
            .collect(Collectors.joining(","));
    ReadLines read = ReadLines.of(Format.TSHARK_CSV, line);
    assertEquals(Collections.emptyList(), read.rejected);
    assertArrayEquals(
        new Object[] {
          FrameTime.of(time),
          seconds,
          length,
          "10.0.0.7",
          "8.8.8.8",
          name,
          "0x00000001",
          type,
          0,
          null
        },
        read.events.get(0));
  }

  @Property
  void zeekDns(
      @ForAll @LongRange(max = LAST_SECOND) long seconds,
      @ForAll("texts") String query,
      @ForAll @IntRange int type,
      @ForAll @Size(max = 5) List<@net.jqwik.api.From("texts") String> names)
      throws IOException {
    List<String> answers = new ArrayList<>(names);
    answers.add("2001:db8::1");
    answers.add("1.2.3.4");
    StringWriter line = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(line)) {
      json.writeStartObject();
      json.writeNumberField("ts", seconds);
      json.writeStringField("id.orig_h", "10.0.0.7");
      json.writeStringField("id.resp_h", "8.8.8.8");
      json.writeStringField("query", query);
      json.writeNumberField("qtype", type);
      json.writeArrayFieldStart("answers");
      for (String answer : answers) {
        json.writeString(answer);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    ReadLines read = ReadLines.of(Format.ZEEK_DNS, line.toString());
    assertEquals(Collections.emptyList(), read.rejected);
    int length = 42 + 12 + query.length() + 2 + 4 + 2 + 10 + 4 + 2 + 10 + 16;
    for (String name : names) {
      length += 2 + 10 + name.length() + 2;
    }
    UtcTime time = UtcTime.ofEpochSecond(seconds);
    assertArrayEquals(
        new Object[] {
          FrameTime.of(time),
          seconds,
          length,
          "10.0.0.7",
          "8.8.8.8",
          query,
          null,
          type,
          -1,
          "1.2.3.4"
        },
        read.events.get(0));
  }

  @Property
  void zeekHttpInTabsIsTheSameInJson(
      @ForAll @LongRange(max = LAST_SECOND) long seconds,
      @ForAll @Size(7) List<@net.jqwik.api.From("texts") String> texts)
      throws IOException {
    String[] names = {"method", "host", "uri", "referrer", "user_agent", "status_code", "username"};
    StringBuilder header = new StringBuilder("#fields\tts\tid.orig_h\tid.resp_h\tid.resp_p");
    StringBuilder tabs = new StringBuilder(seconds + "\t10.0.0.7\t10.0.0.8\t80");
    StringWriter line = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(line)) {
      json.writeStartObject();
      json.writeNumberField("ts", seconds);
      json.writeStringField("id.orig_h", "10.0.0.7");
      json.writeStringField("id.resp_h", "10.0.0.8");
      json.writeNumberField("id.resp_p", 80);
      for (int i = 0; i < names.length; i++) {
        String value = "x" + texts.get(i).replace("\t", "");
        header.append('\t').append(names[i]);
        tabs.append('\t').append(value);
        json.writeStringField(names[i], value);
      }
      json.writeEndObject();
    }
    ReadLines fromTabs = ReadLines.of(Format.ZEEK_HTTP, header.toString(), tabs.toString());
    ReadLines fromJson = ReadLines.of(Format.ZEEK_HTTP, line.toString());
    assertArrayEquals(fromTabs.events.get(0), fromJson.events.get(0));
    String user = "x" + texts.get(6).replace("\t", "");
    assertEquals(user.strip(), fromTabs.value(0, ProxyColumn.USERNAME));
  }

  @Provide
  Arbitrary<Format> formats() {
    return Arbitraries.of(Format.class).filter(Format::isText);
  }

  /** Whatever a line can hold, but for blanks around it, which are no part of a value. */
  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings()
        .all()
        .withChars(SampleLines.ALPHABET.toCharArray())
        .excludeChars('\n')
        .ofMaxLength(20)
        .map(text -> "a" + text + "z");
  }
}
