/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects;

/** What this jar was built from; the build fills the constants in. */
public final class BuildInfo {
  /** Maven version, such as {@code 0.1.0}. */
  public static final String VERSION = "${project.version}";

  /** As the build filled it in: outside a Git checkout the placeholder itself. */
  private static final String BUILT_FROM = "${git.commit.id.abbrev}";

  /** First 12 hex digits of the Git commit, or {@code unknown} when built outside a checkout. */
  public static final String COMMIT = BUILT_FROM.startsWith("$") ? "unknown" : BUILT_FROM;

  private BuildInfo() {}
}
