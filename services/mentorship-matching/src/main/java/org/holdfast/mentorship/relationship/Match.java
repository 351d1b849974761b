package org.holdfast.mentorship.relationship;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.holdfast.defaults.problem.Refusal;
import org.holdfast.mentorship.fit.Points;
import org.holdfast.mentorship.gathering.Gathering.Part;
import org.holdfast.mentorship.notice.Notice;
import org.jspecify.annotations.Nullable;

/**
 * A mentor and a mentee who were proposed to each other, from there to the end.
 *
 * @param id the mentee and how many matches they had up to this one, so that two who
 * decide at once decide about the same match
 * @param accepted who of the two has said yes so far
 * @param since when both had said yes; null before
 * @param points as they were when the pair was proposed: why these two
 * @param programme the version of the programme by which they were given
 * @param end null as long as it is open
 * @param told ids of the notices that are still to be seen
 */
public record Match(String id, String mentorId, String menteeId, State state, Offer offer, Set<Side> accepted,
		@Nullable Instant since, List<Points> points, int programme, @Nullable End end, Set<String> told) {

	/** How long people hear that something began or ended. */
	private static final Duration NEWS = Duration.ofDays(14);

	public enum State {

		PROPOSED, ACTIVE, PAUSED, ENDED,

		/**
		 * Was about to be proposed when it stopped being possible; nobody heard of it.
		 */
		WITHDRAWN

	}

	public enum Side {

		MENTOR, MENTEE

	}

	/**
	 * When it was proposed.
	 *
	 * @param remindAt when those who have not answered hear of it once more
	 * @param answerBy when it lapses
	 */
	public record Offer(Instant at, Instant remindAt, Instant answerBy) {

	}

	/**
	 * Why it ended, kept in here: who chose it is not even stored.
	 *
	 * @param rule the hard rule that it breaks, if that is why
	 */
	public record End(Instant at, Reason reason, @Nullable String rule) {

	}

	public enum Reason {

		/** One of the two did not want it, or not any more. */
		CHOSEN,

		/** Not both answered in time. */
		UNANSWERED,

		/** The mentor has no place any more. */
		NO_PLACE,

		/** A hard rule forbids it by now. */
		RULE,

		/** One of the two was erased. */
		GONE

	}

	public Match {
		accepted = accepted.isEmpty() ? Set.of() : Set.copyOf(accepted);
		points = List.copyOf(points);
		told = Set.copyOf(told);
	}

	static Match proposed(String id, Suggestion suggestion, Offer offer) {
		return new Match(id, suggestion.mentorId(), suggestion.menteeId(), State.PROPOSED, offer, Set.of(), null,
				suggestion.points(), suggestion.programme(), null, Set.of());
	}

	static Match withdrawn(String id, String mentorId, Instant now) {
		return new Match(id, mentorId, menteeOf(id), State.WITHDRAWN, new Offer(now, now, now), Set.of(), null,
				List.of(), 0, null, Set.of());
	}

	/** One more yes; once both have said it, the place has to be taken. */
	Match acceptedBy(String staffId) {
		if (this.state != State.PROPOSED) {
			throw over();
		}
		Set<Side> both = EnumSet.of(sideOf(staffId));
		both.addAll(this.accepted);
		return new Match(this.id, this.mentorId, this.menteeId, this.state, this.offer, both, this.since, this.points,
				this.programme, this.end, this.told);
	}

	/** Whether both want it and only the place is left to take. */
	boolean isAgreed() {
		return this.state == State.PROPOSED && this.accepted.size() == Side.values().length;
	}

	Match begun(Instant now) {
		return in(State.ACTIVE, now, null);
	}

	Match paused() {
		if (this.state != State.ACTIVE && this.state != State.PAUSED) {
			throw over();
		}
		return in(State.PAUSED, this.since, null);
	}

	Match resumed() {
		if (this.state != State.ACTIVE && this.state != State.PAUSED) {
			throw over();
		}
		return in(State.ACTIVE, this.since, null);
	}

	/** An end is for good: a later match of the two is another one. */
	Match ended(Instant now, Reason reason, @Nullable String rule) {
		return in(State.ENDED, this.since, new End(now, reason, rule));
	}

	/** The same without the mentor, who was erased; the mentee's history stays theirs. */
	Match withoutMentor() {
		return new Match(this.id, "", this.menteeId, this.state, this.offer, this.accepted, this.since, List.of(),
				this.programme, this.end, this.told);
	}

	private Match in(State state, @Nullable Instant since, @Nullable End end) {
		return new Match(this.id, this.mentorId, this.menteeId, state, this.offer, this.accepted, since, this.points,
				this.programme, end, this.told);
	}

	Match having(Collection<Notice> told) {
		return new Match(this.id, this.mentorId, this.menteeId, this.state, this.offer, this.accepted, this.since,
				this.points, this.programme, this.end, Notice.ids(told));
	}

	/** What the two should hear of now. */
	List<Notice> notices(Instant now) {
		return switch (this.state) {
			case PROPOSED -> Stream.of(Side.values())
				.filter((side) -> !this.accepted.contains(side))
				.flatMap((side) -> now.isBefore(this.offer.remindAt()) ? Stream.of(notice(side, "match-proposed"))
						: Stream.of(notice(side, "match-proposed"), notice(side, "match-reminder")))
				.toList();
			case ACTIVE -> isNews(this.since, now) ? both("match-begun") : List.of();
			case PAUSED, WITHDRAWN -> List.of();
			case ENDED -> (this.end == null || !isNews(this.end.at(), now)) ? List.of()
					: both(hasBegun() ? "match-ended" : "match-lapsed");
		};
	}

	private static boolean isNews(@Nullable Instant at, Instant now) {
		return at != null && now.isBefore(at.plus(NEWS));
	}

	private List<Notice> both(String subject) {
		return Stream.of(Side.values())
			.filter((side) -> !personOn(side).isEmpty())
			.map((side) -> notice(side, subject))
			.toList();
	}

	private Notice notice(Side side, String subject) {
		return Notice.of(this.id, personOn(side), subject);
	}

	/** Whether it holds a place and the mentee needs no other. */
	public boolean isOpen() {
		return this.state == State.PROPOSED || isLiving();
	}

	/** Whether the two are mentor and mentee of each other now. */
	public boolean isLiving() {
		return this.state == State.ACTIVE || this.state == State.PAUSED;
	}

	boolean hasBegun() {
		return this.since != null;
	}

	/** Whether one of the two chose otherwise, so that they are not proposed again. */
	public boolean wasTried() {
		return this.end != null && (this.end.reason() == Reason.CHOSEN || this.end.reason() == Reason.UNANSWERED);
	}

	boolean isDue(Instant now) {
		return this.state == State.PROPOSED && !now.isBefore(this.offer.answerBy());
	}

	/** Ids of those who have not said yes. */
	List<String> silent() {
		return Stream.of(Side.values()).filter((side) -> !this.accepted.contains(side)).map(this::personOn).toList();
	}

	/** For the two of them: declined, unanswered and impossible look the same. */
	String shownState() {
		return (this.state == State.ENDED && !hasBegun()) ? "lapsed" : this.state.name().toLowerCase(Locale.ROOT);
	}

	/** Whether a person should find it among their matches. */
	boolean isShown(Instant now) {
		return isOpen() || hasBegun() || (this.end != null && isNews(this.end.at(), now));
	}

	boolean hasAccepted(String staffId) {
		return this.accepted.contains(sideOf(staffId));
	}

	boolean isOf(String staffId) {
		return staffId.equals(this.mentorId) || staffId.equals(this.menteeId);
	}

	Side sideOf(String staffId) {
		return staffId.equals(this.mentorId) ? Side.MENTOR : Side.MENTEE;
	}

	/** The two, or who is left of them. */
	Map<String, Part> members() {
		return this.mentorId.isEmpty() ? Map.of(this.menteeId, Part.MENTEE)
				: Map.of(this.mentorId, Part.MENTOR, this.menteeId, Part.MENTEE);
	}

	String personOn(Side side) {
		return (side == Side.MENTOR) ? this.mentorId : this.menteeId;
	}

	public int score() {
		return Points.sum(this.points);
	}

	public int ordinal() {
		return Integer.parseInt(this.id.substring(this.id.lastIndexOf('-') + 1));
	}

	public static String id(String menteeId, int ordinal) {
		return menteeId + "-" + ordinal;
	}

	public static String menteeOf(String id) {
		return id.substring(0, id.lastIndexOf('-'));
	}

	/** That the proposal or relationship is not what the caller took it for. */
	private static Refusal over() {
		return Refusal.conflict("match-is-over",
				"This match is over, or has not begun yet. Look at your matches again to see what became of it.");
	}

}
