/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.net.IDN;
import org.apache.hadoop.hive.ql.exec.Description;
import org.apache.hadoop.hive.ql.exec.UDF;

@AnalyzeClasses(
    packages = "org.suspiciousconnects",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String ROOT = "org.suspiciousconnects";
  private static final String SQL = ROOT + ".sql";
  private static final String LIST_LIBRARY = "com.google.common..";

  @ArchTest
  static final ArchRule coreIsPlainJava =
      classes()
          .that(not(resideInAPackage(SQL)).and(not(resideInAPackage(ROOT + ".net"))))
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", ROOT, ROOT + ".word", ROOT + ".model", LIST_LIBRARY);

  @ArchTest
  static final ArchRule oneClassKnowsThePublicSuffixList =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName(ROOT + ".word.PublicSuffixes")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(LIST_LIBRARY);

  @ArchTest
  static final ArchRule onlyNetKnowsTheAddressLibrary =
      classes()
          .that()
          .resideInAPackage(ROOT + ".net")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", ROOT + ".net", "inet.ipaddr..");

  /** Not on one another either. */
  @ArchTest
  static final ArchRule functionsAreAdapters =
      classes()
          .that()
          .resideInAPackage(SQL)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java.lang",
              "java.util",
              ROOT,
              ROOT + ".word",
              ROOT + ".model",
              ROOT + ".net",
              "org.apache.hadoop.io",
              "org.apache.hadoop.hive.ql.exec",
              "org.apache.hadoop.hive.ql.udf");

  @ArchTest
  static final ArchRule functionsAreOneClassEach =
      classes()
          .that()
          .resideInAPackage(SQL)
          .and()
          .doNotHaveSimpleName("package-info")
          .should()
          .beAssignableTo(UDF.class)
          .andShould()
          .beAnnotatedWith(Description.class)
          .andShould()
          .haveSimpleNameEndingWith("UDF");

  /** IDN is in java.net, but only writes letters. */
  @ArchTest
  static final ArchRule nothingTouchesFilesNetworkThreadsOrTheClock =
      noClasses()
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("java.io", "java.net", "java.nio.file..", "java.util.concurrent..")
                  .and(not(type(IDN.class))))
          .orShould()
          .dependOnClassesThat()
          .belongToAnyOf(Thread.class, System.class, java.util.Random.class);
}
