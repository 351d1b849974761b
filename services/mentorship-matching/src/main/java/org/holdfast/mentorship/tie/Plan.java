package org.holdfast.mentorship.tie;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.IntStream;

import org.holdfast.defaults.problem.Refusal;
import org.holdfast.mentorship.calendar.Repetition;
import org.jspecify.annotations.Nullable;

/**
 * What is announced, in the organiser's words, and when it takes place: once, or as often
 * as a learning group meets.
 *
 * @param startsAt of the first meeting
 * @param endsAt of the first meeting
 * @param places how many can join
 * @param repetition null for once
 */
record Plan(String title, Instant startsAt, Instant endsAt, String place, String topic, int places,
		@Nullable Repetition repetition) {

	/** Further away, somebody mistyped the year. */
	private static final Duration FAR = Duration.ofDays(5 * 366);

	private static final Duration LONGEST = Duration.ofDays(31);

	/**
	 * One time that it takes place.
	 *
	 * @param number from 1
	 */
	record Meeting(int number, Instant startsAt, Instant endsAt) {

		boolean isOver(Instant now) {
			return !now.isBefore(this.endsAt);
		}

	}

	/**
	 * Lets through what can be announced.
	 * @throws Refusal (400) if it ends before it starts, lasts for more than 31 days,
	 * meets again before it is over, is years away, or is over already
	 */
	Plan checked(Instant now) {
		if (Duration.between(now, this.startsAt).abs().compareTo(FAR) > 0) {
			throw wrong("invalid-start", "This is years away. Check the day.", "/startsAt");
		}
		Duration length = Duration.between(this.startsAt, this.endsAt);
		if (!length.isPositive()) {
			throw wrong("ends-before-it-starts", "The end must be after the start.", "/endsAt");
		}
		if (length.compareTo(LONGEST) > 0) {
			throw wrong("takes-too-long",
					"This takes more than 31 days. Check the end, or announce a shorter one that is repeated.",
					"/endsAt");
		}
		if (this.repetition != null && length.compareTo(Duration.ofDays(this.repetition.everyDays())) > 0) {
			throw wrong("repeated-before-it-ends", "The next meeting would begin before this one is over.",
					"/repetition/everyDays");
		}
		if (isOver(now)) {
			throw wrong("is-over", "This would be over already. Check the day.", "/startsAt");
		}
		return this;
	}

	/** The one that is under way or comes next; once all are over, the last one. */
	Meeting next(Instant now) {
		return IntStream.range(1, times())
			.mapToObj(this::meeting)
			.filter((meeting) -> !meeting.isOver(now))
			.findFirst()
			.orElseGet(this::last);
	}

	Meeting last() {
		return meeting(times());
	}

	boolean isOver(Instant now) {
		return last().isOver(now);
	}

	/** Whether nobody who noted when and where has to note anything else. */
	boolean isWhenAndWhere(Plan other) {
		return this.startsAt.equals(other.startsAt) && this.endsAt.equals(other.endsAt)
				&& this.place.equals(other.place) && Objects.equals(this.repetition, other.repetition);
	}

	private int times() {
		return (this.repetition != null) ? this.repetition.times() : 1;
	}

	private Meeting meeting(int number) {
		Instant start = (this.repetition != null) ? this.repetition.after(this.startsAt, number - 1) : this.startsAt;
		return new Meeting(number, start, start.plus(Duration.between(this.startsAt, this.endsAt)));
	}

	private static Refusal wrong(String slug, String detail, String pointer) {
		return Refusal.invalid(slug, detail).with("pointer", pointer);
	}

}
