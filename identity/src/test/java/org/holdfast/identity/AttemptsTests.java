package org.holdfast.identity;

import java.net.URI;
import java.time.Duration;
import java.util.stream.IntStream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AttemptsTests {

	private final Attempts attempts = new Attempts(settings(Duration.ofMinutes(1)));

	@Test
	void theEleventhIsOneTooManyHoweverTheNameIsWritten() {
		IntStream.range(0, 10).forEach((attempt) -> assertThat(this.attempts.begin("ann")).isTrue());
		assertThat(this.attempts.begin(" ANN ")).isFalse();
		assertThat(this.attempts.begin("bob")).isTrue();
	}

	@Test
	void aSuccessForgetsTheMistakesBefore() {
		IntStream.range(0, 9).forEach((attempt) -> this.attempts.begin("ann"));
		this.attempts.succeeded("Ann");
		IntStream.range(0, 10).forEach((attempt) -> assertThat(this.attempts.begin("ann")).isTrue());
	}

	@Test
	void aThousandAtOnceDoNotSlipThrough() {
		assertThat(IntStream.range(0, 1000).parallel().filter((attempt) -> this.attempts.begin("ann")).count())
			.isEqualTo(10);
	}

	@Test
	void thePauseEndsEvenIfSomebodyGoesOnTrying() {
		Attempts patient = new Attempts(settings(Duration.ofMillis(200)));
		IntStream.range(0, 10).forEach((attempt) -> patient.begin("ann"));
		Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> patient.begin("ann"));
	}

	private static Settings settings(Duration pause) {
		URI url = URI.create("http://holdfast.test");
		return new Settings(url, url, "holdfast", "secret", null, null, 4, Duration.ofMinutes(10), Duration.ofHours(8),
				Duration.ofDays(14), 10, pause);
	}

}
