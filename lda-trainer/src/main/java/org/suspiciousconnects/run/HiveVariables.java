/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.run;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.suspiciousconnects.command.CommandFailure;
import org.suspiciousconnects.command.ExitStatus;

/**
 * Values of <code>${hivevar:name}</code>, which stand for themselves wherever the name is, also in
 * a string. What a value may hold can't end a string.
 */
final class HiveVariables {
  private static final Pattern NAME_AND_VALUE =
      Pattern.compile("([A-Za-z_][A-Za-z0-9_]*)=([A-Za-z0-9_./:@+,=%~-]*)");
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{hivevar:([^}]*)}");

  private final Map<String, String> values;

  private HiveVariables(Map<String, String> values) {
    this.values = values;
  }

  /**
   * @param variables NAME=VALUE each; of two with one name the latter counts
   * @throws CommandFailure if one is not
   */
  static HiveVariables of(List<String> variables) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String variable : variables) {
      Matcher parts = NAME_AND_VALUE.matcher(variable);
      if (!parts.matches()) {
        throw new CommandFailure(
            ExitStatus.USAGE,
            "--hivevar '"
                + variable
                + "' is not NAME=VALUE with a value of letters, digits and _ . / : @ + , = % ~ - only");
      }
      values.put(parts.group(1), parts.group(2));
    }
    return new HiveVariables(values);
  }

  /** These, and one more unless it is among them. */
  HiveVariables withDefault(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(values);
    more.putIfAbsent(name, value);
    return new HiveVariables(more);
  }

  /**
   * These, and y, m and d of a day, as in {@code 2016}, {@code 07}, {@code 08}.
   *
   * @throws CommandFailure if one of them is among these
   */
  HiveVariables withDay(LocalDate day) {
    Map<String, String> more = new LinkedHashMap<>(values);
    for (String name : List.of("y", "m", "d")) {
      if (values.containsKey(name)) {
        throw new CommandFailure(
            ExitStatus.USAGE, "--day sets y, m and d: leave --hivevar " + name + " out");
      }
    }
    more.put("y", String.format(Locale.ROOT, "%04d", day.getYear()));
    more.put("m", String.format(Locale.ROOT, "%02d", day.getMonthValue()));
    more.put("d", String.format(Locale.ROOT, "%02d", day.getDayOfMonth()));
    return new HiveVariables(more);
  }

  /**
   * A statement's text with the values in place of the variables.
   *
   * @throws CommandFailure if it names one that has no value
   */
  String in(SqlStatement statement) {
    Matcher variables = VARIABLE.matcher(statement.text());
    StringBuilder text = new StringBuilder();
    while (variables.find()) {
      String name = variables.group(1);
      if (!values.containsKey(name)) {
        throw new CommandFailure(
            ExitStatus.USAGE,
            statement.place(variables.start())
                + ": the variable "
                + name
                + " has no value: add --hivevar "
                + name
                + "=VALUE; nothing was run");
      }
      variables.appendReplacement(text, Matcher.quoteReplacement(values.get(name)));
    }
    return variables.appendTail(text).toString();
  }
}
