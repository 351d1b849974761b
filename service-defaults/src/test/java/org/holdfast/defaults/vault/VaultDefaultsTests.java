package org.holdfast.defaults.vault;

import java.util.Optional;
import java.util.UUID;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import org.holdfast.defaults.problem.Refusal;
import org.holdfast.embedded.EmbeddedPair;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.data.mongodb.core.MongoTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class VaultDefaultsTests {

	private static final String KEY = "holdfast.vault.keys=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

	private final MongoClient client = MongoClients.create(EmbeddedPair.shared().mongo().uri());

	private final MongoTemplate mongo = new MongoTemplate(this.client, "vault-" + UUID.randomUUID());

	private final ApplicationContextRunner start = new ApplicationContextRunner()
		.withBean(MongoTemplate.class, () -> this.mongo)
		.withConfiguration(AutoConfigurations.of(VaultDefaults.class));

	private final ApplicationContextRunner startWithWriters = this.start.withBean(Writers.class,
			() -> (staffId) -> staffId.startsWith("S-") ? Optional.empty()
					: Optional.of(Refusal.forbidden("nobody", "You are not on the staff list here.")));

	@AfterEach
	void close() {
		this.client.close();
	}

	@Test
	void aServiceThatDoesNotSayWhoMayWriteHasNoVaultAndNeedsNoKey() {
		this.start.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(Vault.class));
	}

	@Test
	void aServiceThatSaysWhoMayWriteHasAVaultForThemAlone() {
		this.startWithWriters.withPropertyValues(KEY).run((context) -> {
			Vault vault = context.getBean(Vault.class);
			Sealed sealed = vault.seal("S-1", "d-1", "words", "I lie awake");
			assertThat(vault.open("S-1", "d-1", "words", sealed)).contains("I lie awake");
			assertThatExceptionOfType(Refusal.class).isThrownBy(() -> vault.seal("X-1", "d-1", "words", "I lie awake"))
				.satisfies((refusal) -> assertThat(refusal.slug()).isEqualTo("nobody"));
			assertThat(this.mongo.getCollection("data-keys").countDocuments()).isOne();
		});
	}

	@Test
	void aServiceThatSaysWhoMayWriteDoesNotStartWithoutAKey() {
		this.startWithWriters.run((context) -> assertThat(context).hasFailed()
			.getFailure()
			.rootCause()
			.hasMessageContaining("HOLDFAST_VAULT_KEY must be set to the base64 of 32 random bytes"));
	}

}
