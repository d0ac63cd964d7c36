/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Training of topic models: word counts in, topic mixes and topics out, both as tables.
 *
 * <p>{@link org.suspiciousconnects.lda.Corpus} is what is trained on, a {@link
 * org.suspiciousconnects.lda.TopicModelTrainer} makes a {@link
 * org.suspiciousconnects.lda.TopicModel} of it, {@link org.suspiciousconnects.lda.ModelWriter}
 * writes that to the warehouse.
 */
package org.suspiciousconnects.lda;
