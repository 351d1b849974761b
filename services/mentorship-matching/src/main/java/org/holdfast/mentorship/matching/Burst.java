package org.holdfast.mentorship.matching;

import java.time.Duration;

import org.holdfast.mentorship.MentorshipSettings;

/**
 * Tells when to act on things that tend to come many at once: when it has been quiet for
 * a moment, or they have waited long enough, or nothing has happened for long.
 */
final class Burst {

	private final MentorshipSettings settings;

	private Duration due = Duration.ZERO;

	private Duration latest = Duration.ZERO;

	private boolean waiting;

	Burst(MentorshipSettings settings) {
		this.settings = settings;
	}

	/**
	 * Something happened.
	 * @param now time since any fixed moment
	 */
	synchronized void happened(Duration now) {
		if (!this.waiting) {
			this.waiting = true;
			this.latest = now.plus(this.settings.atLatest());
		}
		this.due = earlier(now.plus(this.settings.quiet()), this.latest);
	}

	/** Whether to act now; true once, and what happens from then on counts anew. */
	synchronized boolean over(Duration now) {
		if (now.compareTo(this.due) < 0) {
			return false;
		}
		this.waiting = false;
		this.due = now.plus(this.settings.sweep());
		return true;
	}

	/** Acting did not work out: to be tried again, but not at once. */
	synchronized void failed(Duration now) {
		this.due = earlier(this.due, now.plus(this.settings.atLatest()));
	}

	private static Duration earlier(Duration one, Duration other) {
		return (one.compareTo(other) < 0) ? one : other;
	}

}
