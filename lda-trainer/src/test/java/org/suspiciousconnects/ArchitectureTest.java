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
  static final ArchRule trainingAndLoadingKnowNothingOfEachOther =
      slices().matching("org.suspiciousconnects.(lda|load)..").should().notDependOnEachOther();

  @ArchTest
  static final ArchRule whatBothStandOnKnowsNeither =
      noClasses()
          .that()
          .resideInAnyPackage("..command..", "..warehouse..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..suspiciousconnects.lda..", "..suspiciousconnects.load..");

  @ArchTest
  static final ArchRule ofTheFunctionsOnlyTheirPlainCoreIsUsed =
      noClasses()
          .that()
          .resideInAnyPackage("..lda..", "..load..", "..warehouse..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.suspiciousconnects.sql..");
}
