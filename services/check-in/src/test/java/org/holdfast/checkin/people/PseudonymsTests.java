package org.holdfast.checkin.people;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import org.bson.Document;
import org.holdfast.checkin.CheckInSettings;
import org.holdfast.embedded.EmbeddedPair;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.data.mongodb.core.MongoTemplate;

import static org.assertj.core.api.Assertions.assertThat;

class PseudonymsTests {

	private static final String KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

	private final MongoClient client = MongoClients.create(EmbeddedPair.shared().mongo().uri());

	private final MongoTemplate mongo = new MongoTemplate(this.client, "pseudonyms-" + UUID.randomUUID());

	private final Pseudonyms pseudonyms = pseudonyms(KEY);

	@AfterEach
	void close() {
		this.client.close();
	}

	@Test
	void aPseudonymIsTheHmacOfSaltAndStaffId() {
		byte[] salt = new byte[16];
		IntStream.range(0, 16).forEach((i) -> salt[i] = (byte) (100 + i));
		this.mongo.insert(new Pseudonyms.Secret("S-0142", salt), "vault");
		// hmac.new(bytes(range(32)), bytes(range(100, 116)) + b'S-0142', sha256), first
		// 16 bytes
		assertThat(this.pseudonyms.of("S-0142")).isEqualTo("2RcokHvjsFEJw4pjohlhHg");
	}

	@Test
	void aPersonKeepsTheirPseudonymAndNobodySharesIt() {
		String pseudonym = this.pseudonyms.of("S-1");
		assertThat(this.pseudonyms.of("S-1")).isEqualTo(pseudonym);
		assertThat(this.pseudonyms.find("S-1")).contains(pseudonym);
		assertThat(this.pseudonyms.of("S-2")).isNotEqualTo(pseudonym);
		assertThat(pseudonyms("HxAAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdE=").of("S-1")).isNotEqualTo(pseudonym);
	}

	@Test
	void manyFirstAnswersAtOnceAgreeOnOnePseudonym() throws Exception {
		for (int round = 0; round < 20; round++) {
			String staffId = "S-race-" + round;
			Callable<String> call = () -> this.pseudonyms.of(staffId);
			Set<String> seen = new HashSet<>();
			try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
				for (var pseudonym : threads.invokeAll(IntStream.range(0, 20).mapToObj((i) -> call).toList())) {
					seen.add(pseudonym.get());
				}
			}
			assertThat(seen).hasSize(1);
		}
	}

	@Test
	void whoIsForgottenGetsAnotherOneAndTheVaultHoldsNothingElse() {
		String before = this.pseudonyms.of("S-3");
		this.pseudonyms.forget("S-3");
		assertThat(this.pseudonyms.find("S-3")).isEmpty();
		assertThat(this.mongo.getCollection("vault").find(new Document("_id", "S-3"))).isEmpty();
		assertThat(this.pseudonyms.of("S-3")).isNotEqualTo(before);
		assertThat(this.mongo.getCollection("vault").find(new Document("_id", "S-3")).first().keySet())
			.containsExactlyInAnyOrder("_id", "salt", "_class");
	}

	private Pseudonyms pseudonyms(String key) {
		return new Pseudonyms(
				new CheckInSettings(key, 5, 10, Duration.ofDays(7), Duration.ofSeconds(5), Duration.ofSeconds(3)),
				this.mongo);
	}

}
