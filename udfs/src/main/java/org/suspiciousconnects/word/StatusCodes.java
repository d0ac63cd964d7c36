/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.word;

import java.util.HashMap;
import java.util.Map;

/** Names of HTTP's status codes. Source: RFC 9110 section 15, and RFC 6585 for 429. */
final class StatusCodes {
  private static final Map<String, String> NAMES = new HashMap<>();

  static {
    NAMES.put("100", "Continue");
    NAMES.put("101", "Switching Protocols");
    NAMES.put("200", "OK");
    NAMES.put("201", "Created");
    NAMES.put("202", "Accepted");
    NAMES.put("203", "Non-Authoritative Information");
    NAMES.put("204", "No Content");
    NAMES.put("205", "Reset Content");
    NAMES.put("206", "Partial Content");
    NAMES.put("300", "Multiple Choices");
    NAMES.put("301", "Moved Permanently");
    NAMES.put("302", "Found");
    NAMES.put("303", "See Other");
    NAMES.put("304", "Not Modified");
    NAMES.put("305", "Use Proxy");
    NAMES.put("307", "Temporary Redirect");
    NAMES.put("308", "Permanent Redirect");
    NAMES.put("400", "Bad Request");
    NAMES.put("401", "Unauthorized");
    NAMES.put("402", "Payment Required");
    NAMES.put("403", "Forbidden");
    NAMES.put("404", "Not Found");
    NAMES.put("405", "Method Not Allowed");
    NAMES.put("406", "Not Acceptable");
    NAMES.put("407", "Proxy Authentication Required");
    NAMES.put("408", "Request Timeout");
    NAMES.put("409", "Conflict");
    NAMES.put("410", "Gone");
    NAMES.put("411", "Length Required");
    NAMES.put("412", "Precondition Failed");
    NAMES.put("413", "Content Too Large");
    NAMES.put("414", "URI Too Long");
    NAMES.put("415", "Unsupported Media Type");
    NAMES.put("416", "Range Not Satisfiable");
    NAMES.put("417", "Expectation Failed");
    NAMES.put("421", "Misdirected Request");
    NAMES.put("422", "Unprocessable Content");
    NAMES.put("426", "Upgrade Required");
    NAMES.put("429", "Too Many Requests");
    NAMES.put("500", "Internal Server Error");
    NAMES.put("501", "Not Implemented");
    NAMES.put("502", "Bad Gateway");
    NAMES.put("503", "Service Unavailable");
    NAMES.put("504", "Gateway Timeout");
    NAMES.put("505", "HTTP Version Not Supported");
  }

  private StatusCodes() {}

  /** Such as {@code status 404 Not Found}; a code that has no name here stands alone. */
  static String explained(String code) {
    if (code.equals("-") || code.equals(ProxyWord.NO_RESPONSE_CODE)) {
      return "no status";
    }
    String name = NAMES.get(code);
    return "status " + WordFields.shown(code) + (name == null ? "" : " " + name);
  }
}
