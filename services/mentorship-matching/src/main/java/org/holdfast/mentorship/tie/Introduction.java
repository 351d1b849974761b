package org.holdfast.mentorship.tie;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.holdfast.defaults.problem.Refusal;
import org.holdfast.mentorship.notice.Notice;
import org.jspecify.annotations.Nullable;

/**
 * That a person would like to be introduced to somebody who knows about a topic.
 *
 * @param id made up by who asks
 * @param askerId empty once they are erased
 * @param asked who was asked so far, the last one now if it is still open
 * @param overAt when somebody was found, or nobody; null as long as it is open
 * @param told ids of the notices that are still to be seen
 */
record Introduction(String id, String askerId, String topic, Instant at, List<Asked> asked, State state,
		@Nullable Instant overAt, Set<String> told) {

	/** How long somebody has to answer. */
	static final Duration PATIENCE = Duration.ofDays(7);

	private static final int MOST_ASKED = 3;

	private static final Duration NEWS = Duration.ofDays(14);

	/** As it is written; a no of somebody who was asked looks like waiting. */
	enum State {

		looking, made, nobodyFound

	}

	/** Somebody who was asked; no longer if they said no, or nothing in time. */
	record Asked(String staffId, Instant at, boolean waiting) {
	}

	Introduction {
		asked = List.copyOf(asked);
		told = Set.copyOf(told);
	}

	static Introduction opened(String id, String askerId, String topic, Instant now) {
		return new Introduction(id, askerId, topic, now, List.of(), State.looking, null, Set.of());
	}

	/** Who is asked now; null if nobody is. */
	@Nullable String askedNow() {
		return (isOpen() && !this.asked.isEmpty() && this.asked.getLast().waiting()) ? this.asked.getLast().staffId()
				: null;
	}

	/** With whom it was made; null if it was not. */
	@Nullable String madeWith() {
		return (this.state == State.made) ? this.asked.getLast().staffId() : null;
	}

	boolean isOpen() {
		return this.state == State.looking;
	}

	/** Whether the next one is to be asked. */
	boolean needsAnother() {
		return isOpen() && askedNow() == null;
	}

	boolean mayAskAnother() {
		return needsAnother() && this.asked.size() < MOST_ASKED;
	}

	boolean hasAsked(String staffId) {
		return this.asked.stream().anyMatch((each) -> each.staffId().equals(staffId));
	}

	@Nullable Instant answerBy() {
		return (askedNow() != null) ? this.asked.getLast().at().plus(PATIENCE) : null;
	}

	boolean isDue(Instant now) {
		Instant until = answerBy();
		return until != null && !now.isBefore(until);
	}

	Introduction asking(String staffId, Instant now) {
		return with(Stream.concat(this.asked.stream(), Stream.of(new Asked(staffId, now, true))).toList(), this.state,
				this.overAt);
	}

	/** The one who is asked said no, or is not to be asked any more. */
	Introduction passed() {
		return with(this.asked.stream().map((each) -> new Asked(each.staffId(), each.at(), false)).toList(), this.state,
				this.overAt);
	}

	Introduction found(Instant now) {
		return with(this.asked, State.made, now);
	}

	Introduction foundNobody(Instant now) {
		return with(this.asked, State.nobodyFound, now);
	}

	/** An answer of the one who is asked; repeating it changes nothing. */
	Introduction answered(String staffId, boolean yes, Instant now) {
		if (staffId.equals(askedNow()) && !isDue(now)) {
			return yes ? found(now) : passed();
		}
		if (yes != staffId.equals(madeWith())) {
			throw Refusal.conflict("introduction-is-over",
					"This is not open any more. Look at your introductions again to see what became of it.");
		}
		return this;
	}

	/** The same without an erased person who was asked. */
	Introduction without(String staffId) {
		List<Asked> left = this.asked.stream()
			.map((each) -> each.staffId().equals(staffId) ? new Asked("", each.at(), false) : each)
			.toList();
		return with(left, this.state, this.overAt);
	}

	Introduction having(Collection<Notice> told) {
		return new Introduction(this.id, this.askerId, this.topic, this.at, this.asked, this.state, this.overAt,
				Notice.ids(told));
	}

	/** What people should hear of now. */
	List<Notice> notices(Instant now) {
		boolean news = this.overAt != null && now.isBefore(this.overAt.plus(NEWS));
		String askedNow = askedNow();
		String with = madeWith();
		return switch (this.state) {
			case looking ->
				(askedNow != null) ? List.of(Notice.of(this.id, askedNow, "introduction-asked")) : List.of();
			case made -> !news ? List.of()
					: Stream.of(this.askerId, with)
						.filter((each) -> each != null && !each.isEmpty())
						.map((each) -> Notice.of(this.id, each, "introduction-made"))
						.toList();
			case nobodyFound ->
				news ? List.of(Notice.of(this.id, this.askerId, "introduction-nobody-found")) : List.of();
		};
	}

	private Introduction with(List<Asked> asked, State state, @Nullable Instant overAt) {
		return new Introduction(this.id, this.askerId, this.topic, this.at, asked, state, overAt, this.told);
	}

}
