package org.holdfast.mentorship.circle;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
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
import org.holdfast.mentorship.gathering.Gathering;
import org.holdfast.mentorship.gathering.Gathering.Part;
import org.holdfast.mentorship.gathering.Gatherings;
import org.holdfast.mentorship.notice.Notice;
import org.holdfast.mentorship.participation.Participations;
import org.holdfast.mentorship.people.Agency;
import org.holdfast.mentorship.people.Directory;
import org.holdfast.mentorship.people.Unsettled;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/**
 * Keeps the circles, each change of one in one atomic write with all there is to tell of
 * it.
 */
@Component
public class Circles implements Gatherings {

	private static final String MEMBER = "members.all.staffId";

	private final Aggregates<Circle> circles;

	private final Directory directory;

	private final Participations participations;

	private final MentorshipSettings settings;

	private final ApplicationEventPublisher inside;

	private final Clock clock;

	Circles(Outbox outbox, MongoOperations mongo, Directory directory, Participations participations,
			MentorshipSettings settings, ApplicationEventPublisher inside, Clock clock) {
		this.circles = outbox.aggregates(Circle.class, "circles");
		this.directory = directory;
		this.participations = participations;
		this.settings = settings;
		this.inside = inside;
		this.clock = clock;
		mongo.indexOps("circles").createIndex(new Index(MEMBER, Sort.Direction.ASC));
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

	Optional<Circle> circle(String id) {
		return this.circles.find(id);
	}

	@Override
	public String kind() {
		return "circle";
	}

	@Override
	public Optional<Gathering> find(String id) {
		return circle(id).filter(Circle::hasBegun)
			.map((circle) -> new Gathering(kind(), id,
					circle.memberIds().stream().collect(Collectors.toMap(Function.identity(), (staffId) -> Part.PEER)),
					circle.isLiving()));
	}

	/** All that a person belongs to, or did. */
	List<Circle> of(String staffId) {
		return this.circles.find(Query.query(Criteria.where(MEMBER).is(staffId)));
	}

	/**
	 * A circle of a person.
	 * @throws Refusal (404) if there is none, or it is that of others
	 */
	Circle of(String staffId, String id) {
		return circle(id).filter((circle) -> circle.member(staffId).isPresent()).orElseThrow(() -> noSuchCircle(id));
	}

	/**
	 * Declines or leaves, without a reason; doing so again changes nothing.
	 * @throws Refusal (404) if it is none of the person's
	 */
	Circle leave(String staffId, String id) {
		of(staffId, id);
		return decide(id, (present) -> present.leftBy(staffId, now()));
	}

	/**
	 * Decides when the circle meets from now on.
	 * @throws Refusal (404) if it is none of the person's; (409) if it is not going on
	 */
	Circle plan(String staffId, String id, UnaryOperator<Plan> change) {
		of(staffId, id);
		return change(id, (present) -> present.requireIn(staffId).planned(change.apply(present.plan())));
	}

	/**
	 * Says what a person thinks of a merging that concerns their circle: who would move
	 * has to agree, who would receive others need not. A no ends it.
	 * @throws Refusal (404) if it is none of the person's; (409) if none is proposed
	 */
	Circle answer(String staffId, String id, boolean agree) {
		Circle circle = of(staffId, id).requireIn(staffId);
		if (circle.rescue() != null && circle.rescue().move(staffId).isPresent()) {
			return decide(id, (present) -> present.answeredBy(staffId, agree, now()));
		}
		List<Circle> coming = comingTo(circle);
		if (coming.isEmpty()) {
			throw Circle.nothingToAnswer();
		}
		if (!agree) {
			coming.forEach((other) -> decide(other.id(), (present) -> present.refusedBy(id, now())));
		}
		return circle;
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
	@Override
	public void forget(String staffId) {
		this.circles
			.find(Query.query(new Criteria().orOperator(Criteria.where(MEMBER).is(staffId),
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

	/** A change from which something may follow for others. */
	Circle decide(String id, UnaryOperator<Circle> change) {
		Circle circle = change(id, change);
		this.inside.publishEvent(new Unsettled());
		return circle;
	}

	static Refusal noSuchCircle(String id) {
		return Refusal.notFound("no-such-circle", "There is no circle %s for you.".formatted(id));
	}

	/** As exactly as the database keeps it. */
	Instant now() {
		return this.clock.instant();
	}

}
