package org.holdfast.mentorship;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.holdfast.mentorship.people.Agency;
import org.holdfast.mentorship.people.Circumstances;
import org.holdfast.mentorship.people.Colleague;
import org.holdfast.mentorship.people.Unit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

@AnalyzeClasses(packagesOf = MentorshipApplication.class, importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

	@ArchTest
	static final ArchRule onlyOneClassKnowsHowEventsArrive = noClasses().that()
		.doNotHaveSimpleName(Messaging.class.getSimpleName())
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("org.springframework.messaging..", "org.springframework.cloud..",
				"org.springframework.kafka..", "org.apache.kafka..");

	@ArchTest
	static final ArchRule whoIsPairedIsDecidedWithoutAnyInfrastructure = classes().that()
		.resideInAPackage("org.holdfast.mentorship.fit")
		.or()
		.belongToAnyOf(Agency.class, Circumstances.class, Colleague.class, Unit.class)
		.should()
		.onlyDependOnClassesThat()
		.resideInAnyPackage("java..", "org.jspecify..", "org.holdfast.mentorship.fit", "org.holdfast.mentorship.people",
				"org.holdfast.mentorship.engine");

	@ArchTest
	static final ArchRule theEngineKnowsNumbersOnly = classes().that()
		.resideInAPackage("org.holdfast.mentorship.engine")
		.should()
		.onlyDependOnClassesThat()
		.resideInAnyPackage("java..", "org.jspecify..", "org.holdfast.mentorship.engine");

	@ArchTest
	static final ArchRule whatFormsGroupsKnowsNumbersOnly = classes().that()
		.resideInAPackage("org.holdfast.mentorship.grouping")
		.should()
		.onlyDependOnClassesThat()
		.resideInAnyPackage("java..", "org.jspecify..", "org.holdfast.mentorship.grouping");

	@ArchTest
	static final ArchRule whoCouldBeInACircleIsDecidedWithoutAnyInfrastructure = classes().that()
		.resideInAPackage("org.holdfast.mentorship.circle.peers")
		.should()
		.onlyDependOnClassesThat()
		.resideInAnyPackage("java..", "org.jspecify..", "com.fasterxml.jackson.annotation",
				"org.holdfast.mentorship.circle.peers", "org.holdfast.mentorship.people",
				"org.holdfast.mentorship.grouping");

	@ArchTest
	static final ArchRule jackson2StaysOut = noClasses().should()
		.dependOnClassesThat()
		.resideInAnyPackage("com.fasterxml.jackson.databind..", "com.fasterxml.jackson.core..");

}
