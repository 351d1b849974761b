package org.holdfast.mentorship;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.holdfast.defaults.inbox.InboxDefaults;
import org.holdfast.defaults.inbox.Received;
import org.holdfast.defaults.test.ContractSample;
import org.holdfast.mentorship.matching.Matching;
import org.holdfast.mentorship.people.Colleague;
import org.holdfast.mentorship.people.Colleague.AsMentee;
import org.holdfast.mentorship.people.Colleague.AsMentor;
import org.holdfast.mentorship.people.Colleague.AsPeer;
import org.holdfast.mentorship.people.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.ArgumentCaptor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.cloud.function.cloudevent.CloudEventsFunctionExtensionConfiguration;
import org.springframework.cloud.function.context.config.ContextFunctionCatalogAutoConfiguration;
import org.springframework.cloud.stream.binder.test.EnableTestBinder;
import org.springframework.cloud.stream.binder.test.InputDestination;
import org.springframework.cloud.stream.config.BindingProperties;
import org.springframework.cloud.stream.config.BindingServiceConfiguration;
import org.springframework.cloud.stream.config.BindingServiceProperties;
import org.springframework.cloud.stream.function.FunctionConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.never;

/** On the binder for tests: what arrives on a topic, and how it is read. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE, classes = MessagingTests.Bound.class,
		properties = { "spring.cloud.stream.default-binder=integration",
				"logging.level.org.holdfast.defaults.inbox=error" })
@ActiveProfiles("test")
class MessagingTests {

	private static final ContractSample STAFF = ContractSample.of("profile", "profile.staff");

	private static final ContractSample UNITS = ContractSample.of("profile", "profile.units");

	@Autowired
	private InputDestination topics;

	@Autowired
	private BindingServiceProperties bindings;

	@MockitoBean
	private Matching matching;

	@MockitoBean
	private MongoOperations mongo;

	private final ArgumentCaptor<Received<Colleague>> colleague = ArgumentCaptor.captor();

	private final ArgumentCaptor<Received<Unit>> unit = ArgumentCaptor.captor();

	@Test
	void aColleagueIsReadAsProfileTellsIt() {
		this.topics.send(STAFF.withSequence(7).message(), "profile.staff");
		then(this.matching).should().onColleague(this.colleague.capture());
		Received<Colleague> told = this.colleague.getValue();
		assertThat(told.key()).isEqualTo("S-0142");
		assertThat(told.seq()).isEqualTo(7);
		assertThat(told.time()).isEqualTo(Instant.parse(STAFF.headers().get("ce_time")));
		Colleague value = told.required();
		assertThat(value.staffId()).isEqualTo("S-0142");
		assertThat(value.displayName()).isNotBlank().isEqualTo(STAFF.value().get("displayName").asString());
		assertThat(value.unitId()).isEqualTo("U-07");
		assertThat(value.managerId()).isEqualTo("S-0101");
		assertThat(value.active()).isTrue();
		assertThat(value.languages()).containsExactly("en");
		assertThat(value.mentoring().asMentor())
			.isEqualTo(new AsMentor(2, Set.of("court-work"), Set.of("supervision-and-training"), "newcomers"));
		assertThat(value.startedOn()).isEqualTo(LocalDate.of(2020, 1, 31));
		assertThat(value.place()).isEqualTo("East Quay");
		assertThat(value.directions()).containsExactly("leadership");
		assertThat(value.wantsInAMentor()).isEqualTo("more-experienced");
		assertThat(value.mentoring().caseloads()).containsExactlyInAnyOrder("child-protection", "domestic-violence");
		assertThat(value.timesToMeet()).containsExactlyInAnyOrder("tue-pm", "fri-am");
		assertThat(value.waysToMeet()).containsExactly("online");
		assertThat(value.mentoring().asPeer())
			.isEqualTo(new AsPeer(true, false, true, Set.of("court-work", "self-care")));
		JsonNode asMentee = STAFF.value().at("/mentoring/asMentee");
		assertThat(value.wantsAMentor()).isEqualTo(!asMentee.isNull());
		assertThat(value.needs())
			.containsExactlyInAnyOrderElementsOf(asMentee.path("needs").valueStream().map(JsonNode::asString).toList());
	}

	@Test
	void aUnitIsReadAsProfileTellsIt() {
		this.topics.send(UNITS.message(), "profile.units");
		then(this.matching).should().onUnit(this.unit.capture());
		assertThat(this.unit.getValue().required()).isEqualTo(new Unit("U-07", "U-02", "S-0101"));
	}

	@Test
	void whatSomebodyWouldLikeHelpWithIsReadToo() {
		String mentoring = "{\"asMentor\":null,\"asMentee\":{\"needs\":[\"self-care\",\"court-work\"],\"directions\":[],\"wants\":\"anybody\"},\"caseloads\":[],\"times\":[],\"meets\":[],\"asPeer\":null}";
		this.topics.send(STAFF.withValue("mentoring", JsonMapper.shared().readTree(mentoring)).message(),
				"profile.staff");
		then(this.matching).should().onColleague(this.colleague.capture());
		assertThat(this.colleague.getValue().required().mentoring().asMentee())
			.isEqualTo(new AsMentee(Set.of("court-work", "self-care"), Set.of(), "anybody"));
	}

	@Test
	void whoHasNoManagerAndOptedInToNothingIsReadToo() {
		String nothing = "{\"asMentor\":null,\"asMentee\":null,\"caseloads\":[],\"times\":[],\"meets\":[],\"asPeer\":null}";
		this.topics.send(STAFF.withValue("managerId", null)
			.withValue("mentoring", JsonMapper.shared().readTree(nothing))
			.message(), "profile.staff");
		then(this.matching).should().onColleague(this.colleague.capture());
		Colleague value = this.colleague.getValue().required();
		assertThat(value.managerId()).isNull();
		assertThat(value.offersToMentor()).isFalse();
		assertThat(value.wantsAMentor()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "staffId", "displayName", "unitId", "active", "languages", "mentoring" })
	void aColleagueWithSomethingMissingIsNotGuessed(String member) {
		this.topics.send(STAFF.without(member).message(), "profile.staff");
		this.topics.send(STAFF.withValue(member, null).message(), "profile.staff");
		then(this.matching).should(never()).onColleague(any());
	}

	@Test
	void aMentorWithoutOrWithANegativeCapacityIsNotGuessed() {
		for (String asMentor : List.of("{\"skills\":[]}", "{\"capacity\":null,\"skills\":[]}",
				"{\"capacity\":-1,\"skills\":[]}", "{\"capacity\":\"2\",\"skills\":[]}", "{\"capacity\":2}",
				"{\"capacity\":2,\"skills\":[null]}")) {
			String mentoring = "{\"asMentor\":" + asMentor.replace("}", ",\"directions\":[],\"wants\":\"anybody\"}")
					+ ",\"asMentee\":null,\"caseloads\":[],\"times\":[],\"meets\":[],\"asPeer\":null}";
			this.topics.send(STAFF.withValue("mentoring", JsonMapper.shared().readTree(mentoring)).message(),
					"profile.staff");
		}
		then(this.matching).should(never()).onColleague(any());
	}

	@Test
	void nothingIsReadButWhoWorksWhere() {
		assertThat(this.bindings.getBindings().values()).extracting(BindingProperties::getDestination)
			.containsExactlyInAnyOrder("profile.staff", "profile.units");
	}

	@Configuration(proxyBeanMethods = false)
	@EnableTestBinder
	@Import(Messaging.class)
	@ImportAutoConfiguration({ InboxDefaults.class, ContextFunctionCatalogAutoConfiguration.class,
			BindingServiceConfiguration.class, FunctionConfiguration.class,
			CloudEventsFunctionExtensionConfiguration.class })
	static class Bound {

		@Bean
		Clock clock() {
			return Clock.systemUTC();
		}

		@Bean
		SimpleMeterRegistry meters() {
			return new SimpleMeterRegistry();
		}

	}

}
