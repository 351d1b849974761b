package org.holdfast.defaults;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

@AnalyzeClasses(packages = "org.holdfast.defaults", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

	@ArchTest
	static final ArchRule jackson2StaysOut = noClasses().that()
		.resideInAPackage("org.holdfast..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("com.fasterxml.jackson.databind..", "com.fasterxml.jackson.core..");

	@ArchTest
	static final ArchRule featuresFormNoCycle = SlicesRuleDefinition.slices()
		.matching("org.holdfast.defaults.(*)..")
		.should()
		.beFreeOfCycles();

	@ArchTest
	static final ArchRule theOutboxDoesNotKnowTheInbox = noClasses().that()
		.resideInAPackage("..outbox..")
		.should()
		.dependOnClassesThat()
		.resideInAPackage("..inbox..");

}
