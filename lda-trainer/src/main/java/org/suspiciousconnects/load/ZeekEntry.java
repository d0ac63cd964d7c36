/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.load;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What one line of a Zeek log says of the fields asked for. */
final class ZeekEntry {
  private final String[] fields;
  private final String setSeparator;
  private final String unset;
  private final String[] texts;
  private final List<List<String>> lists;

  /**
   * @param fields their names, as Zeek writes them
   * @param setSeparator between the values of a list that is given as a text; null if lists come as
   *     lists
   * @param unset what stands for a value that is missing from such a list
   */
  ZeekEntry(String[] fields, String setSeparator, String unset) {
    this.fields = fields;
    this.setSeparator = setSeparator;
    this.unset = unset;
    this.texts = new String[fields.length];
    this.lists = new ArrayList<>(Collections.nCopies(fields.length, null));
  }

  void set(int field, String text) {
    texts[field] = text;
    lists.set(field, null);
  }

  void set(int field, List<String> list) {
    texts[field] = null;
    lists.set(field, list);
  }

  /** The name of a field. */
  String name(int field) {
    return fields[field];
  }

  /**
   * The text of a field.
   *
   * @return null if it is absent or unset
   * @throws RejectedLine if it is a list
   */
  String text(int field) throws RejectedLine {
    if (lists.get(field) != null) {
      throw new RejectedLine(fields[field], "[", "is no plain value");
    }
    return texts[field];
  }

  /** The values of a field that may have several; one plain value is a list of it. */
  List<String> list(int field) {
    List<String> list = lists.get(field);
    if (list != null) {
      return list;
    }
    String text = texts[field];
    if (text == null) {
      return Collections.emptyList();
    }
    return setSeparator == null ? Collections.singletonList(text) : split(text);
  }

  private List<String> split(String text) {
    List<String> values = new ArrayList<>();
    int from = 0;
    int at;
    do {
      at = text.indexOf(setSeparator, from);
      String value = text.substring(from, at < 0 ? text.length() : at);
      if (!value.equals(unset)) {
        values.add(value);
      }
      from = at + setSeparator.length();
    } while (at >= 0);
    return values;
  }

  /**
   * The field as a time: seconds since 1970 or ISO 8601.
   *
   * @throws RejectedLine if it is none from 1970 to 9999
   */
  UtcTime time(int field) throws RejectedLine {
    String text = text(field);
    UtcTime time = UtcTime.parseEpoch(text);
    if (time == null) {
      time = UtcTime.parse(text);
    }
    if (time == null) {
      throw new RejectedLine(fields[field], String.valueOf(text), "is no time from 1970 to 9999");
    }
    return time;
  }

  /**
   * @throws RejectedLine if the field is no whole number of 32 bits
   */
  Integer int32(int field) throws RejectedLine {
    return Values.int32(fields[field], text(field));
  }

  /**
   * @throws RejectedLine if the field is no whole number of 64 bits
   */
  Long int64(int field) throws RejectedLine {
    return Values.int64(fields[field], text(field));
  }
}
