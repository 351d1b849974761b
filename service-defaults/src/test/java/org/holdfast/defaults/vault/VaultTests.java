package org.holdfast.defaults.vault;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import org.bson.Document;
import org.holdfast.defaults.problem.Refusal;
import org.holdfast.embedded.EmbeddedPair;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.data.mongodb.core.MongoTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class VaultTests {

	private static final String FIRST = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

	private static final String SECOND = "HxAAECAwQFBgcICQoLDA0ODwEREhMUFRYXGBkaGxwdE=";

	private static final String WORDS = "I lie awake because of the Ñandú case";

	private final MongoClient client = MongoClients.create(EmbeddedPair.shared().mongo().uri());

	private final MongoTemplate mongo = new MongoTemplate(this.client, "vault-" + UUID.randomUUID());

	private final Set<String> erased = new HashSet<>();

	private final Vault vault = vault(FIRST);

	@AfterEach
	void close() {
		this.client.close();
	}

	@Test
	void whatIsSealedCanBeOpenedWhereItBelongs() {
		Sealed sealed = this.vault.seal("S-1", "d-1", "words", WORDS);
		assertThat(this.vault.open("S-1", "d-1", "words", sealed)).contains(WORDS);
		assertThat(this.vault.open("S-1", "d-1", "words", this.vault.seal("S-1", "d-1", "words", ""))).contains("");
		// the same words twice do not look the same
		assertThat(this.vault.seal("S-1", "d-1", "words", WORDS).text()).isNotEqualTo(sealed.text());
	}

	@Test
	void everyPersonHasAKeyOfTheirOwn() {
		Sealed one = this.vault.seal("S-1", "d-1", "words", WORDS);
		Sealed other = this.vault.seal("S-2", "d-1", "words", WORDS);
		assertThat(one.key()).isNotEqualTo(other.key());
		assertThat(this.vault.open("S-2", "d-1", "words", one)).isEmpty();
		Sealed forged = new Sealed(other.key(), one.text());
		assertThatIllegalStateException().isThrownBy(() -> this.vault.open("S-2", "d-1", "words", forged));
	}

	@Test
	void aPseudonymHasAKeyOfItsOwnWhichIsForgottenByItself() {
		Sealed own = this.vault.seal("S-1", "d-1", "words", WORDS);
		Sealed under = this.vault.sealUnderPseudonym("S-1", "p-1", "d-1", "words", WORDS);
		assertThat(under.key()).isNotEqualTo(own.key());
		assertThat(this.vault.open("p-1", "d-1", "words", under)).contains(WORDS);
		assertThat(this.vault.open("S-1", "d-1", "words", under)).isEmpty();
		assertThat(this.mongo.getCollection("data-keys").find(new Document("_id", "p-1")).first().toJson())
			.doesNotContain("S-1");
		this.vault.forget("p-1");
		assertThat(this.vault.open("p-1", "d-1", "words", under)).isEmpty();
		assertThat(this.vault.open("S-1", "d-1", "words", own)).contains(WORDS);
		this.vault.forget("S-1");
		this.erased.add("S-1");
		assertThatExceptionOfType(Refusal.class)
			.isThrownBy(() -> this.vault.sealUnderPseudonym("S-1", "p-1", "d-1", "words", WORDS));
		assertThat(this.mongo.getCollection("data-keys").countDocuments()).isZero();
	}

	@Test
	void whatWasStoredWhenCheckInHadTheVaultToItselfStaysReadable() {
		this.mongo.getCollection("data-keys").insertOne(Document.parse("""
				{"_id": "S-1", "version": "289d390a-0ad8-4c69-a51f-e71e785eca1f", "master": "0U4_jVHiQbeq",
				"wrapped": {"$binary": {"base64":
				"AcE9CRCGgOUvCiZpjQcOFDcipfoNoBoP/Bqvog8fQMjAZ2WmUmetxrbq0dLM+9YoBoYxgrhWzrpqX6WV", "subType": "00"}},
				"_class": "org.holdfast.checkin.vault.DataKeys$Wrapped"}"""));
		Sealed sealed = new Sealed("289d390a-0ad8-4c69-a51f-e71e785eca1f",
				"vytEILPg4l6OvPK+MyHJHJbICYFTc5CmIxL2eXLWA1aDZ6dB51sdIcwJKxv1l4qikBb81mlYWT5eVHg15Y+zXJ3L/Q==");
		assertThat(this.vault.open("S-1", "d-1", "words", sealed)).contains(WORDS);
		Vault rotated = vault(SECOND, FIRST);
		assertThat(rotated.open("S-1", "d-1", "words", sealed)).contains(WORDS);
		assertThat(rotated.seal("S-1", "d-1", "words", "").key()).isEqualTo(sealed.key());
	}

	@Test
	void everyChangedBitIsNoticed() {
		Sealed sealed = this.vault.seal("S-1", "d-1", "words", "short");
		byte[] bytes = Base64.getDecoder().decode(sealed.text());
		for (int bit = 0; bit < bytes.length * 8; bit++) {
			byte[] changed = bytes.clone();
			changed[bit / 8] ^= (byte) (1 << (bit % 8));
			Sealed tampered = new Sealed(sealed.key(), Base64.getEncoder().encodeToString(changed));
			assertThatIllegalStateException().as("bit " + bit)
				.isThrownBy(() -> this.vault.open("S-1", "d-1", "words", tampered));
		}
		for (int length = 0; length < bytes.length; length++) {
			Sealed cut = new Sealed(sealed.key(),
					Base64.getEncoder().encodeToString(java.util.Arrays.copyOf(bytes, length)));
			assertThatIllegalStateException().as("length " + length)
				.isThrownBy(() -> this.vault.open("S-1", "d-1", "words", cut));
		}
	}

	@Test
	void whatWasMovedToAnotherDocumentOrFieldIsRefused() {
		Sealed sealed = this.vault.seal("S-1", "d-1", "words", WORDS);
		assertThatIllegalStateException().isThrownBy(() -> this.vault.open("S-1", "d-2", "words", sealed));
		assertThatIllegalStateException().isThrownBy(() -> this.vault.open("S-1", "d-1", "note", sealed));
		// nor can the border between the two be moved
		assertThatIllegalStateException().isThrownBy(() -> this.vault.open("S-1", "d-1w", "ords", sealed));
	}

	@Test
	void aDataKeyThatWasGivenToSomebodyElseIsRefused() {
		Sealed sealed = this.vault.seal("S-1", "d-1", "words", WORDS);
		Document key = this.mongo.getCollection("data-keys").find(new Document("_id", "S-1")).first();
		this.mongo.getCollection("data-keys").insertOne(key.append("_id", "S-2"));
		assertThatIllegalStateException().isThrownBy(() -> this.vault.open("S-2", "d-1", "words", sealed));
	}

	@Test
	void aDumpOfTheDatabaseHoldsNoWordAndNoKey() {
		this.mongo.insert(new Note("d-1", this.vault.seal("S-1", "d-1", "words", WORDS)), "notes");
		StringBuilder dump = new StringBuilder();
		for (String collection : this.mongo.getCollectionNames()) {
			this.mongo.getCollection(collection).find().forEach((document) -> dump.append(document.toJson()));
		}
		assertThat(dump).contains("d-1", "S-1");
		for (String word : WORDS.split(" ")) {
			if (word.length() > 3) {
				assertThat(dump).doesNotContainIgnoringCase(word)
					.doesNotContain(Base64.getEncoder().encodeToString(word.getBytes()).substring(0, 4));
			}
		}
		assertThat(dump).doesNotContain(FIRST.substring(0, 20));
	}

	@Test
	void aNewMasterKeyWrapsEverythingAgainAndTheFormerOneCanGo() {
		Sealed sealed = this.vault.seal("S-1", "d-1", "words", WORDS);
		String before = master("S-1");
		Vault rotated = vault(SECOND, FIRST);
		assertThat(master("S-1")).isNotEqualTo(before);
		assertThat(rotated.open("S-1", "d-1", "words", sealed)).contains(WORDS);
		Vault without = vault(SECOND);
		assertThat(without.open("S-1", "d-1", "words", sealed)).contains(WORDS);
		assertThat(without.seal("S-1", "d-1", "words", "").key()).isEqualTo(sealed.key());
	}

	@Test
	void withoutTheFormerMasterKeyItDoesNotStartAndSaysWhatToDo() {
		this.vault.seal("S-1", "d-1", "words", WORDS);
		assertThatIllegalStateException().isThrownBy(() -> vault(SECOND))
			.withMessageContaining("HOLDFAST_VAULT_KEY lacks the key")
			.withMessageContaining("Put the former key behind the new one");
	}

	@Test
	void erasureMakesEveryCopyUnreadableAlsoForWhoComesBack() {
		Sealed sealed = this.vault.seal("S-1", "d-1", "words", WORDS);
		this.vault.forget("S-1");
		assertThat(this.mongo.getCollection("data-keys").countDocuments()).isZero();
		assertThat(this.vault.open("S-1", "d-1", "words", sealed)).isEmpty();
		this.vault.seal("S-1", "d-2", "words", "new");
		assertThat(this.vault.open("S-1", "d-1", "words", sealed)).isEmpty();
	}

	@Test
	void whoWasErasedMeanwhileLeavesNoKeyBehind() {
		this.erased.add("S-1");
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> this.vault.seal("S-1", "d-1", "words", WORDS));
		assertThat(this.mongo.getCollection("data-keys").countDocuments()).isZero();
	}

	@Test
	void manyFirstTextsAtOnceAgreeOnOneKey() throws Exception {
		for (int round = 0; round < 10; round++) {
			String staffId = "S-race-" + round;
			Callable<String> seal = () -> this.vault.seal(staffId, "d", "words", WORDS).key();
			Set<String> seen = new HashSet<>();
			try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
				for (var key : threads.invokeAll(IntStream.range(0, 20).mapToObj((i) -> seal).toList())) {
					seen.add(key.get());
				}
			}
			assertThat(seen).hasSize(1);
		}
	}

	private String master(String staffId) {
		return this.mongo.getCollection("data-keys").find(new Document("_id", staffId)).first().getString("master");
	}

	private Vault vault(String... keys) {
		DataKeys dataKeys = new DataKeys(new VaultSettings(new ArrayList<>(List.of(keys))), this.mongo);
		return new Vault(dataKeys, (staffId) -> this.erased.contains(staffId)
				? Optional.of(Refusal.forbidden("gone", "You are not on the staff list here.")) : Optional.empty());
	}

	record Note(String id, Sealed words) {

	}

}
