package org.holdfast.checkin.instrument;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * The keys of published measures score as their authors say.
 */
class GoldenVectorTests {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	@ParameterizedTest
	@MethodSource
	void publishedMeasuresScoreAsTheirAuthorsSay(Golden golden) {
		Instrument instrument = Instruments.published(golden.instrument());
		Map<String, String> answers = golden.given(instrument);
		golden.expected()
			.forEach((scale, score) -> assertScore(score,
					Scoring.score(instrument, Instruments.scale(instrument, scale), answers)));
		if (golden.band() != null) {
			Scale scale = Instruments.scale(instrument, golden.expected().keySet().iterator().next());
			Band band = scale.band(Scoring.score(instrument, scale, answers).orElseThrow());
			assertThat(band).isNotNull().extracting(Band::id).isEqualTo(golden.band());
		}
	}

	static List<Golden> publishedMeasuresScoreAsTheirAuthorsSay() throws IOException {
		try (InputStream json = GoldenVectorTests.class.getResourceAsStream("/instruments/golden.json")) {
			List<Golden> vectors = List.of(JSON.readValue(json, Golden[].class));
			assertThat(vectors).hasSize(18);
			return vectors;
		}
	}

	private static void assertScore(@Nullable Double expected, OptionalDouble score) {
		if (expected == null) {
			assertThat(score).isEmpty();
		}
		else {
			assertThat(score).isPresent();
			assertThat(score.getAsDouble()).isEqualTo(expected, within(0.0001));
		}
	}

	record Golden(String instrument, @Nullable String scale, @Nullable List<@Nullable Integer> answers,
			@Nullable Integer allAnswers, @Nullable Double score, @Nullable Map<String, Double> scores,
			@Nullable Double total, @Nullable String band) {

		Map<String, String> given(Instrument instrument) {
			if (this.answers == null) {
				return Instruments.all(instrument, Objects.requireNonNull(this.allAnswers));
			}
			List<String> items = Instruments.scale(instrument, Objects.requireNonNull(this.scale)).items();
			assertThat(this.answers).hasSameSizeAs(items);
			Map<String, String> given = new LinkedHashMap<>();
			for (int i = 0; i < items.size(); i++) {
				Integer points = this.answers.get(i);
				if (points != null) {
					given.put(items.get(i), option(instrument, points));
				}
			}
			return given;
		}

		/** Scale to score, the total first. */
		Map<String, @Nullable Double> expected() {
			Map<String, @Nullable Double> expected = new LinkedHashMap<>();
			if (this.total != null) {
				expected.put("total", this.total);
			}
			if (this.scores != null) {
				expected.putAll(this.scores);
			}
			if (this.scale != null) {
				expected.put(this.scale, this.score);
			}
			assertThat(expected).isNotEmpty();
			return expected;
		}

		private static String option(Instrument instrument, int points) {
			return instrument.options()
				.stream()
				.filter((option) -> option.points() == points)
				.findFirst()
				.orElseThrow()
				.id();
		}

	}

}
