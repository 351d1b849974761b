package org.holdfast.embedded;

import java.lang.Thread.State;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@Timeout(20)
class GroupCommitTests {

	private final AtomicInteger commits = new AtomicInteger();

	private final Semaphore mayCommit = new Semaphore(0);

	private final CountDownLatch committing = new CountDownLatch(1);

	private final GroupCommit group = new GroupCommit(() -> {
		this.committing.countDown();
		this.mayCommit.acquireUninterruptibly();
		this.commits.incrementAndGet();
	});

	@Test
	void aChangeReturnsAfterItsCommit() throws Exception {
		FutureTask<Integer> change = start(() -> this.group.change(this.commits::get));
		assertStillWaits(change);
		this.mayCommit.release();
		assertThat(change.get()).isZero();
		assertThat(this.commits).hasValue(1);
	}

	@Test
	void oneCommitIsEnoughForAllWhoWait() throws Exception {
		CountDownLatch inside = new CountDownLatch(20);
		List<Thread> threads = new ArrayList<>();
		for (int i = 0; i < 20; i++) {
			threads.add(Thread.ofPlatform().start(() -> this.group.change(() -> {
				inside.countDown();
				return await(inside);
			})));
		}
		this.mayCommit.release(20);
		for (Thread thread : threads) {
			thread.join();
		}
		assertThat(this.commits).hasValue(1);
	}

	@Test
	void nothingChangesDuringACommit() throws Exception {
		FutureTask<Integer> first = start(() -> this.group.change(() -> 0));
		this.committing.await();
		AtomicInteger made = new AtomicInteger();
		FutureTask<Integer> second = start(() -> this.group.change(made::incrementAndGet));
		assertStillWaits(second);
		assertThat(made).hasValue(0);
		this.mayCommit.release(2);
		first.get();
		assertThat(second.get()).isOne();
	}

	@Test
	void whatIsNotYetDurableIsNotSeenEither() throws Exception {
		FutureTask<Integer> change = start(() -> this.group.change(() -> 0));
		this.committing.await();
		FutureTask<String> look = start(() -> this.group.look(() -> "seen"));
		assertStillWaits(look);
		this.mayCommit.release();
		assertThat(look.get()).isEqualTo("seen");
		change.get();
	}

	@Test
	void aLookNeedsNoCommitOfItsOwn() {
		assertThat(this.group.look(() -> "seen")).isEqualTo("seen");
		assertThat(this.commits).hasValue(0);
	}

	@Test
	void aRefusalIsToldOnlyWhenWhatItTellsOfIsDurable() throws Exception {
		FutureTask<Object> refused = start(() -> this.group.change(() -> {
			throw new IllegalArgumentException("duplicate key");
		}));
		assertStillWaits(refused);
		this.mayCommit.release();
		assertThatThrownBy(refused::get).hasCauseInstanceOf(IllegalArgumentException.class);
		assertThat(this.commits).hasValue(1);
	}

	@Test
	void aFailedCommitFailsAllWhoWaitAndAllWhoCome() throws Exception {
		CountDownLatch begun = new CountDownLatch(1);
		Semaphore mayFail = new Semaphore(0);
		GroupCommit broken = new GroupCommit(() -> {
			begun.countDown();
			mayFail.acquireUninterruptibly();
			throw new IllegalStateException("disk");
		});
		FutureTask<Integer> first = start(() -> broken.change(() -> 0));
		begun.await();
		FutureTask<Integer> look = start(() -> broken.look(() -> 0));
		assertStillWaits(look);
		mayFail.release();
		assertThatThrownBy(first::get).hasCauseInstanceOf(GroupCommit.NotDurable.class);
		assertThatThrownBy(look::get).hasCauseInstanceOf(GroupCommit.NotDurable.class);
		assertThat(broken.hasFailed()).isTrue();
		AtomicInteger later = new AtomicInteger();
		assertThatThrownBy(() -> broken.change(later::incrementAndGet)).isInstanceOf(GroupCommit.NotDurable.class);
		assertThatThrownBy(() -> broken.look(() -> 0)).isInstanceOf(GroupCommit.NotDurable.class);
		assertThat(later).hasValue(0);
	}

	@Test
	void workAloneRunsWhileNobodyChanges() throws Exception {
		this.mayCommit.release(1000);
		AtomicInteger inside = new AtomicInteger();
		AtomicInteger worst = new AtomicInteger();
		FutureTask<Object> changes = start(() -> {
			for (int i = 0; i < 500; i++) {
				this.group.change(() -> {
					inside.incrementAndGet();
					return inside.decrementAndGet();
				});
			}
			return null;
		});
		for (int i = 0; i < 500; i++) {
			this.group.alone(() -> worst.accumulateAndGet(inside.get(), Math::max));
		}
		changes.get();
		assertThat(worst).hasValue(0);
		assertThatIllegalArgumentException().isThrownBy(() -> this.group.alone(() -> {
			throw new IllegalArgumentException();
		}));
	}

	private static <T> FutureTask<T> start(Callable<T> work) {
		FutureTask<T> task = new FutureTask<>(work);
		Thread.ofVirtual().start(task);
		return task;
	}

	private static void assertStillWaits(FutureTask<?> task) {
		assertThatThrownBy(() -> task.get(150, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
	}

	private static int await(CountDownLatch latch) {
		try {
			latch.await();
			return 0;
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
