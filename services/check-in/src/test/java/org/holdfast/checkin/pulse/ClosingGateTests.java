package org.holdfast.checkin.pulse;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(20)
class ClosingGateTests {

	private final ClosingGate gate = new ClosingGate();

	private final List<String> done = new CopyOnWriteArrayList<>();

	@Test
	void aCloseWaitsForTheAnswersUnderWayAndTheNextAnswerForTheClose() throws Exception {
		CountDownLatch stamped = new CountDownLatch(2);
		CountDownLatch stored = new CountDownLatch(1);
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			for (String answer : List.of("first", "second")) {
				threads.execute(() -> this.gate.answering(() -> {
					stamped.countDown();
					await(stored);
					return this.done.add(answer);
				}));
			}
			// both at once: answering does not wait for answering
			assertThat(stamped.await(10, TimeUnit.SECONDS)).isTrue();
			CompletableFuture<Void> close = CompletableFuture
				.runAsync(() -> this.gate.closing(() -> this.done.add("close")), threads);
			Thread.sleep(100);
			CompletableFuture<Boolean> next = CompletableFuture
				.supplyAsync(() -> this.gate.answering(() -> this.done.add("next")), threads);
			Thread.sleep(100);
			assertThat(this.done).isEmpty();
			stored.countDown();
			close.join();
			next.join();
		}
		assertThat(this.done.subList(0, 2)).containsExactlyInAnyOrder("first", "second");
		assertThat(this.done.subList(2, 4)).containsExactly("close", "next");
	}

	@Test
	void aFailureLetsTheNextOneIn() {
		assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> this.gate.answering(() -> {
			throw new IllegalStateException("away");
		}))).isInstanceOf(IllegalStateException.class);
		this.gate.closing(() -> this.done.add("close"));
		assertThat(this.done).containsExactly("close");
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
