package org.holdfast.mentorship.circle;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import org.holdfast.defaults.outbox.Aggregates;
import org.holdfast.defaults.outbox.Change;
import org.holdfast.defaults.outbox.Event;
import org.holdfast.defaults.outbox.Outbox;
import org.holdfast.defaults.problem.Refusal;
import org.holdfast.mentorship.MentorshipSettings;
import org.holdfast.mentorship.circle.Circle.Offer;
import org.holdfast.mentorship.circle.Circle.State;
import org.holdfast.mentorship.circle.peers.Kind;
import org.holdfast.mentorship.circle.peers.Peers;
import org.holdfast.mentorship.notice.Notice;
import org.holdfast.mentorship.participation.Participations;
import org.holdfast.mentorship.people.Agency;
import org.holdfast.mentorship.people.Colleague;
import org.holdfast.mentorship.people.Directory;
import org.holdfast.mentorship.people.Unsettled;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/**
 * Keeps the circles, each change of one in one atomic write with all there is to tell of
 * it. A place in a circle is part of its document, so of any number who want the last one
 * exactly one gets it. Nobody stays in two circles of a kind: whoever came into two at
 * once leaves the later one.
 */
@Component
public class Circles {

	private final Aggregates<Circle> circles;

	private final Directory directory;

	private final Participations participations;

	private final MentorshipSettings settings;

	private final ApplicationEventPublisher inside;

	private final Clock clock;

	Circles(Outbox outbox, Directory directory, Participations participations, MentorshipSettings settings,
			ApplicationEventPublisher inside, Clock clock) {
		this.circles = outbox.aggregates(Circle.class, "circles");
		this.directory = directory;
		this.participations = participations;
		this.settings = settings;
		this.inside = inside;
		this.clock = clock;
	}

	/** Everybody as they are now, who is on hold and kept apart included. */
	public Agency agency() {
		return this.directory.agency(this.participations.circumstances(Circle.day(now()), Set.of()));
	}

	/**
	 * Ids of all who have a place in a circle of a kind, or are asked whether they want
	 * it.
	 */
	public Set<String> placed(Kind kind) {
		return all().stream()
			.filter((circle) -> circle.kind() == kind && circle.state() != State.ENDED)
			.flatMap((circle) -> circle.placed().stream())
			.collect(Collectors.toSet());
	}

	/** Who was together in the circles of formings, apart from those that never began. */
	public List<Set<String>> company(Collection<String> formingIds) {
		return all().stream()
			.filter((circle) -> circle.hasBegun() && formingIds.contains(circle.formingId()))
			.map(Circle::everybody)
			.toList();
	}

	/** Proposes a circle, unless it is already. */
	public void propose(String id, Kind kind, boolean differentUnits, String halfDay, List<String> people) {
		if (people.isEmpty()) {
			return;
		}
		this.circles.change(id, (found) -> {
			Instant now = now();
			return found.isPresent() ? Change.none() : told(null, Circle.proposed(id, kind, differentUnits, halfDay,
					people, new Offer(now, now.plus(this.settings.proposal().remindAfter()), answerBy())), now);
		});
	}

	/** Until when people may answer what they are asked now. */
	Instant answerBy() {
		return now().plus(this.settings.proposal().answerWithin());
	}

	List<Circle> all() {
		return this.circles.findAll();
	}

	Optional<Circle> find(String id) {
		return this.circles.find(id);
	}

	/** All that a person belongs to, or did. */
	List<Circle> of(String staffId) {
		return this.circles.find(Query.query(Criteria.where("members.staffId").is(staffId)));
	}

	/**
	 * A circle of a person.
	 * @throws Refusal (404) if there is none, or it is that of others
	 */
	Circle of(String staffId, String id) {
		return find(id).filter((circle) -> circle.member(staffId).isPresent()).orElseThrow(() -> noSuchCircle(id));
	}

	/**
	 * Says yes to a proposal; saying it again changes nothing.
	 * @throws Refusal (404) if it is none of the person's; (409) if it is over, or they
	 * are in another circle
	 */
	Circle accept(String staffId, String id) {
		Circle circle = of(staffId, id);
		requireInNoOther(staffId, circle);
		Predicate<String> experienced = (member) -> this.directory.colleague(member)
			.filter((colleague) -> Peers.isExperienced(colleague, Circle.day(now())))
			.isPresent();
		return come(staffId, id, (present) -> present.acceptedBy(staffId, experienced, now()));
	}

	/**
	 * Declines or leaves, without a reason; doing so again changes nothing.
	 * @throws Refusal (404) if it is none of the person's
	 */
	Circle leave(String staffId, String id) {
		of(staffId, id);
		return unsettling(change(id, (present) -> present.leftBy(staffId, now())));
	}

	/**
	 * The circles that a person could join, those first whom they would gain most with.
	 */
	List<Circle> open(String staffId) {
		Agency agency = agency();
		Colleague colleague = agency.colleague(staffId).filter(Colleague::active).orElse(null);
		if (colleague == null || agency.isOnHold(staffId)) {
			return List.of();
		}
		Fitting fitting = new Fitting(agency);
		return all().stream()
			.filter((circle) -> circle.kind().isWantedBy(colleague) && !circle.isFull() && !isInOther(staffId, circle))
			.filter((circle) -> fitting.join(circle, colleague).isPresent())
			.sorted(Comparator.comparing((Circle circle) -> -fitting.join(circle, colleague).orElse(0))
				.thenComparing(Circle::id))
			.toList();
	}

	/**
	 * Joins a circle that fits; nobody there need do anything. Joining again changes
	 * nothing.
	 * @throws Refusal (404) if there is no such circle, or it does not fit; (409) if it
	 * is full, or they are in another circle
	 */
	Circle join(String staffId, String id) {
		Circle circle = find(id).filter(Circle::isLiving).orElseThrow(() -> noSuchCircle(id));
		if (circle.memberIds().contains(staffId)) {
			return circle;
		}
		requireInNoOther(staffId, circle);
		Agency agency = agency();
		Fitting fitting = new Fitting(agency);
		Colleague colleague = agency.colleague(staffId)
			.filter((each) -> Peers.mayBeProposed(circle.kind(), agency, each))
			.orElseThrow(() -> noSuchCircle(id));
		return come(staffId, id, (present) -> {
			if (!present.memberIds().contains(staffId) && fitting.join(present, colleague).isEmpty()) {
				throw noSuchCircle(id);
			}
			return present.joinedBy(staffId, now());
		});
	}

	/**
	 * What an erasure or another circle at the same moment could not see yet is undone.
	 */
	private Circle come(String staffId, String id, UnaryOperator<Circle> coming) {
		Circle circle = unsettling(change(id, coming));
		if (this.directory.colleague(staffId).isEmpty()) {
			forget(staffId);
			throw noSuchCircle(id);
		}
		if (keepOne(staffId, circle.kind()) && !of(staffId, id).placed().contains(staffId)) {
			throw inOther();
		}
		return circle;
	}

	private void requireInNoOther(String staffId, Circle circle) {
		if (isInOther(staffId, circle)) {
			throw inOther();
		}
	}

	private boolean isInOther(String staffId, Circle circle) {
		return of(staffId).stream()
			.anyMatch((other) -> other.kind() == circle.kind() && other.isLiving() && !other.id().equals(circle.id())
					&& other.memberIds().contains(staffId));
	}

	/**
	 * Takes somebody out of all circles of a kind but one: the one they have been in
	 * longest, or if there is none, were asked for first.
	 * @return whether there was more than one
	 */
	boolean keepOne(String staffId, Kind kind) {
		List<Circle> others = of(staffId).stream()
			.filter((circle) -> circle.kind() == kind && circle.state() != State.ENDED
					&& circle.placed().contains(staffId))
			.sorted(Comparator.comparing((Circle circle) -> !circle.memberIds().contains(staffId))
				.thenComparing((circle) -> !circle.isLiving())
				.thenComparing((circle) -> circle.member(staffId).orElseThrow().at())
				.thenComparing(Circle::id))
			.skip(1)
			.toList();
		others.forEach((circle) -> takeOut(circle.id(), staffId));
		return !others.isEmpty();
	}

	/**
	 * Decides when the circle meets from now on.
	 * @throws Refusal (404) if it is none of the person's; (409) if it is not going on
	 */
	Circle plan(String staffId, String id, UnaryOperator<Plan> change) {
		of(staffId, id).requireIn(staffId);
		return change(id, (present) -> present.planned(change.apply(present.plan())));
	}

	/**
	 * Says what a person thinks of a merging that concerns their circle: who would move
	 * has to agree, who would receive others need not. A no ends it.
	 * @throws Refusal (404) if it is none of the person's; (409) if none is proposed
	 */
	Circle answer(String staffId, String id, boolean agree) {
		Circle circle = of(staffId, id).requireIn(staffId);
		if (circle.rescue() != null && circle.rescue().move(staffId).isPresent()) {
			return unsettling(change(id, (present) -> present.answeredBy(staffId, agree, now())));
		}
		List<Circle> coming = comingTo(circle);
		if (coming.isEmpty()) {
			throw Circle.nothingToAnswer();
		}
		if (!agree) {
			coming.forEach((other) -> change(other.id(), (present) -> present.refusedBy(id, now())));
		}
		return unsettling(circle);
	}

	/** The circles whose members may come to another one. */
	List<Circle> comingTo(Circle circle) {
		return this.circles.find(Query.query(Criteria.where("rescue.moves.circleId").is(circle.id())))
			.stream()
			.filter(Circle::isLiving)
			.toList();
	}

	/** Takes somebody out who cannot stay. */
	Circle takeOut(String id, String staffId) {
		return change(id, (present) -> present.takingOut(staffId, now()));
	}

	/**
	 * Does what time brings: lets a proposal lapse where it was not answered, reminds,
	 * and takes back what is no news any more.
	 * @param silent is told first who did not answer in time
	 * @return whether somebody's place went
	 */
	boolean tick(Circle circle, Consumer<String> silent) {
		Instant now = now();
		if (circle.isDue(now)) {
			circle.silent().forEach(silent);
			change(circle.id(), (present) -> present.isDue(now) ? present.lapsed(now) : present);
			return true;
		}
		if (!Notice.ids(News.of(circle, now)).equals(circle.told())) {
			change(circle.id(), UnaryOperator.identity());
		}
		return false;
	}

	/** Leaves nothing of an erased person, and no circle of which nobody is left. */
	void forget(String staffId) {
		this.circles
			.find(Query.query(new Criteria().orOperator(Criteria.where("members.staffId").is(staffId),
					Criteria.where("expected").is(staffId), Criteria.where("rescue.moves.staffId").is(staffId))))
			.forEach((circle) -> {
				Circle left = change(circle.id(), (present) -> present.without(staffId, now()));
				if (left.state() == State.ENDED && left.placed().isEmpty()) {
					this.circles.remove(left.id(), this::last);
				}
			});
	}

	private List<Event> last(Circle circle) {
		List<Event> events = new ArrayList<>(Notice.changes(circle.told(), List.of(), now()));
		if (circle.hasBegun()) {
			events.add(Event.tombstone(CircleChanged.TOPIC, circle.id()));
		}
		return events;
	}

	Circle change(String id, UnaryOperator<Circle> change) {
		return this.circles.change(id,
				(found) -> found.map((present) -> told(present, change.apply(present), now())).orElseGet(Change::none));
	}

	/** A change with all there is to tell of it. */
	private static Change<Circle> told(@Nullable Circle before, Circle after, Instant now) {
		List<Notice> notices = News.of(after, now);
		Circle next = after.told(notices);
		if (next.equals(before)) {
			return Change.none();
		}
		List<Event> events = new ArrayList<>();
		if (next.hasBegun() && (before == null || before.isLiving() != next.isLiving()
				|| !before.memberIds().equals(next.memberIds()))) {
			events.add(CircleChanged.of(next));
		}
		events.addAll(Notice.changes((before != null) ? before.told() : Set.of(), notices, now));
		return new Change<>(next, events);
	}

	private Circle unsettling(Circle circle) {
		this.inside.publishEvent(new Unsettled());
		return circle;
	}

	private static Refusal noSuchCircle(String id) {
		return Refusal.notFound("no-such-circle", "There is no circle %s for you.".formatted(id));
	}

	private static Refusal inOther() {
		return Refusal.conflict("in-another-circle",
				"You are in another circle of this kind. Leave that one first, if you would rather be in this one.");
	}

	/** As exactly as the database keeps it. */
	Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
	}

}
