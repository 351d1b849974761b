package org.holdfast.burnout.support;

import org.holdfast.burnout.Http;
import org.holdfast.burnout.release.Agency;
import org.holdfast.defaults.test.Tokens;
import org.holdfast.defaults.test.WholeService;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoOperations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.holdfast.burnout.release.Agency.department;
import static org.holdfast.burnout.release.Agency.team;

/** From releases to what HR is told of them. */
@WholeService
class SupportTests {

	private static final int BEGINS = 5;

	@Autowired
	private MongoOperations mongo;

	@LocalServerPort
	private int port;

	@Test
	void hrIsToldHowGroupsWithMentorsChangedAgainstOthersButNotOfFewerThanFive() {
		publish(1, 4);
		assertThat(effect().at("/effect/change").isNull()).isTrue();
		assertThat(effect().at("/effect/reason").asString()).isEqualTo("no-group");

		publish(12, 5);
		JsonNode answer = effect();
		JsonNode effect = answer.get("effect");
		assertThat(answer.at("/scale/id").asString()).isEqualTo("strain");
		assertThat(answer.get("support").asString()).isEqualTo("mentoring");
		// the others change by -.35 for each point above 58 that they were at before
		assertThat(effect.get("change").asDouble()).isEqualTo(-9.3);
		assertThat(effect.get("from").asDouble() + effect.get("to").asDouble()).isCloseTo(2 * -9.3, within(.15));
		assertThat(effect.get("to").asDouble()).isBetween(-6.0, -2.0);
		assertThat(effect.get("groups").asInt()).isEqualTo(1);
		assertThat(effect.get("people").asString()).isEqualTo("5-9");
		assertThat(effect.get("compared").asInt()).isEqualTo(5);
		assertThat(effect.get("reason").isNull()).isTrue();
		// which groups they are is not said
		assertThat(answer.toString()).doesNotContain("\"A\"", "unit");
	}

	private void publish(int first, int supported) {
		for (int week = 0; week < 11; week++) {
			boolean begun = week >= BEGINS;
			int then = begun ? 1 : 0;
			this.mongo.insert(Agency
				.of(department("D", null), team("A", "D", 7, 60 - 10 * then).supported(begun ? supported : 0),
						team("B", "D", 6, 54 + 2 * then).supported(4), team("E", "D", 6, 56 + then),
						team("F", "D", 6, 58 - 2 * then), team("G", "D", 6, 60), team("H", "D", 6, 62 - then))
				.release(first + week), "releases");
		}
	}

	private JsonNode effect() {
		return new Http(this.port).get("/support/effect", Tokens.of("S-H", "staff", "hr"));
	}

}
