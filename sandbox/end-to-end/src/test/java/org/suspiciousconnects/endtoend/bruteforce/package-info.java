/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * The method profile once more, by loops over lists: what the SQL files, functions and trainer are
 * compared with. Written from the definitions alone, for a few dozen events; it uses nothing of the
 * project.
 */
package org.suspiciousconnects.endtoend.bruteforce;
