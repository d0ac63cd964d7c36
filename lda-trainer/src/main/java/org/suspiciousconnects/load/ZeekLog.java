/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.load;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.suspiciousconnects.command.CommandFailure;
import org.suspiciousconnects.command.ExitStatus;

/**
 * The lines of a Zeek log as values of the fields one wants: tab-separated with {@code #} headers,
 * which may come again in the middle, or one JSON object a line. Names come as Zeek writes them,
 * {@code id.orig_h}, or with underscores, {@code id_orig_h}.
 */
final class ZeekLog {
  private static final JsonFactory JSON = new JsonFactory();
  private static final List<String> STREAM_KEYS = Arrays.asList("_path", "@path", "@stream");

  private final String stream;
  private final String[] fields;
  private final int needed;
  private final Map<String, Integer> indexByName = new HashMap<>();

  private String separator = "\t";
  private String unset = "-";
  private String empty = "(empty)";
  private String setSeparator = ",";

  /** The index in {@link #fields} of each tab-separated column, -1 for others; null so far. */
  private int[] columns;

  /**
   * @param stream the name Zeek gives to this log, such as {@code conn}
   * @param needed how many of the fields have to be among the columns of a tab-separated file
   * @param fields Zeek's names, the needed ones first
   */
  ZeekLog(String stream, int needed, String... fields) {
    this.stream = stream;
    this.needed = needed;
    this.fields = fields;
    for (int i = 0; i < fields.length; i++) {
      indexByName.put(fields[i], i);
      indexByName.put(fields[i].replace('.', '_'), i);
    }
  }

  /**
   * @return what the line says of the fields; null if it is a header, a comment or blank
   * @throws RejectedLine if the line is neither
   * @throws CommandFailure if the headers tell that the file is another log or lacks a field
   */
  ZeekEntry read(String line) throws RejectedLine {
    if (line.isBlank()) {
      return null;
    }
    switch (line.charAt(0)) {
      case '#':
        readHeader(line);
        return null;
      case '{':
        return readJson(line);
      default:
        return readTabs(line);
    }
  }

  private void readHeader(String line) {
    if (line.startsWith("#separator ")) {
      separator = unescape(line.substring("#separator ".length()).strip());
      return;
    }
    String[] parts = split(line);
    String value = parts.length > 1 ? parts[1] : "";
    switch (parts[0]) {
      case "#unset_field":
        unset = value;
        break;
      case "#empty_field":
        empty = value;
        break;
      case "#set_separator":
        setSeparator = value.isEmpty() ? setSeparator : value;
        break;
      case "#path":
        if (!isStream(value)) {
          throw new CommandFailure(
              ExitStatus.NO_DATA, "this is Zeek's " + value + " log, not " + stream);
        }
        break;
      case "#fields":
        readColumns(parts);
        break;
      default:
        // #types, #open, #close and comments say nothing that is needed here.
    }
  }

  private void readColumns(String[] parts) {
    int[] found = new int[parts.length - 1];
    List<String> missing = new ArrayList<>(Arrays.asList(fields).subList(0, needed));
    for (int i = 0; i < found.length; i++) {
      found[i] = indexByName.getOrDefault(parts[i + 1], -1);
      if (found[i] >= 0) {
        missing.remove(fields[found[i]]);
      }
    }
    if (!missing.isEmpty()) {
      throw new CommandFailure(
          ExitStatus.NO_DATA,
          "the header #fields has no "
              + String.join(", ", missing)
              + ": is this a "
              + stream
              + ".log?");
    }
    columns = found;
  }

  private ZeekEntry readTabs(String line) throws RejectedLine {
    if (columns == null) {
      throw new RejectedLine("is no JSON object, and no header #fields came before it");
    }
    String[] parts = split(line);
    if (parts.length != columns.length) {
      throw new RejectedLine("has " + parts.length + " fields, the header has " + columns.length);
    }
    ZeekEntry entry = new ZeekEntry(fields, setSeparator, unset);
    for (int i = 0; i < parts.length; i++) {
      if (columns[i] >= 0 && !parts[i].equals(unset) && !parts[i].equals(empty)) {
        entry.set(columns[i], parts[i]);
      }
    }
    return entry;
  }

  private ZeekEntry readJson(String line) throws RejectedLine {
    ZeekEntry entry = new ZeekEntry(fields, null, null);
    try (JsonParser json = JSON.createParser(line)) {
      json.nextToken();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        JsonToken token = json.nextToken();
        Integer index = indexByName.get(name);
        if (token == JsonToken.START_ARRAY && index != null) {
          entry.set(index, list(name, json));
        } else if (token.isStructStart()) {
          if (index != null) {
            throw new RejectedLine(name, token.asString(), "is no plain value");
          }
          json.skipChildren();
        } else if (index != null) {
          entry.set(index, token == JsonToken.VALUE_NULL ? null : json.getText());
        } else if (STREAM_KEYS.contains(name) && !isStream(json.getText())) {
          throw new RejectedLine(name, json.getText(), "is not the log " + stream);
        }
      }
      if (json.currentToken() != JsonToken.END_OBJECT || json.nextToken() != null) {
        throw new RejectedLine("is not one JSON object");
      }
    } catch (IOException e) {
      throw new RejectedLine("is no JSON object");
    }
    return entry;
  }

  /** The plain values of an array, whose start is the parser's token; nulls are left out. */
  private static List<String> list(String name, JsonParser json) throws IOException, RejectedLine {
    List<String> values = new ArrayList<>();
    for (JsonToken token; (token = json.nextToken()) != JsonToken.END_ARRAY; ) {
      if (token == null) {
        throw new RejectedLine("is not one JSON object");
      }
      if (token.isStructStart()) {
        throw new RejectedLine(name, token.asString(), "is no list of plain values");
      }
      if (token != JsonToken.VALUE_NULL) {
        values.add(json.getText());
      }
    }
    return values;
  }

  /** Zeek splits a stream into logs such as {@code conn_internal}. */
  private boolean isStream(String name) {
    return name.startsWith(stream);
  }

  private String[] split(String line) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    for (int at; (at = line.indexOf(separator, from)) >= 0; from = at + separator.length()) {
      parts.add(line.substring(from, at));
    }
    parts.add(line.substring(from));
    return parts.toArray(new String[0]);
  }

  /** Zeek writes the separator as {@code \x09}. */
  private static String unescape(String text) {
    if (text.matches("\\\\x[0-9A-Fa-f]{2}")) {
      return String.valueOf((char) Integer.parseInt(text.substring(2), 16));
    }
    return text.isEmpty() ? "\t" : text;
  }
}
