package org.holdfast.checkin;

import java.util.List;
import java.util.UUID;

import org.holdfast.checkin.people.Participant;
import org.holdfast.checkin.people.Participant;
import org.holdfast.checkin.people.Participants;
import org.holdfast.checkin.people.Unit;
import org.holdfast.checkin.people.Units;
import org.holdfast.defaults.problem.Refusal;
import org.holdfast.defaults.test.ContractSample;
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
 * What profile publishes is understood: its contract samples arrive with their values.
 */
@SpringBootTest(properties = "spring.cloud.stream.default-binder=integration")
@Import(TestChannelBinderConfiguration.class)
@ActiveProfiles("test")
class MessagingTests {

	private static final ContractSample STAFF = ContractSample.of("profile", "profile.staff");

	private static final ContractSample UNIT = ContractSample.of("profile", "profile.units");

	@Autowired
	private InputDestination profile;

	@Autowired
	private Participants participants;

	@Autowired
	private Units units;

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
		for (String collection : new String[] { "participants", "units", "vault", "quarantine" }) {
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
		this.profile.send(numbered(sample.message()), "profile.staff");
	}

	private void unit(ContractSample sample) {
		this.profile.send(numbered(sample.message()), "profile.units");
	}

	private void tombstone(long sequence) {
		Message<?> tombstone = MessageBuilder.withPayload(KafkaNull.INSTANCE)
			.copyHeaders(STAFF.withSequence(sequence).message().getHeaders())
			.build();
		this.profile.send(numbered(tombstone), "profile.staff");
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
