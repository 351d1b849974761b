package org.holdfast.checkin;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

class CheckInSettingsTests {

	private static final String KEY = "holdfast.check-in.pseudonym-key=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

	private final ApplicationContextRunner start = new ApplicationContextRunner().withUserConfiguration(Settings.class);

	@Test
	void thirtyTwoBytesAreAKeyAndItIsNeverPrinted() {
		this.start.withPropertyValues(KEY).run((context) -> {
			CheckInSettings settings = context.getBean(CheckInSettings.class);
			assertThat(settings.pseudonymKeyBytes()).hasSize(32).startsWith(0, 1, 2);
			assertThat(settings.minimumGroup()).isEqualTo(5);
			assertThat(settings.toString()).doesNotContain("AAEC");
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "AAECAwQFBgcICQoLDA0ODw==", "no base64!",
			"AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISIj" })
	void withoutAKeyOfThirtyTwoBytesTheServiceDoesNotStartAndSaysWhatToDo(String key) {
		this.start.withPropertyValues("holdfast.check-in.pseudonym-key=" + key)
			.run((context) -> assertThat(context).hasFailed()
				.getFailure()
				.rootCause()
				.hasMessageContaining("HOLDFAST_PSEUDONYM_KEY must be set to the base64 of 32 random bytes")
				.hasMessageContaining("openssl rand -base64 32"));
	}

	@Test
	void aGroupIsNeverSmallerThanFive() {
		this.start.withPropertyValues(KEY, "holdfast.check-in.minimum-group=4")
			.run((context) -> assertThat(context).hasFailed());
	}

	@Test
	void commentsAreNeverReadInAGroupOfFewerThanTen() {
		this.start.withPropertyValues(KEY, "holdfast.check-in.comment-group=9")
			.run((context) -> assertThat(context).hasFailed());
		this.start.withPropertyValues(KEY)
			.run((context) -> assertThat(context.getBean(CheckInSettings.class).commentGroup()).isEqualTo(10));
	}

	@Test
	void theGraceMustBeLongerThanAnAnswerMayTake() {
		this.start.withPropertyValues(KEY, "holdfast.check-in.closing-grace=3s")
			.run((context) -> assertThat(context).hasFailed()
				.getFailure()
				.rootCause()
				.hasMessageContaining("closing-grace must be longer"));
	}

	@Configuration(proxyBeanMethods = false)
	@EnableConfigurationProperties(CheckInSettings.class)
	static class Settings {

	}

}
