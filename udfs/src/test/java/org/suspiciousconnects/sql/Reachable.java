/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sql;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The methods that may run when some are called. A call of a method may be that of any class that
 * is constructed on the way; of a constructed class also run the methods by which the JDK calls
 * back, such as compare. Calls by reflection are not seen.
 */
final class Reachable {
  private final JavaClasses code;
  private final Set<String> neverCalled;
  private final Set<JavaCodeUnit> seen = new HashSet<>();
  private final Deque<JavaCodeUnit> open = new ArrayDeque<>();
  private final Set<JavaClass> constructed = new HashSet<>();
  private final Set<JavaMethod> called = new HashSet<>();
  private final Map<String, String> outside = new TreeMap<>();

  /**
   * Nothing is reached yet.
   *
   * @param code the classes that are looked into
   * @param neverCalled full names of methods that are not, for a reason that bytecode does not show
   */
  Reachable(JavaClasses code, Set<String> neverCalled) {
    this.code = code;
    this.neverCalled = neverCalled;
  }

  /** Follows all calls of these methods. */
  void from(Collection<? extends JavaCodeUnit> entries) {
    entries.forEach(this::reach);
    while (!open.isEmpty()) {
      JavaCodeUnit unit = open.pop();
      unit.getAccessesFromSelf().forEach(access -> follow(unit, access));
    }
  }

  /** Members of classes that are not part of the code, each with one method that uses it. */
  Map<String, String> outside() {
    return outside;
  }

  private void reach(JavaCodeUnit unit) {
    if (!neverCalled.contains(unit.getFullName()) && seen.add(unit)) {
      open.push(unit);
      initialize(unit.getOwner());
    }
  }

  private void follow(JavaCodeUnit caller, JavaAccess<?> access) {
    AccessTarget target = access.getTarget();
    initialize(target.getOwner());
    JavaMember member = target.resolveMember().orElse(null);
    if (!isCode(member == null ? target.getOwner() : member.getOwner())) {
      String name = member == null ? target.getFullName() : member.getFullName();
      outside.putIfAbsent(name, caller.getFullName());
    } else if (member instanceof JavaMethod method) {
      call(method);
    } else if (member instanceof JavaConstructor constructor) {
      construct(constructor);
    } else if (member == null) {
      throw new IllegalStateException(caller + " uses what is not there: " + target.getFullName());
    }
  }

  private void construct(JavaConstructor constructor) {
    JavaClass type = constructor.getOwner();
    reach(constructor);
    if (constructed.add(type)) {
      called.forEach(method -> override(method, type));
      supertypes(type)
          .filter(supertype -> !isCode(supertype))
          .flatMap(supertype -> supertype.getMethods().stream())
          .forEach(method -> override(method, type));
    }
  }

  private void call(JavaMethod method) {
    if (called.add(method)) {
      reach(method);
      constructed.forEach(type -> override(method, type));
    }
  }

  /** Reaches what runs when the method is called on an object of that type. */
  private void override(JavaMethod method, JavaClass type) {
    if (!type.isAssignableTo(method.getOwner().getName())) {
      return;
    }
    String[] parameters =
        method.getRawParameterTypes().stream().map(JavaClass::getName).toArray(String[]::new);
    Stream.concat(Stream.of(type), supertypes(type))
        .filter(this::isCode)
        .flatMap(owner -> owner.tryGetMethod(method.getName(), parameters).stream())
        .forEach(this::reach);
  }

  /** The class chain first, then the interfaces. */
  private static Stream<JavaClass> supertypes(JavaClass type) {
    return Stream.concat(
        type.getAllRawSuperclasses().stream(), type.getAllRawInterfaces().stream());
  }

  private void initialize(JavaClass type) {
    if (isCode(type)) {
      Stream.concat(Stream.of(type), type.getAllRawSuperclasses().stream())
          .filter(this::isCode)
          .flatMap(owner -> owner.getStaticInitializer().stream())
          .filter(seen::add)
          .forEach(open::push);
    }
  }

  private boolean isCode(JavaClass type) {
    return code.contain(type.getName());
  }
}
