package org.holdfast.checkin.instrument;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * What holds for every scale of every instrument and any answers whatever.
 */
class ScoringTests {

	@Property
	void aScoreIsWithinItsScalesBounds(@ForAll("filled") Filled filled) {
		filled.score()
			.ifPresent((score) -> assertThat(score).isBetween(Scoring.minimum(filled.instrument(), filled.scale()),
					Scoring.maximum(filled.instrument(), filled.scale())));
	}

	@Property
	void thereIsAScoreExactlyWhenEnoughIsAnswered(@ForAll("filled") Filled filled) {
		long answered = filled.scale().items().stream().filter(filled.answers()::containsKey).count();
		assertThat(filled.score().isPresent()).isEqualTo(answered >= filled.scale().minimumAnswered());
	}

	@Property
	void answeringFromTheOtherEndMirrorsTheScore(@ForAll("filled") Filled filled) {
		OptionalDouble mirrored = filled.mirrored().score();
		assertThat(mirrored.isPresent()).isEqualTo(filled.score().isPresent());
		filled.score()
			.ifPresent((score) -> assertThat(score + mirrored.orElseThrow())
				.isEqualTo(Scoring.minimum(filled.instrument(), filled.scale())
						+ Scoring.maximum(filled.instrument(), filled.scale()), within(1e-9)));
	}

	@Property
	void itemsOfOtherScalesDoNotMatter(@ForAll("filled") Filled filled) {
		Map<String, String> own = new LinkedHashMap<>(filled.answers());
		own.keySet().retainAll(filled.scale().items());
		assertThat(Scoring.score(filled.instrument(), filled.scale(), own)).isEqualTo(filled.score());
	}

	@Property
	void aScoreIsMadeOfItsItemsPoints(@ForAll("filled") Filled filled) {
		double sum = Scoring.points(filled.instrument(), filled.scale(), filled.answers())
			.values()
			.stream()
			.mapToInt(Integer::intValue)
			.sum();
		int answered = Scoring.points(filled.instrument(), filled.scale(), filled.answers()).size();
		double expected = filled.scale().factor()
				* ((filled.scale().combination() == Combination.SUM) ? sum : sum / answered);
		filled.score().ifPresent((score) -> assertThat(score).isEqualTo(expected, within(1e-9)));
	}

	@Property
	void onePointWorseOnAnItemMovesAScoreOneWayOnly(@ForAll("filled") Filled filled, @ForAll("unit") double choice) {
		if (filled.answers().isEmpty() || filled.score().isEmpty()) {
			return;
		}
		List<String> answered = filled.scale().items().stream().filter(filled.answers()::containsKey).toList();
		String item = answered.get((int) (choice * answered.size()));
		Option highest = filled.instrument()
			.options()
			.stream()
			.max((a, b) -> Integer.compare(a.points(), b.points()))
			.orElseThrow();
		Map<String, String> more = new LinkedHashMap<>(filled.answers());
		more.put(item, highest.id());
		double before = filled.score().orElseThrow();
		double after = Scoring.score(filled.instrument(), filled.scale(), more).orElseThrow();
		if (filled.scale().reversed().contains(item)) {
			assertThat(after).isLessThanOrEqualTo(before);
		}
		else {
			assertThat(after).isGreaterThanOrEqualTo(before);
		}
	}

	@Provide
	Arbitrary<Double> unit() {
		return Arbitraries.doubles().between(0, true, 1, false);
	}

	@Provide
	Arbitrary<Filled> filled() {
		List<Instrument> instruments = Stream
			.concat(Stream.of(Definition.pulse(), Definition.shipped("week")),
					Instruments.IDS.stream().map(Instruments::published))
			.toList();
		return Arbitraries.of(instruments)
			.flatMap((instrument) -> Combinators.combine(Arbitraries.of(instrument.scales()), answers(instrument))
				.as((scale, answers) -> new Filled(instrument, scale, answers)));
	}

	private static Arbitrary<Map<String, String>> answers(Instrument instrument) {
		List<String> choices = new ArrayList<>(instrument.options().stream().map(Option::id).toList());
		Arbitrary<String> choice = Arbitraries.of(choices);
		return Combinators
			.combine(choice.list().ofSize(instrument.items().size()),
					Arbitraries.of(true, true, true, true, false).list().ofSize(instrument.items().size()),
					Arbitraries.of(true, false))
			.as((chosen, answered, whole) -> {
				Map<String, String> answers = new LinkedHashMap<>();
				for (int i = 0; i < chosen.size(); i++) {
					if (whole || answered.get(i)) {
						answers.put(instrument.items().get(i), chosen.get(i));
					}
				}
				return answers;
			});
	}

	record Filled(Instrument instrument, Scale scale, Map<String, String> answers) {

		OptionalDouble score() {
			return Scoring.score(this.instrument, this.scale, this.answers);
		}

		Filled mirrored() {
			List<Option> options = this.instrument.options();
			int ends = options.getFirst().points() + options.getLast().points();
			Map<String, String> mirrored = new LinkedHashMap<>();
			this.answers.forEach((item, id) -> mirrored.put(item,
					options.stream()
						.filter((option) -> option.points() == ends - this.instrument.points(id))
						.findFirst()
						.orElseThrow()
						.id()));
			return new Filled(this.instrument, this.scale, mirrored);
		}

	}

}
