package org.holdfast.checkin.people;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
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
	void aReadThatIsOvertakenByAChangeDoesNotBringTheOldStateBack() throws Exception {
		CountDownLatch reading = new CountDownLatch(1);
		CountDownLatch changed = new CountDownLatch(1);
		AtomicBoolean first = new AtomicBoolean(true);
		Recent<Integer> slow = new Recent<>(() -> {
			int value = this.stored.get();
			if (first.getAndSet(false)) {
				reading.countDown();
				await(changed);
			}
			return value;
		});
		Thread reader = Thread.startVirtualThread(slow::get);
		reading.await();
		this.stored.set(2);
		slow.renew();
		changed.countDown();
		reader.join();
		assertThat(slow.get()).isEqualTo(2);
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Test
	void whatAnotherInstanceChangedIsSeenAfterASecond() {
		assertThat(this.recent.get()).isEqualTo(1);
		this.stored.set(2);
		Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> this.recent.get() == 2);
	}

}
