/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Measures how well the list of a scored day finds attacks that are known: recall, precision and
 * the area under the ROC curve, against a file that labels events of the day.
 */
package org.suspiciousconnects.evaluate;
