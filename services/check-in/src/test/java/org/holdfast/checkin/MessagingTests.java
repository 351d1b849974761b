package org.holdfast.checkin;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.holdfast.checkin.people.CrossCuts;
import org.holdfast.checkin.people.Participant;
import org.holdfast.checkin.people.Participant;
import org.holdfast.checkin.people.Participants;
import org.holdfast.checkin.people.Unit;
import org.holdfast.checkin.people.Units;
import org.holdfast.defaults.problem.Refusal;
import org.holdfast.defaults.test.ContractSample;
import org.holdfast.defaults.vault.Sealed;
import org.holdfast.defaults.vault.Vault;
import org.holdfast.embedded.EmbeddedPair;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.cloud.stream.binder.test.InputDestination;
import org.springframework.cloud.stream.binder.test.TestChannelBinderConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.kafka.support.KafkaNull;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What others publish is understood: their contract samples arrive with their values.
 */
@SpringBootTest(properties = "spring.cloud.stream.default-binder=integration")
@Import(TestChannelBinderConfiguration.class)
@ActiveProfiles("test")
class MessagingTests {

	private static final ContractSample STAFF = ContractSample.of("profile", "profile.staff");

	private static final ContractSample CROSS_CUT = ContractSample.of("burnout-alert", "burnout-alert.cross-cut");

	private static final ContractSample UNIT = ContractSample.of("profile", "profile.units");

	@Autowired
	private InputDestination topics;

	@Autowired
	private Participants participants;

	@Autowired
	private Units units;

	@Autowired
	private CrossCuts crossCuts;

	@Autowired
	private Vault vault;

	@Autowired
	private MongoOperations mongo;

	@DynamicPropertySource
	static void surroundings(DynamicPropertyRegistry settings) {
		settings.add("spring.mongodb.uri", () -> EmbeddedPair.shared().mongo().uri());
		settings.add("spring.mongodb.database", () -> "messaging-" + UUID.randomUUID());
		settings.add("spring.kafka.bootstrap-servers", () -> EmbeddedPair.shared().kafka().brokers());
	}

	@AfterEach
	void empty() {
		for (String collection : new String[] { "participants", "units", "cross-cuts", "vault", "data-keys",
				"quarantine" }) {
			this.mongo.getCollection(collection).deleteMany(new org.bson.Document());
		}
	}

	@Test
	void aPersonAnswersForTheUnitOfTheSample() {
		staff(STAFF.withSequence(2));
		assertThat(this.participants.unitOf("S-0142")).isEqualTo("U-07");
		assertThat(this.participants.active()).extracting(Participant::unitId).containsExactly("U-07");
		assertThat(this.participants.active("S-0142"))
			.contains(new Participant("S-0142", "A Saltmarsh", "U-07", "S-0101", List.of("staff"), true));
	}

	@Test
	void aUnitStandsUnderTheUnitsOfTheSampleAsSoonAsTheyAreTold() {
		unit(UNIT);
		assertThat(this.units.upwardsFrom("U-07")).isEmpty();
		unit(UNIT.withKey("U-02")
			.withValue("unitId", "U-02")
			.withValue("name", "Frontline")
			.withValue("parentId", null));
		assertThat(this.units.upwardsFrom("U-07")).containsExactly(new Unit("U-07", "Northern Team", "U-02", "S-0101"),
				new Unit("U-02", "Frontline", null, "S-0101"));
	}

	@Test
	void unitsThatRunInACircleHangNobody() {
		unit(UNIT);
		unit(UNIT.withKey("U-02").withValue("unitId", "U-02").withValue("parentId", "U-07"));
		assertThat(this.units.upwardsFrom("U-07")).isEmpty();
	}

	@Test
	void aCrossCutHoldsForCyclesThatOpenAfterEachVersionOfTheSample() {
		crossCut(CROSS_CUT);
		Instant first = Instant.parse("2026-05-17T18:00:03Z");
		Instant second = Instant.parse("2026-05-24T18:00:03Z");
		assertThat(crossCutsOf("U-08", first)).isEmpty();
		assertThat(crossCutsOf("U-08", first.plusMillis(1))).containsExactly("Frontline teams");
		assertThat(crossCutsOf("U-09", second)).isEmpty();
		assertThat(crossCutsOf("U-09", second.plusMillis(1))).containsExactly("Frontline teams");
		assertThat(crossCutsOf("U-08", second.plusMillis(1))).isEmpty();
		// a unit stands for all below it
		assertThat(
				this.crossCuts.with(List.of(new Unit("U-71", "Desk", "U-07"), new Unit("U-07", "East", null)), second))
			.containsExactly("Frontline teams");
		crossCut(CROSS_CUT.withSequence(3)
			.withValue("versions",
					List.of(version("2026-05-17T18:00:03Z", true), version("2026-05-25T06:00:00Z", false))));
		assertThat(crossCutsOf("U-07", Instant.parse("2026-05-25T06:00:00Z"))).containsExactly("Nights");
		assertThat(crossCutsOf("U-07", Instant.MAX)).isEmpty();
		// an older event changes nothing
		crossCut(CROSS_CUT);
		assertThat(crossCutsOf("U-07", Instant.MAX)).isEmpty();
	}

	@Test
	void aCrossCutWithSomethingMissingIsSetAside() {
		crossCut(CROSS_CUT.without("versions"));
		crossCut(CROSS_CUT.withValue("versions", List.of()));
		crossCut(CROSS_CUT.withKey("another"));
		for (String member : List.of("name", "unitIds", "active", "since")) {
			Map<String, Object> version = new HashMap<>(version("2026-05-17T18:00:03Z", true));
			version.remove(member);
			crossCut(CROSS_CUT.withValue("versions", List.of(version)));
		}
		assertThat(this.mongo.getCollection("quarantine").countDocuments()).isEqualTo(7);
		assertThat(crossCutsOf("U-07", Instant.MAX)).isEmpty();
	}

	@Test
	void theNewestStateCountsWhateverComesTwiceOrLate() {
		staff(STAFF.withSequence(4).withValue("unitId", "U-09"));
		staff(STAFF.withSequence(4).withValue("unitId", "U-09"));
		staff(STAFF.withSequence(3));
		assertThat(this.participants.unitOf("S-0142")).isEqualTo("U-09");
		assertThat(this.participants.active()).extracting(Participant::unitId).containsExactly("U-09");
	}

	@Test
	void whoLeftIsNotInvitedAndWhoHasNoUnitIsToldWhatToDo() {
		staff(STAFF.withValue("active", false));
		assertRefused("not-active", "S-0142");
		staff(STAFF.withKey("S-2").withValue("staffId", "S-2").withValue("unitId", null));
		assertRefused("no-unit", "S-2");
		assertThat(this.participants.active()).extracting(Participant::id).containsExactly("S-2");
	}

	@Test
	void erasureForgetsThePseudonymAlsoWhenATombstoneComesAgain() {
		staff(STAFF.withSequence(2));
		String pseudonym = this.participants.pseudonymOf("S-0142");
		tombstone(3);
		assertRefused("not-a-participant", "S-0142");
		assertThat(this.participants.knownPseudonymOf("S-0142")).isEmpty();
		tombstone(3);
		// who comes back is somebody new, and no old tombstone takes that away
		staff(STAFF.withSequence(4));
		String again = this.participants.pseudonymOf("S-0142");
		assertThat(again).isNotEqualTo(pseudonym);
		tombstone(3);
		assertThat(this.participants.knownPseudonymOf("S-0142")).contains(again);
	}

	@Test
	void erasureDestroysBothKeysOfAPersonsWords() {
		staff(STAFF.withSequence(2));
		String pseudonym = this.participants.pseudonymOf("S-0142");
		Sealed own = this.vault.seal("S-0142", "d-1", "words", "I lie awake");
		Sealed under = this.vault.sealUnderPseudonym("S-0142", pseudonym, "d-1", "words", "I lie awake");
		assertThat(this.mongo.getCollection("data-keys").countDocuments()).isEqualTo(2);
		tombstone(3);
		assertThat(this.mongo.getCollection("data-keys").countDocuments()).isZero();
		assertThat(this.vault.open("S-0142", "d-1", "words", own)).isEmpty();
		assertThat(this.vault.open(pseudonym, "d-1", "words", under)).isEmpty();
	}

	@Test
	void whoIsNotThereGetsNoKeyAndWhoLeftKeepsTheirs() {
		assertThatExceptionOfType(Refusal.class)
			.isThrownBy(() -> this.vault.seal("S-0142", "d-1", "words", "I lie awake"))
			.satisfies((refusal) -> assertThat(refusal.slug()).isEqualTo("not-a-participant"));
		assertThat(this.mongo.getCollection("data-keys").countDocuments()).isZero();
		staff(STAFF.withSequence(2));
		Sealed sealed = this.vault.seal("S-0142", "d-1", "words", "I lie awake");
		staff(STAFF.withSequence(3).withValue("active", false));
		assertThat(this.vault.seal("S-0142", "d-2", "words", "").key()).isEqualTo(sealed.key());
		assertThat(this.vault.open("S-0142", "d-1", "words", sealed)).contains("I lie awake");
	}

	@Test
	void whoIsNotThereLeavesNoSaltBehind() {
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> this.participants.pseudonymOf("S-nobody"));
		assertThat(this.mongo.getCollection("vault").countDocuments()).isZero();
	}

	@Test
	void aMissingFieldIsSetAsideAndNothingIsMadeUp() {
		staff(STAFF.without("active"));
		unit(UNIT.without("name"));
		unit(UNIT.withKey("U-1"));
		assertThat(this.mongo.getCollection("quarantine").countDocuments()).isEqualTo(3);
		assertRefused("not-a-participant", "S-0142");
		assertThat(this.units.all()).isEmpty();
	}

	private void staff(ContractSample sample) {
		this.topics.send(numbered(sample.message()), "profile.staff");
	}

	private void unit(ContractSample sample) {
		this.topics.send(numbered(sample.message()), "profile.units");
	}

	private void crossCut(ContractSample sample) {
		this.topics.send(numbered(sample.message()), "burnout-alert.cross-cut");
	}

	private List<String> crossCutsOf(String unitId, Instant opened) {
		return this.crossCuts.with(List.of(new Unit(unitId, "Unit", null)), opened);
	}

	private static Map<String, Object> version(String since, boolean active) {
		return Map.of("name", "Nights", "unitIds", List.of("U-07"), "active", active, "since", since);
	}

	private void tombstone(long sequence) {
		Message<?> tombstone = MessageBuilder.withPayload(KafkaNull.INSTANCE)
			.copyHeaders(STAFF.withSequence(sequence).message().getHeaders())
			.build();
		this.topics.send(numbered(tombstone), "profile.staff");
	}

	/** The test binder gives no offsets, by which the quarantine tells entries apart. */
	private static Message<?> numbered(Message<?> message) {
		return MessageBuilder.fromMessage(message)
			.setHeader("kafka_receivedPartitionId", 0)
			.setHeader("kafka_offset", System.nanoTime())
			.build();
	}

	private void assertRefused(String slug, String staffId) {
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> this.participants.unitOf(staffId))
			.satisfies((refusal) -> assertThat(refusal.slug()).isEqualTo(slug));
	}

}
