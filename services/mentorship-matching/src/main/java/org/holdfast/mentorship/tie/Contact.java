package org.holdfast.mentorship.tie;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.holdfast.defaults.problem.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What one person has asked for and was asked, so that however many decide at once,
 * nobody looks for more than two people at a time and nobody is asked more than once a
 * fortnight.
 *
 * @param id the staff id
 * @param open introductions that they asked for
 * @param askedAt when they were last asked; null if never
 * @param askedFor id of that introduction
 */
record Contact(String id, List<Open> open, @Nullable Instant askedAt, @Nullable String askedFor) {

	private static final int MOST_OPEN = 2;

	private static final Duration REST = Duration.ofDays(14);

	/** An introduction is stored at most that long after it was claimed here. */
	private static final Duration CLAIM = Duration.ofMinutes(10);

	/** An introduction and when it was asked for. */
	record Open(String introductionId, Instant at) {
	}

	Contact {
		open = List.copyOf(open);
	}

	static Contact of(String id) {
		return new Contact(id, List.of(), null, null);
	}

	/**
	 * With one more introduction.
	 * @param looking ids of those that are known to be open; others count as long as they
	 * may be about to be stored
	 * @throws Refusal (409) if two are open
	 */
	Contact opening(String introductionId, Set<String> looking, Instant now) {
		List<Open> left = this.open.stream()
			.filter((each) -> !each.introductionId().equals(introductionId))
			.filter((each) -> looking.contains(each.introductionId()) || now.isBefore(each.at().plus(CLAIM)))
			.toList();
		if (left.size() >= MOST_OPEN) {
			throw Refusal.conflict("two-are-open",
					"We are already looking for two people for you. Ask again once one of them is found.");
		}
		return new Contact(this.id, Stream.concat(left.stream(), Stream.of(new Open(introductionId, now))).toList(),
				this.askedAt, this.askedFor);
	}

	Contact closing(String introductionId) {
		return new Contact(this.id,
				this.open.stream().filter((each) -> !each.introductionId().equals(introductionId)).toList(),
				this.askedAt, this.askedFor);
	}

	boolean mayBeAsked(Instant now) {
		return this.askedAt == null || !now.isBefore(this.askedAt.plus(REST));
	}

	boolean isAskedFor(String introductionId) {
		return introductionId.equals(this.askedFor);
	}

	/** Asked for an introduction, unless it is too early to be asked again. */
	Contact asking(String introductionId, Instant now) {
		return mayBeAsked(now) ? new Contact(this.id, this.open, now, introductionId) : this;
	}

	/** Not asked after all, as another was quicker. */
	Contact spared(String introductionId) {
		return isAskedFor(introductionId) ? new Contact(this.id, this.open, null, null) : this;
	}

}
