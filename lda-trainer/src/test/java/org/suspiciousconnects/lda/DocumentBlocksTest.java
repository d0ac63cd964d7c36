/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.lda;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DocumentBlocksTest {
  @Test
  void fewPairsAreOneBlock() {
    assertEquals(1, DocumentBlocks.number(1, 1, 20));
  }

  @Test
  void moreBlocksWithMorePairs() {
    assertTrue(
        DocumentBlocks.number(10_000_000, 10_000, 20)
            > 5 * DocumentBlocks.number(1_000_000, 10_000, 20));
  }

  @Test
  void theSumsOfAllBlocksStayBelowWhatTheDriverTakes() {
    for (long words = 1; words < 10_000_000; words *= 3) {
      for (int topics = 2; topics <= 512; topics *= 4) {
        int blocks = DocumentBlocks.number(5_000_000_000L, words, topics);
        assertTrue(
            blocks == 1 || 8L * blocks * words * topics <= 1 << 28,
            blocks + " blocks of " + words + " words and " + topics + " topics");
      }
    }
  }

  @Test
  void aBlockHoldsItsDocumentsByIpAndGivesThemBack() {
    List<Document> documents = new ArrayList<>();
    documents.add(new Document(1, "10.0.0.2", new int[] {0, 3}, new double[] {1, 5}));
    documents.add(new Document(0, "10.0.0.1", new int[] {2}, new double[] {4}));
    DocumentBlock block = DocumentBlock.of(documents);
    assertArrayEquals(new String[] {"10.0.0.1", "10.0.0.2"}, block.ips());
    assertArrayEquals(new int[] {0, 1, 3}, block.offsets());
    assertArrayEquals(new int[] {2, 0, 3}, block.words());
    assertArrayEquals(new double[] {4, 1, 5}, block.counts());
    Document second = block.document(1);
    assertEquals(1, second.id());
    assertEquals("10.0.0.2", second.ip());
    assertArrayEquals(new int[] {0, 3}, second.words());
    assertArrayEquals(new double[] {1, 5}, second.counts());
  }
}
