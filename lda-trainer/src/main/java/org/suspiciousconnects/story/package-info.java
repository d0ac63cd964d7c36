/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Writes the story of a threat, which an analyst gives a title and a text, in the tables and files
 * that Apache Spot's front end shows on its story board.
 */
package org.suspiciousconnects.story;
