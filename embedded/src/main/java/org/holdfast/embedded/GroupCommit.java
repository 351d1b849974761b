package org.holdfast.embedded;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * Lets one commit make durable every change that was made before it began, and lets
 * nobody see the outcome of a change earlier than that.
 */
final class GroupCommit {

	private final Runnable commit;

	/** Shared by those who change, exclusive for the one who commits. */
	private final ReentrantReadWriteLock store = new ReentrantReadWriteLock();

	private final ReentrantLock turn = new ReentrantLock();

	private final Condition committed = this.turn.newCondition();

	private final AtomicLong begun = new AtomicLong();

	private volatile long durable;

	private volatile @Nullable Throwable failure;

	private boolean committing;

	GroupCommit(Runnable commit) {
		this.commit = commit;
	}

	/**
	 * Changes the store and returns, normally or not, once the change is durable: a
	 * refusal such as a duplicate key also tells about another's change.
	 * @param change what to do
	 * @return the outcome of the change
	 * @throws NotDurable when the commit fails or an earlier one has failed
	 */
	<T> T change(Supplier<T> change) {
		long ticket = 0;
		this.store.readLock().lock();
		try {
			requireIntact();
			ticket = this.begun.incrementAndGet();
			return change.get();
		}
		finally {
			this.store.readLock().unlock();
			awaitDurable(ticket);
		}
	}

	/**
	 * Reads the store and returns once all that may have been read is durable.
	 * @param look what to read
	 * @return the outcome
	 * @throws NotDurable when what was read may be lost
	 */
	<T> T look(Supplier<T> look) {
		requireIntact();
		T result = look.get();
		awaitDurable(this.begun.get());
		return result;
	}

	/**
	 * Does something to the store while nobody changes it.
	 * @param work what to do
	 */
	void alone(Runnable work) {
		this.store.writeLock().lock();
		try {
			requireIntact();
			work.run();
		}
		finally {
			this.store.writeLock().unlock();
		}
	}

	boolean hasFailed() {
		return this.failure != null;
	}

	private void requireIntact() {
		if (this.failure != null) {
			throw new NotDurable(this.failure);
		}
	}

	private void awaitDurable(long ticket) {
		if (this.durable >= ticket) {
			return;
		}
		this.turn.lock();
		try {
			while (this.durable < ticket) {
				requireIntact();
				if (this.committing) {
					this.committed.awaitUninterruptibly();
				}
				else {
					commitForAll();
				}
			}
		}
		finally {
			this.turn.unlock();
		}
	}

	private void commitForAll() {
		this.committing = true;
		this.turn.unlock();
		long upTo = 0;
		Throwable failed = null;
		this.store.writeLock().lock();
		try {
			upTo = this.begun.get();
			this.commit.run();
		}
		catch (Throwable ex) {
			failed = ex;
			this.failure = ex;
		}
		finally {
			this.store.writeLock().unlock();
			this.turn.lock();
			this.committing = false;
			if (failed == null) {
				this.durable = upTo;
			}
			this.committed.signalAll();
		}
	}

	/**
	 * Says that a change may be lost because a commit failed.
	 */
	static final class NotDurable extends RuntimeException {

		private static final long serialVersionUID = 1L;

		NotDurable(@Nullable Throwable cause) {
			super(cause);
		}

	}

}
