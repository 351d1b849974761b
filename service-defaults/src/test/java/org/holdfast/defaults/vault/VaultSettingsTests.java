package org.holdfast.defaults.vault;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

class VaultSettingsTests {

	private static final String KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

	private static final String OTHER = "HxAAECAwQFBgcICQoLDA0ODwEREhMUFRYXGBkaGxwdE=";

	private final ApplicationContextRunner start = new ApplicationContextRunner().withUserConfiguration(Settings.class);

	@Test
	void theFirstKeyIsTheOneThatWrapsAndNoneIsEverPrinted() {
		this.start.withPropertyValues("holdfast.vault.keys=" + KEY + "," + OTHER).run((context) -> {
			VaultSettings settings = context.getBean(VaultSettings.class);
			assertThat(settings.masterKeys()).containsExactly(MasterKey.of(KEY), MasterKey.of(OTHER));
			assertThat(settings.toString()).doesNotContain(KEY.substring(0, 8)).doesNotContain(OTHER.substring(0, 8));
			assertThat(MasterKey.of(KEY).id()).isNotEqualTo(MasterKey.of(OTHER).id());
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "AAECAwQFBgcICQoLDA0ODw==", "no base64!", KEY + ",AAECAwQFBgcICQoLDA0ODw==",
			"AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISIj" })
	void withoutAKeyOfThirtyTwoBytesTheServiceDoesNotStartAndSaysWhatToDo(String keys) {
		this.start.withPropertyValues("holdfast.vault.keys=" + keys)
			.run((context) -> assertThat(context).hasFailed()
				.getFailure()
				.rootCause()
				.hasMessageContaining("HOLDFAST_VAULT_KEY must be set to the base64 of 32 random bytes")
				.hasMessageContaining("openssl rand -base64 32"));
	}

	@Configuration(proxyBeanMethods = false)
	@EnableConfigurationProperties(VaultSettings.class)
	static class Settings {

	}

}
