package org.holdfast.checkin.pulse;

import java.time.Duration;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

import com.mongodb.MongoOperationTimeoutException;
import org.holdfast.defaults.problem.Unavailable;

import org.springframework.data.mongodb.UncategorizedMongoDbException;
import org.springframework.stereotype.Component;

/**
 * Keeps answering and counting apart, so that the counts in a closed cycle are exactly
 * the responses published as timely.
 * <p>
 * Many answers are stored at once; a close waits until those under way are stored,
 * counts, and stores the closed cycle before the next answer looks at it. So each answer
 * either was stored before the count, or finds the cycle closed and is late. It does not
 * matter how long anything takes, or whether a simulated clock jumps while answers are
 * being stored. The lock is fair: a stream of answers cannot keep a close waiting.
 * <p>
 * That holds within one instance. Across instances time must help: an answer is stamped
 * inside the decision that is stored next, its store is given up after
 * {@code answer-budget}, and a close is counted {@code closing-grace} after
 * {@code closesAt}, which is longer. What is stamped in time is therefore stored before
 * anybody counts, as long as the instances' clocks differ by less than the rest of the
 * grace. A process that is held up for longer than that between stamp and store (a
 * machine put to sleep) could add a response after the count; the reader of the counts
 * then holds more than were counted and publishes nothing for that cycle, rather than
 * something wrong.
 */
@Component
class ClosingGate {

	private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

	private final ReadWriteLock lock = new ReentrantReadWriteLock(true);

	/**
	 * Looks at the cycle, stamps and stores, all inside.
	 * @throws Unavailable (503) if it cannot be stored now
	 */
	<T> T answering(Supplier<T> answer) {
		this.lock.readLock().lock();
		try {
			return answer.get();
		}
		catch (UncategorizedMongoDbException ex) {
			if (ex.getCause() instanceof MongoOperationTimeoutException) {
				throw new Unavailable("The database is too slow just now to store your answer. Repeat the request: "
						+ "however often it comes, the answer counts once.", RETRY_AFTER);
			}
			throw ex;
		}
		finally {
			this.lock.readLock().unlock();
		}
	}

	/** Counts and stores the closed cycle, all inside. */
	void closing(Runnable close) {
		this.lock.writeLock().lock();
		try {
			close.run();
		}
		finally {
			this.lock.writeLock().unlock();
		}
	}

}
