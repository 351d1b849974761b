package org.holdfast.burnout;

import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.List;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.holdfast.burnout.release.Agency;
import org.holdfast.burnout.chart.Charts;
import org.holdfast.burnout.release.Answers;
import org.holdfast.burnout.release.CycleChanged;
import org.holdfast.burnout.release.Cycles;
import org.holdfast.burnout.release.Events;
import org.holdfast.burnout.release.ResponseRecorded;
import org.holdfast.burnout.release.Scale;
import org.holdfast.burnout.unit.UnitChanged;
import org.holdfast.burnout.unit.Units;
import org.holdfast.defaults.inbox.InboxDefaults;
import org.holdfast.defaults.inbox.Received;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.ArgumentCaptor;
import org.mockito.Captor;
import org.mockito.junit.jupiter.MockitoExtension;
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

/** What is read of the samples that other services keep of their events. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE, classes = MessagingTests.Bound.class,
		properties = "spring.cloud.stream.default-binder=integration")
@ActiveProfiles("test")
@ExtendWith(MockitoExtension.class)
class MessagingTests {

	@Autowired
	private InputDestination topics;

	@Autowired
	private BindingServiceProperties bindings;

	@MockitoBean
	private Charts charts;

	@MockitoBean
	private Answers answers;

	@MockitoBean
	private Cycles cycles;

	@MockitoBean
	private Units units;

	@MockitoBean
	private MongoOperations mongo;

	@Captor
	private ArgumentCaptor<Received<ResponseRecorded>> response;

	@Captor
	private ArgumentCaptor<Received<CycleChanged>> cycle;

	@Captor
	private ArgumentCaptor<Received<UnitChanged>> unit;

	@Test
	void anAnswerIsReadAsCheckInTellsIt() {
		this.topics.send(Events.RECORDED.withSequence(3).message(), "check-in.recorded");
		then(this.answers).should().on(this.response.capture());
		Received<ResponseRecorded> told = this.response.getValue();
		assertThat(told.key()).isEqualTo(Events.RECORDED.key());
		assertThat(told.seq()).isEqualTo(3);
		ResponseRecorded value = told.required();
		assertThat(value.cycleId()).isEqualTo("2026-W21");
		assertThat(value.unitId()).isEqualTo("U-07");
		assertThat(value.pseudonym()).isEqualTo("pWq8r3Kc1uY5dZt0aBvXhg");
		assertThat(value.answeredAt()).isEqualTo(Instant.parse("2026-05-20T07:15:30.250Z"));
		assertThat(value.late()).isFalse();
		assertThat(value.score("strain")).isEqualTo(45.0);
		assertThat(value.score("energy")).isEqualTo(25.0);
		assertThat(value.rules().minimumGroup()).isEqualTo(5);
	}

	@Test
	void anAnswerWithoutAScoreIsReadAsThatAndNotAsZero() {
		this.topics.send(Events.RECORDED.withValue("scores", Collections.singletonMap("strain", null)).message(),
				"check-in.recorded");
		then(this.answers).should().on(this.response.capture());
		assertThat(this.response.getValue().required().score("strain")).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "cycleId", "unitId", "pseudonym", "answeredAt", "late", "scores", "rules" })
	void anAnswerWithSomethingMissingIsNotGuessed(String member) {
		this.topics.send(Events.RECORDED.without(member).message(), "check-in.recorded");
		this.topics.send(Events.RECORDED.withValue(member, null).message(), "check-in.recorded");
		then(this.answers).should(never()).on(any());
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"strain\":\"45\"}", "{\"strain\":-0.1}", "{\"strain\":100.1}",
			"{\"strain\":true}", "{\"a.b\":45.0}", "[45.0]" })
	void aScoreThatIsNoneIsNotGuessed(String scores) {
		this.topics.send(Events.RECORDED.withValue("scores", JsonMapper.shared().readTree(scores)).message(),
				"check-in.recorded");
		then(this.answers).should(never()).on(any());
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"minimumGroup\":null}", "{\"minimumGroup\":0}", "{\"minimumGroup\":\"5\"}" })
	void aPromiseThatIsNoneIsNotGuessed(String rules) {
		this.topics.send(Events.RECORDED.withValue("rules", JsonMapper.shared().readTree(rules)).message(),
				"check-in.recorded");
		then(this.answers).should(never()).on(any());
	}

	@Test
	void aClosedCycleIsReadAsCheckInTellsIt() {
		this.topics.send(Events.CYCLE.message(), "check-in.cycle");
		then(this.cycles).should().onCycle(this.cycle.capture());
		CycleChanged value = this.cycle.getValue().required();
		assertThat(value.cycleId()).isEqualTo("2026-W21");
		assertThat(value.closed()).isTrue();
		assertThat(value.closesAt()).isEqualTo(Instant.parse(Events.CYCLE.value().get("closesAt").asString()));
		assertThat(value.opensAt()).isEqualTo(Instant.parse(Events.CYCLE.value().get("opensAt").asString()));
		assertThat(value.series()).isNull();
		assertThat(value.scales()).extracting(Scale::id)
			.containsExactly("strain", "energy", "workload", "clients", "support", "meaning");
		assertThat(value.outcome())
			.isEqualTo(new Scale("strain", Scale.Direction.HIGHER_IS_WORSE, 0, 100, Scale.Kind.OUTCOME));
		assertThat(value.units()).isNotEmpty().hasSize(Events.CYCLE.value().get("units").size());
		assertThat(value.units()).filteredOn((unit) -> unit.unitId().equals("U-07"))
			.singleElement()
			.satisfies((unit) -> {
				assertThat(unit.parentId()).isEqualTo("U-02");
				assertThat(unit.invited()).isEqualTo(3);
				assertThat(unit.responses()).isEqualTo(2);
				assertThat(unit.revisions()).isEqualTo(3);
				assertThat(unit.supported()).isEqualTo(2);
			});
	}

	@ParameterizedTest
	@ValueSource(strings = { "cycleId", "state", "opensAt", "closesAt", "scales", "units" })
	void aCycleWithSomethingMissingIsNotGuessed(String member) {
		this.topics.send(Events.CYCLE.without(member).message(), "check-in.cycle");
		this.topics.send(Events.CYCLE.withValue(member, null).message(), "check-in.cycle");
		then(this.cycles).should(never()).onCycle(any());
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"unitId\":\"A\",\"parentId\":null,\"invited\":3,\"revisions\":1,\"supported\":0}",
			"{\"unitId\":\"A\",\"parentId\":null,\"responses\":3,\"revisions\":3,\"supported\":0}",
			"{\"unitId\":\"A\",\"parentId\":null,\"invited\":3,\"responses\":-1,\"revisions\":0,\"supported\":0}",
			"{\"unitId\":\"A\",\"parentId\":\"A\",\"invited\":3,\"responses\":1,\"revisions\":1,\"supported\":0}",
			"{\"parentId\":null,\"invited\":3,\"responses\":1,\"revisions\":1,\"supported\":0}",
			"{\"unitId\":\"A\",\"parentId\":null,\"invited\":3,\"responses\":1,\"supported\":0}",
			"{\"unitId\":\"A\",\"parentId\":null,\"invited\":3,\"responses\":1,\"revisions\":1}",
			"{\"unitId\":\"A\",\"parentId\":null,\"invited\":3,\"responses\":1,\"revisions\":1,\"supported\":4}" })
	void aTreeThatIsNoneIsNotGuessed(String unit) {
		this.topics.send(Events.CYCLE.withValue("units", List.of(JsonMapper.shared().readTree(unit))).message(),
				"check-in.cycle");
		then(this.cycles).should(never()).onCycle(any());
	}

	@ParameterizedTest
	@ValueSource(strings = { "[]",
			"[{\"id\":\"a\",\"direction\":\"higher\",\"minimum\":0,\"maximum\":100,\"kind\":\"outcome\"}]",
			"[{\"id\":\"a\",\"direction\":\"higher is worse\",\"minimum\":5,\"maximum\":5,\"kind\":\"outcome\"}]",
			"[{\"id\":\"a\",\"direction\":\"higher is worse\",\"minimum\":0,\"maximum\":101,\"kind\":\"outcome\"}]",
			"[{\"id\":\"a.b\",\"direction\":\"higher is worse\",\"minimum\":0,\"maximum\":100,\"kind\":\"outcome\"}]",
			"[{\"id\":\"a\",\"direction\":\"higher is worse\",\"minimum\":0,\"maximum\":100}]" })
	void aScaleThatIsNoneIsNotGuessed(String scales) {
		this.topics.send(Events.CYCLE.withValue("scales", JsonMapper.shared().readTree(scales)).message(),
				"check-in.cycle");
		then(this.cycles).should(never()).onCycle(any());
	}

	@Test
	void aUnitIsReadAsProfileTellsIt() {
		this.topics.send(Events.UNIT.message(), "profile.units");
		then(this.units).should().on(this.unit.capture());
		assertThat(this.unit.getValue().required())
			.isEqualTo(new UnitChanged("U-07", Events.UNIT.value().get("name").asString(), "U-02", "S-0101"));
	}

	@Test
	void aUnitAtTheTopThatNobodyLeadsIsReadToo() {
		this.topics.send(Events.unit("U-01", "Agency", null, null).message(), "profile.units");
		then(this.units).should().on(this.unit.capture());
		assertThat(this.unit.getValue().required()).isEqualTo(new UnitChanged("U-01", "Agency", null, null));
	}

	@Test
	void nothingElseIsRead() {
		assertThat(this.bindings.getBindings().values()).extracting(BindingProperties::getDestination)
			.containsExactlyInAnyOrder("check-in.recorded", "check-in.cycle", "profile.units");
	}

	/** The bindings and the reader, without a database. */
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
