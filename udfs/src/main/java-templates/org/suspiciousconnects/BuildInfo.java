/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects;

/** What this jar was built from; the build fills the constants in. */
public final class BuildInfo {
  /** Maven version, such as {@code 0.1.0}. */
  public static final String VERSION = "${project.version}";

  /**
   * First 12 hex digits of the Git commit; an unresolved placeholder when built outside a checkout.
   */
  private static final String BUILT_FROM = "${git.commit.id.abbrev}";

  /** First 12 hex digits of the Git commit, or {@code unknown} when built outside a checkout. */
  // toString() makes it no compile-time constant, which modules built earlier would have copied.
  public static final String COMMIT = "${git.commit.id.abbrev}".toString();

  private BuildInfo() {}
}
