/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.evaluate;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.suspiciousconnects.command.CommandFailure;
import org.suspiciousconnects.command.ExitStatus;

/**
 * Reads labels: lines of UTF-8 that end with LF or CRLF, a header, tabs between the columns. In a
 * value {@code \\} stands for a backslash, {@code \t} for a tab, {@code \n} for a line feed, {@code
 * \r} for a carriage return; {@code \N} alone is NULL. An empty text is an empty text.
 */
final class LabelParser {
  private static final String KIND = "kind";
  private static final Pattern KINDS = Pattern.compile("[^\\p{Cc}]{0,99}[^\\p{Cc}\\s]");

  private final String file;
  private final List<LabelColumn> columns;
  private final String header;

  /**
   * @param file its name, for messages
   * @param columns those that it has to have after {@code kind}
   */
  LabelParser(String file, List<LabelColumn> columns) {
    this.file = file;
    this.columns = columns;
    this.header =
        KIND + columns.stream().map(column -> "\t" + column.name()).collect(Collectors.joining());
  }

  /**
   * Reads all of a file.
   *
   * @param content its bytes
   * @return its labels, at least one, in the order of the file
   * @throws CommandFailure naming line, column and value, if a line is something else
   */
  List<Label> parse(byte[] content) {
    List<Label> labels = new ArrayList<>();
    long number = 0;
    for (int start = 0; start < content.length; ) {
      int end = start;
      while (end < content.length && content[end] != '\n') {
        end++;
      }
      number++;
      String line = text(ByteBuffer.wrap(content, start, end - start), number);
      if (number == 1) {
        checkHeader(line);
      } else {
        labels.add(label(line, number));
      }
      start = end + 1;
    }
    if (labels.isEmpty()) {
      throw failure("has no labels" + (number == 0 ? ", it is empty" : ", only a header"));
    }
    return labels;
  }

  private String text(ByteBuffer bytes, long number) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
      return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    } catch (CharacterCodingException e) {
      throw failure("line " + number + " is not UTF-8");
    }
  }

  private void checkHeader(String line) {
    // Editors on Windows put a byte order mark in front.
    if (!(line.startsWith("\uFEFF") ? line.substring(1) : line).equals(header)) {
      throw failure(
          "line 1 is not the header of labels, "
              + header.replace('\t', ' ')
              + " with tabs between, but '"
              + shortened(line)
              + "'");
    }
  }

  private Label label(String line, long number) {
    String[] texts = line.split("\t", -1);
    if (texts.length != columns.size() + 1) {
      throw failure(
          String.format(
              "line %d has %d columns instead of %d%s",
              number,
              texts.length,
              columns.size() + 1,
              texts.length > columns.size()
                  ? ""
                  : ", it ends before " + columns.get(texts.length - 1).name()));
    }
    String kind = unescaped(texts[0], number, KIND);
    if (kind == null || !KINDS.matcher(kind).matches()) {
      throw wrong(
          number,
          KIND,
          "'" + shortened(texts[0]) + "' is no name: 1 to 100 characters, not blank at the end");
    }
    List<Object> event = new ArrayList<>(columns.size());
    for (int i = 0; i < columns.size(); i++) {
      LabelColumn column = columns.get(i);
      String text = unescaped(texts[i + 1], number, column.name());
      try {
        event.add(text == null ? null : column.value(text));
      } catch (NumberFormatException e) {
        throw wrong(number, column.name(), e.getMessage());
      }
    }
    return new Label(number, kind, event);
  }

  private String unescaped(String text, long number, String column) {
    if (text.equals("\\N")) {
      return null;
    }
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
        int escape = i < text.length() ? "\\tnr".indexOf(text.charAt(i)) : -1;
        if (escape < 0) {
          throw wrong(
              number, column, "'" + shortened(text) + "' has a lone backslash: write it as \\\\");
        }
        c = "\\\t\n\r".charAt(escape);
      }
      plain.append(c);
    }
    return plain.toString();
  }

  private CommandFailure wrong(long line, String column, String what) {
    return failure("line " + line + ", column " + column + ": " + what);
  }

  private static String shortened(String text) {
    return text.length() <= 100 ? text : text.substring(0, 100) + "…";
  }

  private CommandFailure failure(String what) {
    return new CommandFailure(
        ExitStatus.CONFIGURATION,
        file + ": " + what + "; docs/evaluation.md says what a file of labels looks like");
  }
}
