/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.warehouse;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The lines of a stream, numbered from 1. A line ends with a line feed, before which a carriage
 * return is no part of it, or with the stream. Bytes that are no UTF-8 are read as U+FFFD. No line
 * takes more than 16 MiB of memory: what is longer is skipped and known to be too long.
 */
public final class LogLines implements Closeable {
  /** Bytes. Longer than any record of a log, short enough for every executor. */
  public static final int LONGEST = 16 << 20;

  /** Bytes of a line that are kept when it is rejected. */
  public static final int RAW = 64 << 10;

  private final InputStream in;
  private final byte[] buffer = new byte[64 << 10];
  private int at;
  private int end;

  private byte[] line = new byte[512];
  private int length;
  private boolean tooLong;
  private long number;

  /**
   * @param in is read up to its end and closed with this object; needs no buffer of its own
   */
  public LogLines(InputStream in) {
    this.in = in;
  }

  /** Goes to the next line; false at the end of the stream. */
  public boolean next() throws IOException {
    length = 0;
    tooLong = false;
    boolean ended = false;
    boolean any = false;
    while (!ended && (at < end || fill())) {
      any = true;
      int from = at;
      while (at < end && buffer[at] != '\n') {
        at++;
      }
      append(from, at);
      if (at < end) {
        at++;
        ended = true;
      }
    }
    if (!any) {
      return false;
    }
    if (length > 0 && line[length - 1] == '\r') {
      length--;
    }
    number++;
    if (number == 1) {
      dropByteOrderMark();
    }
    return true;
  }

  /** The number of this line, from 1. */
  public long number() {
    return number;
  }

  /** Whether the line is longer than {@link #LONGEST}; its text is then only the beginning. */
  public boolean isTooLong() {
    return tooLong;
  }

  /** The line. */
  public String text() {
    return new String(line, 0, length, StandardCharsets.UTF_8);
  }

  /** The first 64 KiB of the line, not cut within a character. */
  public String raw() {
    return start(line, length);
  }

  /** The first 64 KiB of a text in UTF-8, not cut within a character. */
  public static String raw(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return start(bytes, bytes.length);
  }

  private static String start(byte[] bytes, int length) {
    int cut = Math.min(length, RAW);
    // At most three bytes follow the first of a character.
    for (int i = 0; i < 3 && cut < length && cut > 0 && (bytes[cut] & 0xC0) == 0x80; i++) {
      cut--;
    }
    return new String(bytes, 0, cut, StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private boolean fill() throws IOException {
    at = 0;
    end = Math.max(0, in.read(buffer, 0, buffer.length));
    return end > 0;
  }

  private void append(int from, int to) {
    int more = Math.min(to - from, LONGEST - length);
    tooLong |= more < to - from;
    if (length + more > line.length) {
      line = Arrays.copyOf(line, Math.min(LONGEST, Math.max(2 * line.length, length + more)));
    }
    System.arraycopy(buffer, from, line, length, more);
    length += more;
  }

  private void dropByteOrderMark() {
    if (length >= 3 && line[0] == (byte) 0xEF && line[1] == (byte) 0xBB && line[2] == (byte) 0xBF) {
      length -= 3;
      System.arraycopy(line, 3, line, 0, length);
    }
  }
}
