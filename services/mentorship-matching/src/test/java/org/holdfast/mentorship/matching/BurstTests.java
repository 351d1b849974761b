package org.holdfast.mentorship.matching;

import java.time.Duration;

import org.holdfast.mentorship.MentorshipSettings;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BurstTests {

	private final Burst burst = new Burst(new MentorshipSettings(Duration.ofMillis(500), Duration.ofSeconds(5),
			Duration.ofSeconds(30), new MentorshipSettings.Proposal(Duration.ofDays(7), Duration.ofDays(4))));

	@Test
	void theFirstTimeIsAtOnce() {
		assertThat(over(0)).isTrue();
		assertThat(over(1)).isFalse();
	}

	@Test
	void manyThingsAtOnceAreActedOnOnceAfterwards() {
		over(0);
		int acted = 0;
		for (int millis = 1000; millis < 10_000; millis += 10) {
			if (millis < 3400) {
				happened(millis);
			}
			acted += over(millis) ? 1 : 0;
		}
		assertThat(acted).isEqualTo(1);
	}

	@Test
	void aBurstWithoutEndIsActedOnFromTimeToTime() {
		over(0);
		int acted = 0;
		for (int millis = 1000; millis < 21_000; millis += 100) {
			happened(millis);
			acted += over(millis) ? 1 : 0;
		}
		assertThat(acted).isBetween(3, 4);
	}

	@Test
	void whenNothingHappensForLongItIsTimeAnyway() {
		over(0);
		assertThat(over(29_999)).isFalse();
		assertThat(over(30_000)).isTrue();
	}

	@Test
	void whatFailedIsTriedAgainSoonButNotAtOnce() {
		over(0);
		this.burst.failed(Duration.ofMillis(10));
		assertThat(over(5_009)).isFalse();
		assertThat(over(5_010)).isTrue();
	}

	private void happened(int millis) {
		this.burst.happened(Duration.ofMillis(millis));
	}

	private boolean over(int millis) {
		return this.burst.over(Duration.ofMillis(millis));
	}

}
