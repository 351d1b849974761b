package org.holdfast.mentorship.circle;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

import org.holdfast.defaults.problem.Refusal;
import org.holdfast.mentorship.circle.Member.Part;
import org.holdfast.mentorship.circle.peers.Kind;
import org.holdfast.mentorship.notice.Notice;
import org.jspecify.annotations.Nullable;

/**
 * Peers who were proposed to each other, from there to the end. It begins once as many
 * have said yes as there have to be, somebody experienced among them; whoever has not
 * answered then may still, until the proposal lapses.
 *
 * @param id of the forming and which of its circles it is
 * @param differentUnits whether no two of it may work in the same unit
 * @param members those who left included
 * @param since when it began; null before
 * @param rescue as long as there are too few of them
 * @param expected ids of those of other circles who may come, and hold a place until then
 * @param told ids of the notices that are still to be seen
 */
record Circle(String id, Kind kind, boolean differentUnits, State state, Members members, Offer offer,
		@Nullable Instant since, Plan plan, @Nullable Rescue rescue, Set<String> expected, @Nullable End end,
		Set<String> told) {

	/** How long people hear that something began or ended. */
	private static final Duration NEWS = Duration.ofDays(14);

	enum State {

		PROPOSED, ACTIVE, ENDED

	}

	/**
	 * When it was proposed.
	 *
	 * @param remindAt when those who have not answered hear of it once more
	 * @param answerBy when it lapses
	 */
	record Offer(Instant at, Instant remindAt, Instant answerBy) {

	}

	/**
	 * When it ended.
	 *
	 * @param merged whether its members went on in other circles
	 */
	record End(Instant at, boolean merged) {

	}

	Circle {
		expected = Set.copyOf(expected);
		told = Set.copyOf(told);
	}

	static Circle proposed(String id, Kind kind, boolean differentUnits, String halfDay, List<String> people,
			Offer offer) {
		return new Circle(id, kind, differentUnits, State.PROPOSED, Members.invited(people, offer.at()), offer, null,
				Plan.beginning(halfDay, day(offer.at())), null, Set.of(), null, Set.of());
	}

	/**
	 * One more yes, with which it may begin.
	 * @param experienced tells of a staff id
	 * @throws Refusal (409) if it is over for them
	 */
	Circle acceptedBy(String staffId, Predicate<String> experienced, Instant now) {
		Member member = member(staffId).filter((each) -> this.state != State.ENDED && (each.isIn() || isAsked(each)))
			.orElseThrow(Circle::over);
		if (member.isIn()) {
			return this;
		}
		Circle accepted = having(this.members.coming(staffId, now, next(now)));
		boolean enough = accepted.memberIds().size() >= this.kind.size().min()
				&& accepted.memberIds().stream().anyMatch(experienced);
		return (this.state == State.PROPOSED && enough) ? accepted.begun(now) : accepted;
	}

	private boolean isAsked(Member member) {
		return this.state == State.PROPOSED || member.isInvited();
	}

	private Circle begun(Instant now) {
		return new Circle(this.id, this.kind, this.differentUnits, State.ACTIVE, this.members.beginning(now),
				this.offer, now, Plan.beginning(this.plan.halfDay(), day(now)), null, Set.of(), null, this.told);
	}

	/** Declines, or leaves; nothing changes for who did already. */
	Circle leftBy(String staffId, Instant now) {
		return going(staffId, Part.LEFT, now);
	}

	/** Without somebody whom a rule forbids by now. */
	Circle takingOut(String staffId, Instant now) {
		return going(staffId, Part.TAKEN_OUT, now);
	}

	private Circle going(String staffId, Part how, Instant now) {
		if (this.state == State.ENDED || !placed().contains(staffId)) {
			return this;
		}
		Circle left = having((this.state == State.PROPOSED) ? this.members.declining(staffId, now)
				: this.members.going(staffId, how, now, next(now)));
		return left.notMoving(staffId).unlessTooFew(now);
	}

	/** What becomes of it when some have not answered in time. */
	Circle lapsed(Instant now) {
		return (this.state == State.PROPOSED) ? ended(now, false) : having(this.members.answered()).unlessTooFew(now);
	}

	/** A proposal to too few, and a circle without anybody, end. */
	Circle unlessTooFew(Instant now) {
		boolean hopeless = switch (this.state) {
			case PROPOSED -> size() < this.kind.size().min();
			case ACTIVE -> size() == 0;
			case ENDED -> false;
		};
		return hopeless ? ended(now, false) : this;
	}

	/**
	 * With one more member.
	 * @throws Refusal (409) if the last place was taken, or it is over
	 */
	Circle joinedBy(String staffId, Instant now) {
		if (!isLiving()) {
			throw over();
		}
		if (memberIds().contains(staffId)) {
			return this;
		}
		if (isFull() && !placed().contains(staffId)) {
			throw Refusal.conflict("circle-is-full",
					"The last place was taken a moment ago. Look at the open circles again.");
		}
		return having(this.members.coming(staffId, now, next(now)));
	}

	Circle planned(Plan plan) {
		return new Circle(this.id, this.kind, this.differentUnits, this.state, this.members, this.offer, this.since,
				plan, this.rescue, this.expected, this.end, this.told);
	}

	/** With what is to become of it, as there are too few; null once there are enough. */
	Circle moving(@Nullable Rescue rescue) {
		return new Circle(this.id, this.kind, this.differentUnits, this.state, this.members, this.offer, this.since,
				this.plan, rescue, this.expected, this.end, this.told);
	}

	private Circle notMoving(String staffId) {
		return (this.rescue == null) ? this : moving(this.rescue.without(staffId));
	}

	/**
	 * With what somebody thinks of what is to become of it; a no ends it.
	 * @throws Refusal (409) if they are not asked
	 */
	Circle answeredBy(String staffId, boolean agree, Instant now) {
		if (!isLiving() || this.rescue == null || this.rescue.move(staffId).isEmpty()) {
			throw nothingToAnswer();
		}
		return agree ? moving(this.rescue.agreedBy(staffId)) : ended(now, false);
	}

	/** Ends as somebody of another circle does not want its members there. */
	Circle refusedBy(String circleId, Instant now) {
		return (isLiving() && this.rescue != null && !this.rescue.into(circleId).isEmpty()) ? ended(now, false) : this;
	}

	/** With places for those who may come, if there are as many. */
	Circle expecting(Set<String> expected) {
		Circle next = new Circle(this.id, this.kind, this.differentUnits, this.state, this.members, this.offer,
				this.since, this.plan, this.rescue, expected, this.end, this.told);
		return (this.state != State.ACTIVE || next.size() > this.kind.size().max()) ? this : next;
	}

	/** With those of the expected who have come. */
	Circle admitting(Collection<String> arrived, Instant now) {
		Circle next = this;
		for (String staffId : arrived) {
			if (next.expected().contains(staffId) && next.state() == State.ACTIVE) {
				Set<String> others = new TreeSet<>(next.expected());
				others.remove(staffId);
				next = next.expecting(others).joinedBy(staffId, now);
			}
		}
		return next;
	}

	/** An end is for good. */
	Circle ended(Instant now, boolean merged) {
		return new Circle(this.id, this.kind, this.differentUnits, State.ENDED, this.members, this.offer, this.since,
				this.plan, merged ? this.rescue : null, Set.of(), new End(now, merged), this.told);
	}

	/** The same without anything about an erased person. */
	Circle without(String staffId, Instant now) {
		Set<String> expected = new TreeSet<>(this.expected);
		expected.remove(staffId);
		return having(this.members.without(staffId, next(now))).notMoving(staffId)
			.expecting(expected)
			.unlessTooFew(now);
	}

	Circle told(Collection<Notice> told) {
		return new Circle(this.id, this.kind, this.differentUnits, this.state, this.members, this.offer, this.since,
				this.plan, this.rescue, this.expected, this.end, Notice.ids(told));
	}

	private Circle having(Members members) {
		return new Circle(this.id, this.kind, this.differentUnits, this.state, members, this.offer, this.since,
				this.plan, this.rescue, this.expected, this.end, this.told);
	}

	Optional<Member> member(String staffId) {
		return this.members.of(staffId);
	}

	/** Ids of those who are in it, or were when it ended; in order. */
	List<String> memberIds() {
		return this.members.ids(Member::isIn);
	}

	/** Ids of those who have not answered. */
	List<String> silent() {
		return this.members.ids(Member::isInvited);
	}

	/** Ids of those who hold a place as members, or until they have answered. */
	List<String> placed() {
		return this.members.ids(Member::counts);
	}

	/** Ids of those it was proposed to, whatever they have answered. */
	List<String> proposedTo() {
		return this.members.ids((member) -> true);
	}

	/** Ids of all who have ever been in it. */
	Set<String> everybody() {
		return Set.copyOf(this.members.ids(Member::wasThere));
	}

	/** How many hold a place. */
	int size() {
		return this.members.placed() + this.expected.size();
	}

	boolean isFull() {
		return size() >= this.kind.size().max();
	}

	/** Whether it has fewer members than there have to be. */
	boolean isSmall() {
		return isLiving() && size() < this.kind.size().min();
	}

	boolean isLiving() {
		return this.state == State.ACTIVE;
	}

	boolean hasBegun() {
		return this.since != null;
	}

	/** Whether the time to answer is over for those who have not. */
	boolean isDue(Instant now) {
		return !now.isBefore(this.offer.answerBy())
				&& (this.state == State.PROPOSED || (isLiving() && !silent().isEmpty()));
	}

	/** The number of the next meeting. */
	int next(Instant now) {
		return this.plan.next(day(now));
	}

	String formingId() {
		return this.id.substring(0, this.id.lastIndexOf('-'));
	}

	static boolean isNews(@Nullable Instant at, Instant now) {
		return at != null && now.isBefore(at.plus(NEWS));
	}

	static LocalDate day(Instant now) {
		return LocalDate.ofInstant(now, ZoneOffset.UTC);
	}

	/**
	 * Lets through who is a member.
	 * @throws Refusal (409) if they are not, or not any more
	 */
	Circle requireIn(String staffId) {
		if (!isLiving() || !memberIds().contains(staffId)) {
			throw over();
		}
		return this;
	}

	/** That nobody asks what the caller answers. */
	static Refusal nothingToAnswer() {
		return Refusal.conflict("no-merging-proposed",
				"No merging is proposed to this circle, or not any more. Look at your circles again.");
	}

	/** That the circle is not what the caller took it for. */
	private static Refusal over() {
		return Refusal.conflict("circle-is-over",
				"This circle is over, or has not begun yet. Look at your circles again to see what became of it.");
	}

}
