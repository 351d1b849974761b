package org.holdfast.checkin.people;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RecentTests {

	private final AtomicInteger stored = new AtomicInteger(1);

	private final Recent<Integer> recent = new Recent<>(this.stored::get);

	@Test
	void whatThisInstanceChangedIsSeenAtOnce() {
		assertThat(this.recent.get()).isEqualTo(1);
		this.stored.set(2);
		assertThat(this.recent.renew()).isEqualTo(2);
		assertThat(this.recent.get()).isEqualTo(2);
	}

	@Test
	void whatAnotherInstanceChangedIsSeenAfterASecond() {
		assertThat(this.recent.get()).isEqualTo(1);
		this.stored.set(2);
		Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> this.recent.get() == 2);
	}

}
