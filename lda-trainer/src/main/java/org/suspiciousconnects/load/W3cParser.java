/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.load;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.suspiciousconnects.command.CommandFailure;
import org.suspiciousconnects.command.ExitStatus;

/**
 * The W3C's extended log file format: fields in the order of the directive {@code #Fields}, which
 * may come again in the middle. Blue Coat's main format is the same, in the order of {@link
 * #BLUECOAT_MAIN} until a {@code #Fields} says otherwise. Source: <a
 * href="https://www.w3.org/TR/WD-logfile.html">WD-logfile</a>; columns and fulluri as Apache Spot's
 * ingest of Blue Coat's log.
 *
 * <ul>
 *   <li>Names are read in any case, unknown ones passed over. {@code time}, {@code c-ip} and {@code
 *       cs-method} are needed, and {@code date} or a directive {@code #Date}, whose day then holds
 *       up to the next one.
 *   <li>Texts are stored without quotes around them; {@code -} stays, as in Spot. In numbers it is
 *       NULL, and what exceeds INT becomes its largest number.
 *   <li>{@code time-taken} is in milliseconds, or in seconds if it has a point, as the W3C has it.
 *   <li>What {@code cs-host}, {@code cs-uri-path} and their like do not say is taken from {@code
 *       cs(Host)}, {@code cs-uri} or a {@code cs-uri-stem} that is a URL.
 *   <li>serverip is {@code s-ip}, in Blue Coat's log the proxy's own, else {@code r-ip}.
 * </ul>
 */
final class W3cParser implements LineParser {
  /** Blue Coat's main format, the columns of Apache Spot's ingest. */
  static final String BLUECOAT_MAIN =
      "date time time-taken c-ip cs-username cs-auth-group x-exception-id sc-filter-result"
          + " cs-categories cs(Referer) sc-status s-action cs-method rs(Content-Type) cs-uri-scheme"
          + " cs-host cs-uri-port cs-uri-path cs-uri-query cs-uri-extension cs(User-Agent) s-ip"
          + " sc-bytes cs-bytes x-virus-id x-bluecoat-application-name"
          + " x-bluecoat-application-operation";

  private static final String FIELDS = "#fields:";
  private static final String DATE = "#date:";
  private static final List<String> NEEDED = Arrays.asList("time", "c-ip", "cs-method");
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}\\.[0-9]{1,9}");

  /** The columns that are stored as they are, and the fields that have them, the best first. */
  private static final Map<ProxyColumn, String[]> TEXTS = texts();

  private final ZoneId zone;
  private Map<String, Integer> header;
  private int columns;
  private String day;

  private W3cParser(ZoneId zone) {
    this.zone = zone;
  }

  /**
   * A parser of files that say what fields they have.
   *
   * @param zone of the times
   */
  static W3cParser w3c(ZoneId zone) {
    return new W3cParser(zone);
  }

  /**
   * A parser of files in Blue Coat's main format, unless they say otherwise.
   *
   * @param zone of the times
   */
  static W3cParser bluecoat(ZoneId zone) {
    W3cParser parser = new W3cParser(zone);
    parser.readFields(Arrays.asList(BLUECOAT_MAIN.split(" ")));
    return parser;
  }

  private static Map<ProxyColumn, String[]> texts() {
    Map<ProxyColumn, String[]> texts = new EnumMap<>(ProxyColumn.class);
    texts.put(ProxyColumn.CLIENTIP, new String[] {"c-ip"});
    texts.put(ProxyColumn.REQMETHOD, new String[] {"cs-method"});
    texts.put(ProxyColumn.USERAGENT, new String[] {"cs(user-agent)"});
    texts.put(ProxyColumn.RESCONTTYPE, new String[] {"rs(content-type)", "sc(content-type)"});
    texts.put(ProxyColumn.USERNAME, new String[] {"cs-username"});
    texts.put(ProxyColumn.AUTHGROUP, new String[] {"cs-auth-group"});
    texts.put(ProxyColumn.EXCEPTIONID, new String[] {"x-exception-id"});
    texts.put(ProxyColumn.FILTERRESULT, new String[] {"sc-filter-result"});
    texts.put(ProxyColumn.WEBCAT, new String[] {"cs-categories"});
    texts.put(ProxyColumn.REFERER, new String[] {"cs(referer)"});
    texts.put(ProxyColumn.RESPCODE, new String[] {"sc-status"});
    texts.put(ProxyColumn.ACTION, new String[] {"s-action"});
    texts.put(ProxyColumn.SERVERIP, new String[] {"s-ip", "r-ip"});
    texts.put(ProxyColumn.VIRUSID, new String[] {"x-virus-id"});
    texts.put(ProxyColumn.BCAPPNAME, new String[] {"x-bluecoat-application-name"});
    texts.put(ProxyColumn.BCAPPOPER, new String[] {"x-bluecoat-application-operation"});
    return texts;
  }

  @Override
  public Event parse(String line) throws RejectedLine {
    if (line.isBlank()) {
      return null;
    }
    if (line.charAt(0) == '#') {
      readDirective(line);
      return null;
    }
    if (header == null) {
      throw new CommandFailure(
          ExitStatus.NO_DATA,
          "no directive #Fields came before the first line: put it first, such as '#Fields: date"
              + " time c-ip cs-method cs-host cs-uri-path', or load a log of Blue Coat's main format"
              + " with --format bluecoat");
    }
    List<String> values = QuotedFields.atBlanks(line);
    if (values.size() != columns) {
      throw new RejectedLine("has " + values.size() + " fields instead of " + columns);
    }
    return event(values);
  }

  private Event event(List<String> values) throws RejectedLine {
    UtcTime time = time(values);
    Object[] row = ProxyColumn.row(time);
    TEXTS.forEach((column, names) -> column.set(row, text(values, names)));
    ProxyColumn.DURATION.set(row, milliseconds("time-taken", text(values, "time-taken")));
    ProxyColumn.SCBYTES.set(row, Values.atMostInt32("sc-bytes", text(values, "sc-bytes")));
    ProxyColumn.CSBYTES.set(row, Values.atMostInt32("cs-bytes", text(values, "cs-bytes")));
    setUri(row, values);
    return new Event(time, row);
  }

  private UtcTime time(List<String> values) throws RejectedLine {
    String date = header.containsKey("date") ? text(values, "date") : day;
    if (date == null && !header.containsKey("date")) {
      throw new CommandFailure(
          ExitStatus.NO_DATA,
          "#Fields has no date and no directive #Date came before: put a line such as '#Date:"
              + " 2016-07-08' first");
    }
    String clock = text(values, "time");
    // The W3C lets the seconds be left out.
    String seconds = clock != null && clock.length() == 5 ? ":00" : "";
    UtcTime time = UtcTime.parse(date + " " + clock + seconds, zone);
    if (time == null) {
      throw new RejectedLine("date time", date + " " + clock, "is no time as yyyy-MM-dd HH:mm:ss");
    }
    return time;
  }

  private static Integer milliseconds(String column, String text) throws RejectedLine {
    return text != null && SECONDS.matcher(text).matches()
        ? Integer.valueOf(
            (int) Math.min(Integer.MAX_VALUE, Math.round(Double.parseDouble(text) * 1000)))
        : Values.atMostInt32(column, text);
  }

  private void setUri(Object[] row, List<String> values) {
    String path = text(values, "cs-uri-path", "cs-uri-stem");
    RequestUri uri = url(text(values, "cs-uri"));
    RequestUri stem = isNone(path) ? null : RequestUri.ofTarget(path);
    if (stem != null && stem.host() != null) {
      uri = uri == null ? stem : uri;
      path = stem.path();
    }
    String host = host(values);
    String scheme = text(values, "cs-uri-scheme");
    String port = text(values, "cs-uri-port");
    String query = text(values, "cs-uri-query");
    if (uri != null) {
      host = either(host, uri.host());
      scheme = either(scheme, uri.scheme());
      port = either(port, uri.port());
      path = either(path, uri.path());
      query = either(query, uri.query());
    }
    String extension = text(values, "cs-uri-extension");
    if (extension == null && path != null) {
      extension = RequestUri.extension(path);
    }
    ProxyColumn.HOST.set(row, host);
    ProxyColumn.URISCHEME.set(row, scheme);
    ProxyColumn.URIPORT.set(row, port);
    ProxyColumn.URIPATH.set(row, path);
    ProxyColumn.URIQUERY.set(row, query);
    ProxyColumn.URIEXTENSION.set(row, extension);
    ProxyColumn.FULLURI.set(row, host == null ? null : RequestUri.full(host, path, query));
  }

  private static RequestUri url(String text) {
    return isNone(text) ? null : RequestUri.ofUrl(text);
  }

  private String host(List<String> values) {
    String host = text(values, "cs-host");
    String header = text(values, "cs(host)");
    // The header may have a port.
    return isNone(header) ? host : either(host, RequestUri.ofUrl("http://" + header).host());
  }

  private static boolean isNone(String text) {
    return text == null || text.equals(RequestUri.NONE);
  }

  private static String either(String text, String other) {
    return isNone(text) && other != null ? other : text;
  }

  /** The first of some fields that says something; null if there is none of these names. */
  private String text(List<String> values, String... names) {
    String text = null;
    for (String name : names) {
      Integer index = header.get(name);
      text = either(text, index == null ? null : Values.string(values.get(index)));
    }
    return text;
  }

  private void readDirective(String line) {
    if (line.regionMatches(true, 0, FIELDS, 0, FIELDS.length())) {
      readFields(Arrays.asList(line.substring(FIELDS.length()).strip().split("[ \t]+")));
    } else if (line.regionMatches(true, 0, DATE, 0, DATE.length())) {
      String date = line.substring(DATE.length()).strip();
      UtcTime time = UtcTime.parse(date.length() < 10 ? date : date.substring(0, 10) + " 00:00:00");
      day = time == null ? null : date.substring(0, 10);
    }
  }

  private void readFields(List<String> names) {
    Map<String, Integer> found = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      found.putIfAbsent(names.get(i).toLowerCase(Locale.ROOT), i);
    }
    List<String> missing = new ArrayList<>(NEEDED);
    missing.removeAll(found.keySet());
    if (!missing.isEmpty()) {
      throw new CommandFailure(
          ExitStatus.NO_DATA,
          "the directive #Fields has no "
              + String.join(", ", missing)
              + ": add them to the log's format");
    }
    header = found;
    columns = names.size();
  }
}
