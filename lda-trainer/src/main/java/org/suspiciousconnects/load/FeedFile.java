/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.load;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;

/**
 * A file of a threat feed, gzipped or not: a STIX bundle if it begins with a brace or a bracket,
 * else CSV.
 */
final class FeedFile {
  /** Blanks before a brace, and a byte order mark. */
  private static final int LOOKED_AT = 4096;

  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final String path;
  private final Configuration conf;

  /** Reads the text of a file of one of the two formats. */
  private interface Reading {
    void read(InputStream in, boolean stix) throws IOException, UnreadableFile;
  }

  FeedFile(String path, Configuration conf) {
    this.path = path;
    this.conf = conf;
  }

  /**
   * Notes the latest version of every STIX indicator.
   *
   * @throws UnreadableFile if the file as a whole can't be read
   * @throws IOException as the file system has it
   */
  void versions(Map<String, Instant> latest) throws IOException, UnreadableFile {
    open(
        (in, stix) -> {
          if (stix) {
            StixBundle.versions(in, latest);
          }
        });
  }

  /**
   * Reads all indicators.
   *
   * @param latest of all files of the feed
   * @throws UnreadableFile if the file as a whole can't be read
   * @throws IOException as the file system has it
   */
  void read(Map<String, Instant> latest, FeedRows rows) throws IOException, UnreadableFile {
    open(
        (in, stix) -> {
          if (stix) {
            StixBundle.read(in, latest, rows);
          } else {
            FeedCsv.read(in, rows);
          }
        });
  }

  private void open(Reading reading) throws IOException, UnreadableFile {
    Contents contents = Contents.open(path, conf);
    try (InputStream in = new BufferedInputStream(contents.text(), 2 * LOOKED_AT)) {
      skipByteOrderMark(in);
      reading.read(in, isJson(in));
    } catch (IOException e) {
      String damage = contents.damage(e);
      if (damage != null) {
        throw new UnreadableFile(damage, e);
      }
      throw e;
    }
  }

  private static void skipByteOrderMark(InputStream in) throws IOException {
    in.mark(BYTE_ORDER_MARK.length);
    for (byte expected : BYTE_ORDER_MARK) {
      if ((byte) in.read() != expected) {
        in.reset();
        return;
      }
    }
  }

  private static boolean isJson(InputStream in) throws IOException {
    in.mark(LOOKED_AT);
    int first = in.read();
    for (int i = 1; i < LOOKED_AT && first > 0 && first <= ' '; i++) {
      first = in.read();
    }
    in.reset();
    return first == '{' || first == '[';
  }
}
