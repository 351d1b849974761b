package org.holdfast.embedded;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * Makes one commit acknowledge every change that was made before it began.
 */
final class GroupCommit {

	private final Runnable commit;

	private final ReentrantReadWriteLock store = new ReentrantReadWriteLock();

	private final ReentrantLock turn = new ReentrantLock();

	private final Condition committed = this.turn.newCondition();

	private long made;

	private long durable;

	private boolean committing;

	private @Nullable Throwable failure;

	GroupCommit(Runnable commit) {
		this.commit = commit;
	}

	/**
	 * Makes a change and returns when it is durable.
	 */
	<T> T change(Supplier<T> change) {
		T result;
		long ticket;
		this.store.readLock().lock();
		try {
			try {
				result = change.get();
			}
			finally {
				ticket = take();
			}
		}
		finally {
			this.store.readLock().unlock();
		}
		awaitDurable(ticket);
		return result;
	}

	boolean hasFailed() {
		this.turn.lock();
		try {
			return this.failure != null;
		}
		finally {
			this.turn.unlock();
		}
	}

	private long take() {
		this.turn.lock();
		try {
			return ++this.made;
		}
		finally {
			this.turn.unlock();
		}
	}

	private void awaitDurable(long ticket) {
		this.turn.lock();
		try {
			while (this.durable < ticket) {
				if (this.failure != null) {
					throw new IllegalStateException("The change could not be written", this.failure);
				}
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
			upTo = this.made;
			this.commit.run();
		}
		catch (Throwable ex) {
			failed = ex;
		}
		finally {
			this.store.writeLock().unlock();
			this.turn.lock();
			this.committing = false;
			if (failed != null) {
				this.failure = failed;
			}
			else {
				this.durable = upTo;
			}
			this.committed.signalAll();
		}
	}

}
