package org.holdfast.checkin.instrument;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import org.holdfast.defaults.problem.Refusal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PulseTests {

	private final Instrument pulse = Definition.pulse();

	private final Scale strain = this.pulse.scale("strain");

	@Test
	void theBestWeekHasNoStrain() {
		assertThat(score(Map.of("energy", "always", "workload", "always", "strain", "never", "support", "always",
				"meaning", "always")))
			.isEqualTo(0.0);
	}

	@Test
	void theWorstWeekHasFullStrain() {
		assertThat(score(Map.of("energy", "never", "workload", "never", "strain", "always", "support", "never",
				"meaning", "never")))
			.isEqualTo(100.0);
	}

	@Test
	void onlyStrainFromClientsSituationsCountsAsAnswered() {
		assertThat(Scoring.points(this.pulse, this.strain, Map.of("energy", "often", "strain", "often")))
			.isEqualTo(Map.of("energy", 25, "strain", 75));
	}

	@Test
	void everyItemIsADriverOfItsOwnWhereHigherIsWorse() {
		Map<String, String> answers = Map.of("energy", "often", "workload", "seldom", "strain", "often", "meaning",
				"always");
		Map<String, @Nullable Double> drivers = Scoring.scores(this.pulse, answers);
		assertThat(drivers.keySet()).containsExactly("strain", "energy", "workload", "clients", "support", "meaning");
		assertThat(drivers).containsEntry("energy", 25.0)
			.containsEntry("workload", 75.0)
			.containsEntry("clients", 75.0)
			.containsEntry("meaning", 0.0)
			.containsEntry("support", null);
		assertThat(this.pulse.scales()).filteredOn((scale) -> scale.kind() == Kind.DRIVER)
			.hasSize(5)
			.allMatch((scale) -> scale.direction() == Direction.HIGHER_IS_WORSE);
	}

	@Test
	void threeOfFiveItemsHaveAScoreAndTwoHaveNone() {
		assertThat(score(Map.of("energy", "seldom", "workload", "sometimes", "strain", "often"))).isEqualTo(200 / 3.0);
		assertThat(score(Map.of("energy", "always", "workload", "always"))).isNull();
	}

	@Test
	void everyLanguageHasEveryText() {
		assertThat(this.pulse.wordings()).containsOnlyKeys("en", "es");
		assertThat(this.pulse.wording(Locale.forLanguageTag("es-MX")).option("often")).isEqualTo("A menudo");
		assertThat(this.pulse.wording(Locale.GERMAN)).isEqualTo(this.pulse.wording(Locale.ENGLISH));
	}

	@Test
	void anUnknownItemIsRefusedWithItsPlace() {
		assertThatExceptionOfType(Refusal.class)
			.isThrownBy(() -> this.pulse.check(Map.of("energy", "often", "mood", "often")))
			.withMessage("/answers/mood: There is no such item in pulse version 1; its items are energy, workload, "
					+ "strain, support, meaning.");
	}

	@Test
	void anUnknownOptionIsRefusedWithItsPlace() {
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> this.pulse.check(Map.of("energy", "100")))
			.withMessage(
					"/answers/energy: '100' is not an option; choose one of always, often, sometimes, seldom, never "
							+ "or leave the item out.");
	}

	@Test
	void anItemLeftOutIsNoAnswerAndNothingAtAllIsRefused() {
		Map<String, @Nullable String> answers = new HashMap<>();
		answers.put("meaning", "often");
		answers.put("energy", "often");
		answers.put("strain", null);
		assertThat(new LinkedHashMap<>(this.pulse.check(answers)).keySet()).containsExactly("energy", "meaning");
		answers.replaceAll((item, option) -> null);
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> this.pulse.check(answers))
			.withMessage("/answers: Nothing is answered; answer at least one item.");
	}

	@Test
	void theMinimalDetectableChangeFollowsFromReliability() {
		assertThat(new Precision(17.7, .95).minimalDetectableChange()).isEqualTo(11);
		assertThat(new Precision(17.7, .85).minimalDetectableChange()).isEqualTo(19);
		assertThat(new Precision(17.7, .6).minimalDetectableChange()).isEqualTo(31);
		assertThat(this.strain.precision()).isEqualTo(new Precision(17.7, .6));
	}

	@Test
	void aContradictoryDefinitionIsRefused() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new Scale("s", Kind.OUTCOME, Direction.HIGHER_IS_WORSE, Combination.SUM, 1,
					this.pulse.items(), this.strain.reversed(), 3, this.strain.bands(), null))
			.withMessage("scale s: a sum needs every item answered");
	}

	private @Nullable Double score(Map<String, String> answers) {
		return Scoring.scores(this.pulse, answers).get("strain");
	}

}
