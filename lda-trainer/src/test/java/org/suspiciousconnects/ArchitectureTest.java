/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "org.suspiciousconnects",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule applicationsKnowNothingOfEachOther =
      slices()
          .matching(
              "org.suspiciousconnects.(evaluate|export|feedback|lda|load|registry|run|schema)..")
          .should()
          .notDependOnEachOther();

  @ArchTest
  static final ArchRule whatTheyStandOnKnowsNoneOfThem =
      noClasses()
          .that()
          .resideInAnyPackage("..command..", "..warehouse..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "..suspiciousconnects.evaluate..",
              "..suspiciousconnects.export..",
              "..suspiciousconnects.feedback..",
              "..suspiciousconnects.lda..",
              "..suspiciousconnects.load..",
              "..suspiciousconnects.registry..",
              "..suspiciousconnects.run..",
              "..suspiciousconnects.schema..");

  @ArchTest
  static final ArchRule ofTheFunctionsOnlyTheirPlainCoreIsUsed =
      noClasses()
          .that()
          .resideInAnyPackage(
              "..evaluate..",
              "..export..",
              "..feedback..",
              "..lda..",
              "..load..",
              "..registry..",
              "..run..",
              "..schema..",
              "..warehouse..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.suspiciousconnects.sql..");
}
