/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.word;

/** What kind of domain a name belongs to: the user's own, a popular one, any other. */
public final class DomainClass {
  private static final int OTHER = 0;
  private static final int TOP = 1;
  private static final int USERS = 2;

  private DomainClass() {}

  /**
   * The class of a domain; the two domains are compared as they are.
   *
   * @param domain the domain of a name; null if it has none
   * @param isTop whether the domain is one of the popular ones
   * @param userDomain the user's own domain; null or empty if there is none
   * @return 2 for the user's own domain, else 1 for a popular one, else 0
   */
  public static int of(String domain, boolean isTop, String userDomain) {
    if (userDomain != null && !userDomain.isEmpty() && userDomain.equals(domain)) {
      return USERS;
    }
    return isTop ? TOP : OTHER;
  }

  /** A class for which {@link #isValid} is true, for people. */
  static String explained(int domainClass) {
    switch (domainClass) {
      case USERS:
        return "own domain";
      case TOP:
        return "popular domain";
      default:
        return "no popular or own domain";
    }
  }

  static boolean isValid(int domainClass) {
    return domainClass >= OTHER && domainClass <= USERS;
  }
}
