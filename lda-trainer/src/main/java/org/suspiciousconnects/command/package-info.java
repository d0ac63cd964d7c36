/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * What every command line application of this project shares: exit statuses and one-line errors.
 */
package org.suspiciousconnects.command;
