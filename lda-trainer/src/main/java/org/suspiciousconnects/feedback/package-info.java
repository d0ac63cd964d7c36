/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Imports the verdicts that Apache Spot's front end writes, {@code ml_feedback.csv}, into {@code
 * <source>_feedback}.
 */
package org.suspiciousconnects.feedback;
