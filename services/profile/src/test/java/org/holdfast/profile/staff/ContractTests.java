package org.holdfast.profile.staff;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.stream.Stream;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import org.bson.conversions.Bson;
import org.holdfast.defaults.test.ContractSample;
import org.holdfast.defaults.test.KafkaProbe;
import org.holdfast.defaults.test.KafkaProbe.Published;
import org.holdfast.defaults.test.WholeService;
import org.holdfast.defaults.time.HoldfastClock;
import org.holdfast.profile.staff.Mentoring.AsMentee;
import org.holdfast.profile.staff.Mentoring.AsMentor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is on the topics is exactly the samples that readers are tested with.
 */
@WholeService
@TestPropertySource(properties = "holdfast.simulated-clock=true")
class ContractTests {

	private static final ContractSample STAFF = ContractSample.of("profile", "profile.staff");

	private static final ContractSample UNIT = ContractSample.of("profile", "profile.units");

	@Autowired
	private KafkaProbe kafka;

	@Autowired
	private HoldfastClock clock;

	@Autowired
	private Staff staff;

	@Autowired
	private Units units;

	@Autowired
	private MongoOperations mongo;

	@BeforeEach
	void theTimeOfTheSamples() {
		this.clock.set(Instant.parse(STAFF.headers().get("ce_time")));
	}

	@Test
	void aPersonIsPublishedAsTheSample() {
		this.staff.change("S-0142", (present) -> People.person("S-0142"));
		this.staff.change("S-0142", (present) -> present.orElseThrow().with(People.BOTH));
		assertIs(STAFF, last("profile.staff", STAFF.key(), 2));
	}

	@Test
	void aUnitIsPublishedAsTheSample() {
		this.units.keep(new Unit("U-07", "Northern Team", "U-02", "S-0101"));
		this.units.keep(new Unit("U-07", "Northern Team", "U-02", "S-0101"));
		assertIs(UNIT, last("profile.units", UNIT.key(), 1));
	}

	@Test
	void whatIsStoredIsReadBackAsItWasInAnyTimeZone() {
		StaffMember member = StaffMember.joining("S-2", People.working("2024-02-29", "2026-12-31"), People.TODAY);
		Unit root = new Unit("U-1", "Agency", null, null);
		TimeZone here = TimeZone.getDefault();
		try {
			TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
			this.staff.change("S-2", (present) -> member);
			this.units.keep(root);
			TimeZone.setDefault(TimeZone.getTimeZone("America/Los_Angeles"));
			assertThat(this.staff.find("S-2")).contains(member);
			assertThat(this.staff.in("U-07")).contains(member);
			assertThat(this.units.find("U-1")).contains(root);
		}
		finally {
			TimeZone.setDefault(here);
		}
	}

	@Test
	void whatWasStoredBeforeThereWereTheseQuestionsIsReadAsNoAnswer() {
		this.staff.change("S-3", (present) -> People.person("S-3").with(People.BOTH));
		Bson without = Updates.combine(
				Stream
					.of("file.place", "mentoring.caseloads", "mentoring.times", "mentoring.meets", "mentoring.asPeer",
							"mentoring.asMentor.directions", "mentoring.asMentor.wants",
							"mentoring.asMentee.directions", "mentoring.asMentee.wants")
					.map(Updates::unset)
					.toList());
		this.mongo.execute("staff", (documents) -> documents.updateOne(Filters.eq("_id", "S-3"), without));
		StaffMember read = this.staff.find("S-3").orElseThrow();
		assertThat(read.file().place()).isNull();
		assertThat(read.mentoring())
			.isEqualTo(new Mentoring(new AsMentor(2, List.of("court-work"), List.of(), "anybody"),
					new AsMentee(List.of("court-work"), List.of(), "anybody"), List.of(), List.of(), List.of(), null));
		assertThat(Staff.changeOf(Optional.of(read), read.with(read.mentoring())).next()).isNull();
	}

	private Published last(String topic, String key, int count) {
		List<Published> ofKey = this.kafka.await(topic, (all) -> of(all, key).size() >= count);
		assertThat(of(ofKey, key)).hasSize(count);
		return of(ofKey, key).getLast();
	}

	private static List<Published> of(List<Published> all, String key) {
		return all.stream().filter((event) -> event.key().equals(key)).toList();
	}

	private static void assertIs(ContractSample sample, Published published) {
		assertThat(published.key()).isEqualTo(sample.key());
		assertThat(published.value()).isEqualTo(sample.value());
		assertThat(published.headers()).containsOnlyKeys(sample.headers().keySet());
		assertThat(withoutId(published.headers())).isEqualTo(withoutId(sample.headers()));
	}

	private static Map<String, String> withoutId(Map<String, String> headers) {
		Map<String, String> others = new TreeMap<>(headers);
		assertThat(others.remove("ce_id")).isNotBlank();
		return others;
	}

}
