/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.suspiciousconnects.command.CommandFailure;
import org.suspiciousconnects.command.ExitStatus;

class FiguresFileTest {
  @TempDir private Path folder;

  @Test
  void isReplacedAsAWhole() throws IOException {
    Path file = folder.resolve("new/figures.json");
    write(file, "a longer text");
    write(file, "größer");
    assertEquals("größer", Files.readString(file));
    assertFalse(Files.exists(folder.resolve("new/.figures.json.writing")));
  }

  @Test
  void anEarlierOneStaysIfItCannotBeReplaced() throws IOException {
    Path file = Files.writeString(folder.resolve("figures.json"), "an earlier one");
    Files.writeString(
        Files.createDirectory(folder.resolve(".figures.json.writing")).resolve("in the way"), "");
    CommandFailure failure = assertThrows(CommandFailure.class, () -> write(file, "a new one"));
    assertEquals(ExitStatus.CONFIGURATION, failure.status());
    assertTrue(
        failure.getMessage().startsWith(file + " can't be written, an earlier one is as it was: "),
        failure::getMessage);
    assertEquals("an earlier one", Files.readString(file));
  }

  private static void write(Path file, String text) {
    new FiguresFile(new org.apache.hadoop.fs.Path(file.toString()), new Configuration())
        .write(text);
  }
}
