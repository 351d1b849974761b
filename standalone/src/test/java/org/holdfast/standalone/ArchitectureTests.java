package org.holdfast.standalone;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What holds across all parts of the suite.
 */
@AnalyzeClasses(packages = "org.holdfast", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

	private static final String[] PARTS = { "org.holdfast.profile..", "org.holdfast.checkin..",
			"org.holdfast.mentorship..", "org.holdfast.burnout..", "org.holdfast.identity..",
			"org.holdfast.gateway.." };

	@ArchTest
	static void everyPartIsLookedAt(JavaClasses classes) {
		for (String part : PARTS) {
			String name = part.replace("..", "");
			assertThat(classes.stream().filter((each) -> each.getPackageName().startsWith(name))).as(part)
				.hasSizeGreaterThan(10);
		}
	}

	@ArchTest
	static final ArchRule noPartKnowsAnother = SlicesRuleDefinition.slices()
		.matching("org.holdfast.(profile|checkin|mentorship|burnout|identity|gateway)..")
		.should()
		.notDependOnEachOther();

	@ArchTest
	static final ArchRule featuresOfBurnoutAlertHaveAnOrder = SlicesRuleDefinition.slices()
		.matching("org.holdfast.burnout.(*)..")
		.should()
		.beFreeOfCycles();

	@ArchTest
	static final ArchRule oneClassPerServiceKnowsMessaging = noClasses().that()
		.resideInAnyPackage(PARTS)
		.and()
		.haveSimpleNameNotEndingWith("Messaging")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("org.springframework.messaging..", "org.springframework.cloud.stream..",
				"org.springframework.kafka..", "org.apache.kafka..");

	@ArchTest
	static final ArchRule messagingIsThere = classes().that()
		.haveSimpleName("Messaging")
		.should()
		.dependOnClassesThat()
		.haveFullyQualifiedName("org.springframework.messaging.Message");

	@ArchTest
	static final ArchRule jackson2StaysOut = noClasses().that()
		.resideInAPackage("org.holdfast..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("com.fasterxml.jackson.databind..", "com.fasterxml.jackson.core..");

	@ArchTest
	static final ArchRule timeIsAskedOfTheClockOfTheService = noClasses().that()
		.resideInAnyPackage("org.holdfast.checkin..", "org.holdfast.mentorship..", "org.holdfast.burnout..")
		.should()
		.callMethod(java.time.Instant.class, "now");

}
