/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.load;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The indicators of a bundle of STIX 2.1 (or 2.0), object by object: a bundle may be larger than
 * memory, an object may not. Other objects are only counted.
 */
final class StixBundle {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern LABEL =
      Pattern.compile("(?i)(?:severity[ :=_-]?)?(low|medium|high|critical)");

  /** The last day of a year of four digits. */
  private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

  private final Map<String, Instant> latest;
  private final FeedRows rows;

  private StixBundle(Map<String, Instant> latest, FeedRows rows) {
    this.latest = latest;
    this.rows = rows;
  }

  /** Takes an object of a bundle. */
  private interface Taker {
    /**
     * @param line where the object begins, from 1
     */
    void take(JsonNode object, long line);
  }

  /**
   * Notes the latest version of every indicator.
   *
   * @param latest by id; times of modification are added
   * @throws UnreadableFile if the file is no bundle
   * @throws IOException as the stream has it
   */
  static void versions(InputStream in, Map<String, Instant> latest)
      throws IOException, UnreadableFile {
    objects(
        in,
        (object, line) -> {
          Instant modified = modified(object);
          if (isIndicator(object) && modified != null) {
            latest.merge(id(object), modified, (a, b) -> a.isAfter(b) ? a : b);
          }
        });
  }

  /**
   * Reads all indicators.
   *
   * @param latest those of {@link #versions}, of all files of the feed
   * @throws UnreadableFile if the file is no bundle
   * @throws IOException as the stream has it
   */
  static void read(InputStream in, Map<String, Instant> latest, FeedRows rows)
      throws IOException, UnreadableFile {
    objects(in, new StixBundle(latest, rows)::take);
  }

  private void take(JsonNode object, long line) {
    if (object.isObject() && object.path("type").isTextual() && !isIndicator(object)) {
      rows.skip();
      return;
    }
    Instant modified = modified(object);
    if (modified != null && modified.isBefore(latest.getOrDefault(id(object), modified))) {
      rows.read();
      rows.supersede();
    } else if (object.path("revoked").asBoolean()) {
      rows.read();
      rows.revoke();
    } else {
      takeIndicator(object, line);
    }
  }

  private void takeIndicator(JsonNode object, long line) {
    Severity severity;
    LocalDate expiresOn;
    List<StixPattern.Comparison> comparisons;
    try {
      if (!isIndicator(object)) {
        throw new RejectedLine("object", object.toString(), "has no type");
      }
      String language = object.path("pattern_type").asText("stix");
      if (!language.equals("stix")) {
        throw new RejectedLine("pattern_type", language, "is not stix");
      }
      if (!object.path("pattern").isTextual()) {
        throw new RejectedLine("pattern", object.path("pattern").toString(), "is no text");
      }
      severity = severity(object);
      expiresOn = lastDay(object.path("valid_until"));
      comparisons = StixPattern.parse(object.path("pattern").textValue());
    } catch (RejectedLine e) {
      rows.read();
      reject(object, line, e);
      return;
    }
    for (StixPattern.Comparison comparison : comparisons) {
      rows.read();
      Indicator indicator;
      try {
        indicator =
            new Indicator(
                comparison.value(), comparison.type(), severity, description(object), expiresOn);
      } catch (RejectedLine e) {
        reject(object, line, e);
        continue;
      }
      rows.load(indicator);
    }
  }

  private void reject(JsonNode object, long line, RejectedLine e) {
    rows.reject(line, e.getMessage(), object.toString());
  }

  private static boolean isIndicator(JsonNode object) {
    return object.path("type").asText().equals("indicator");
  }

  private static String id(JsonNode object) {
    return object.path("id").asText();
  }

  /** Null if that is unknown, or of what. */
  private static Instant modified(JsonNode object) {
    return id(object).isEmpty() ? null : time(object.path("modified"));
  }

  /** The most severe of the labels, else that of the confidence, else medium. */
  private static Severity severity(JsonNode object) throws RejectedLine {
    Severity severity = null;
    for (JsonNode label : object.path("labels")) {
      Matcher named = LABEL.matcher(label.asText());
      if (named.matches()) {
        boolean critical = named.group(1).equalsIgnoreCase("critical");
        Severity found = critical ? Severity.HIGH : Severity.of(named.group(1));
        severity = severity == null || found.compareTo(severity) > 0 ? found : severity;
      }
    }
    JsonNode confidence = object.path("confidence");
    if (severity != null || confidence.isMissingNode()) {
      return severity == null ? Severity.MEDIUM : severity;
    }
    if (!confidence.canConvertToExactIntegral() || !confidence.canConvertToLong()) {
      throw new RejectedLine(
          "confidence", confidence.toString(), "is no whole number from 0 to 100");
    }
    return Severity.ofConfidence(confidence.longValue());
  }

  /** Name and description, as far as there are any. */
  private static String description(JsonNode object) {
    String name = object.path("name").asText();
    String description = object.path("description").asText();
    return name.isEmpty() || description.isEmpty() || name.equals(description)
        ? name.isEmpty() ? description : name
        : name + ": " + description;
  }

  /** The last day of which at least the beginning is before that time; null if there is no time. */
  private static LocalDate lastDay(JsonNode validUntil) throws RejectedLine {
    if (validUntil.isMissingNode()) {
      return null;
    }
    Instant time = time(validUntil);
    if (time == null) {
      throw new RejectedLine(
          "valid_until", validUntil.asText(), "is no time such as 2026-12-31T00:00:00Z");
    }
    LocalDate day = time.minusNanos(1).atOffset(ZoneOffset.UTC).toLocalDate();
    return day.isAfter(LAST_DAY) ? LAST_DAY : day;
  }

  private static Instant time(JsonNode text) {
    try {
      return text.isTextual() ? OffsetDateTime.parse(text.textValue()).toInstant() : null;
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static void objects(InputStream in, Taker taker) throws IOException, UnreadableFile {
    Reader text =
        new InputStreamReader(
            in,
            StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT));
    // Not closed: who opened the stream does that.
    JsonParser json = JSON.getFactory().createParser(text);
    try {
      objects(json, taker);
    } catch (CharacterCodingException e) {
      throw new UnreadableFile("is not UTF-8: fetch it again or convert it", e);
    } catch (JsonProcessingException e) {
      throw new UnreadableFile(
          String.format(
              "is no JSON or truncated at line %d, column %d (%s): fetch it again",
              json.currentLocation().getLineNr(),
              json.currentLocation().getColumnNr(),
              e.getOriginalMessage()),
          e);
    }
  }

  private static void objects(JsonParser json, Taker taker) throws IOException, UnreadableFile {
    String type = null;
    if (json.nextToken() != JsonToken.START_OBJECT) {
      throw noBundle("a list");
    }
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String key = json.currentName();
      JsonToken value = json.nextToken();
      if (key.equals("objects") && value == JsonToken.START_ARRAY) {
        while (json.nextToken() != JsonToken.END_ARRAY) {
          long line = json.currentTokenLocation().getLineNr();
          taker.take(json.readValueAsTree(), line);
        }
      } else if (key.equals("type") && value == JsonToken.VALUE_STRING) {
        type = json.getText();
      } else {
        json.skipChildren();
      }
    }
    if (!"bundle".equals(type)) {
      throw noBundle(type == null ? "an object without type" : "an object of type '" + type + "'");
    }
    if (json.nextToken() != null) {
      throw new UnreadableFile("goes on behind its bundle: give one bundle a file");
    }
  }

  private static UnreadableFile noBundle(String what) {
    return new UnreadableFile(
        "is no STIX bundle but " + what + ": give one, which has \"type\": \"bundle\"");
  }
}
