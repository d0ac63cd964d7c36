/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sql;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.ArrayList;
import java.util.List;

/**
 * What Impala 4 demands of a Java function, and what our rules add to it: the class's shape, the
 * code that it reaches, and how it answers. Each rule broken is one line.
 */
final class ImpalaContract {
  private ImpalaContract() {}

  /**
   * The rules that a class breaks. A class of the wrong shape is not called.
   *
   * @param type the function's class
   * @param code the same class and those it may reach, as bytecode
   * @param calls arguments, as for a signature of the class
   */
  static List<String> violations(Class<?> type, JavaClasses code, ImpalaCalls calls) {
    List<String> found = new ArrayList<>(ImpalaShape.violations(type));
    found.addAll(ImpalaReach.violations(code.get(type), code));
    if (found.isEmpty()) {
      found.addAll(calls.violations(type));
    }
    return found;
  }
}
