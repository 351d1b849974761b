package org.holdfast.mentorship.circle.forming;

import java.time.Clock;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import org.holdfast.defaults.outbox.Aggregates;
import org.holdfast.defaults.outbox.Change;
import org.holdfast.defaults.outbox.Outbox;
import org.holdfast.defaults.problem.Refusal;
import org.holdfast.mentorship.circle.Circles;
import org.holdfast.mentorship.circle.forming.Forming.Result;
import org.holdfast.mentorship.circle.forming.Forming.Settings;
import org.holdfast.mentorship.circle.forming.Forming.State;
import org.holdfast.mentorship.circle.peers.Kind;
import org.holdfast.mentorship.circle.peers.Peer;
import org.holdfast.mentorship.circle.peers.Peers;
import org.holdfast.mentorship.people.Agency;
import org.holdfast.mentorship.people.Colleague;
import org.holdfast.mentorship.people.Unsettled;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/**
 * Opens formings, reckons and publishes them.
 * <p>
 * What a forming decides from is stored before the forming itself. Publishing is one
 * write; the proposals follow from it, under ids that were decided with it, so that a
 * crash in between changes nothing.
 */
@Component
public class Formings {

	/** So many formings back nobody should meet the same people again. */
	private static final int MEMORY = 2;

	private final Aggregates<Forming> formings;

	private final Aggregates<Inputs> inputs;

	private final Circles circles;

	private final ApplicationEventPublisher inside;

	private final Clock clock;

	Formings(Outbox outbox, Circles circles, ApplicationEventPublisher inside, Clock clock) {
		this.formings = outbox.aggregates(Forming.class, "circle-formings");
		this.inputs = outbox.aggregates(Inputs.class, "circle-inputs");
		this.circles = circles;
		this.inside = inside;
		this.clock = clock;
	}

	List<Forming> all() {
		return this.formings.findAll();
	}

	/**
	 * A forming.
	 * @throws Refusal (404) if there is none
	 */
	Forming find(String id) {
		return this.formings.find(id)
			.orElseThrow(() -> Refusal.notFound("no-such-forming", "There is no forming " + id + "."));
	}

	/** What a forming decides from. */
	Inputs inputs(Forming forming) {
		return this.inputs.find(forming.id())
			.orElseThrow(
					() -> new IllegalStateException("The inputs of forming %s are missing".formatted(forming.id())));
	}

	/**
	 * Opens a forming with everybody who wants a circle of the kind and is in none, but
	 * for those of other formings. Opening it again changes nothing.
	 * @throws Refusal (409) if another one was opened under the id
	 */
	Forming open(String id, String name, Settings settings) {
		Forming opened = Forming.opened(id, name, settings, this.clock.instant());
		if (this.formings.find(id).isEmpty()) {
			takeIn(opened);
		}
		return this.formings.change(id, (found) -> {
			found.filter((other) -> !other.isAlso(name, settings)).ifPresent((other) -> {
				throw Refusal.conflict("id-taken",
						"Another forming, \"%s\", has this id. Make up another one.".formatted(other.name()));
			});
			return found.isPresent() ? Change.none() : Change.to(opened);
		});
	}

	private void takeIn(Forming forming) {
		Agency agency = this.circles.agency();
		Set<String> candidates = candidates(agency, forming);
		List<Set<String>> former = forming.settings().newCompany() ? former(forming.settings().kind()) : List.of();
		// not for who is late, while others decide from them already
		Inputs inputs = this.inputs.change(forming.id(),
				(found) -> (found.isPresent() && this.formings.find(forming.id()).isPresent()) ? Change.none()
						: Change.to(Inputs.of(forming.id(), agency, candidates, former)));
		// whose erasure at the same moment could not see them here yet
		Agency now = this.circles.agency();
		inputs.snapshot()
			.colleagues()
			.stream()
			.map(Colleague::staffId)
			.filter((staffId) -> now.colleague(staffId).isEmpty())
			.forEach(this::forget);
	}

	/** Everybody whom a forming may place as things are. */
	private Set<String> candidates(Agency agency, Forming forming) {
		Kind kind = forming.settings().kind();
		Set<String> others = new HashSet<>(this.circles.placed(kind));
		all().stream()
			.filter((other) -> other.isInTheWay() && other.settings().kind() == kind
					&& !other.id().equals(forming.id()))
			.forEach((other) -> others.addAll(inputs(other).candidates()));
		return agency.colleagues()
			.stream()
			.filter((colleague) -> Peers.mayBeProposed(kind, agency, colleague))
			.map(Colleague::staffId)
			.filter((staffId) -> !others.contains(staffId))
			.collect(Collectors.toSet());
	}

	private List<Set<String>> former(Kind kind) {
		Set<String> last = all().stream()
			.filter((forming) -> forming.settings().kind() == kind && forming.result() != null)
			.sorted(Comparator.comparing((Forming forming) -> Objects.requireNonNull(forming.result()).at()).reversed())
			.limit(MEMORY)
			.map(Forming::id)
			.collect(Collectors.toSet());
		return this.circles.company(last);
	}

	/**
	 * What the forming would bring, or has brought; the same as often as it is asked.
	 */
	Outcome outcome(Forming forming) {
		return (forming.result() != null) ? forming.result().outcome() : reckon(forming);
	}

	/** The same, worked out anew from what was stored. */
	Outcome reckon(Forming forming) {
		return Outcome.of(inputs(forming), forming.id(), forming.settings().kind(), forming.settings().differentUnits(),
				forming.seed());
	}

	/**
	 * Decides the forming; proposals follow at once. Publishing it again changes nothing.
	 * @throws Refusal (409) if it is cancelled, brings nothing, or what it decided from
	 * is not so any more
	 */
	Forming publish(String id, String by) {
		Forming forming = find(id);
		if (forming.result() != null) {
			return forming;
		}
		forming.requireOpen();
		Outcome outcome = reckon(forming);
		if (outcome.circles().isEmpty()) {
			throw Refusal.conflict("no-circles",
					"No circle can be formed, so there is nothing to publish. The preview says what is in the way.");
		}
		requireStillSo(forming, outcome);
		Result result = new Result(this.clock.instant(), by, outcome);
		Forming published = change(id, (present) -> (present.result() != null) ? present : present.published(result));
		this.inside.publishEvent(new Unsettled());
		return published;
	}

	/** What was taken in may be old: nobody is published who has changed since. */
	private void requireStillSo(Forming forming, Outcome outcome) {
		Agency agency = this.circles.agency();
		Set<String> candidates = candidates(agency, forming);
		List<Set<String>> former = inputs(forming).formerCompany();
		long changed = outcome.circles()
			.stream()
			.filter((circle) -> !candidates.containsAll(circle.memberIds())
					|| !isAllowed(forming.settings(), agency, circle.memberIds(), former))
			.count();
		if (changed > 0) {
			throw Refusal.conflict("forming-is-old",
					"%d of the circles are not possible any more, as people have changed since. Cancel this forming and open another one."
						.formatted(changed))
				.with("circles", changed);
		}
	}

	private static boolean isAllowed(Settings settings, Agency agency, List<String> memberIds,
			List<Set<String>> former) {
		Peers peers = Peers.of(settings.kind().size(), agency,
				memberIds.stream()
					.flatMap((staffId) -> agency.colleague(staffId).stream())
					.map((colleague) -> Peer.free(colleague, settings.differentUnits()))
					.toList(),
				former);
		return peers.gathering().broken(peers.numbers(memberIds)).isEmpty();
	}

	Forming cancel(String id) {
		return change(id, Forming::cancelled);
	}

	/**
	 * Proposes the circles of published formings.
	 * @return whether there were any to propose
	 */
	public boolean deliver() {
		List<Forming> published = this.formings.find(Query.query(Criteria.where("state").is(State.PUBLISHED)));
		for (Forming forming : published) {
			Settings settings = forming.settings();
			outcome(forming).circles()
				.forEach((made) -> this.circles.propose(made.circleId(), settings.kind(), settings.differentUnits(),
						made.common().times().getFirst(), made.memberIds()));
			change(forming.id(), Forming::delivered);
		}
		return !published.isEmpty();
	}

	/** Leaves nothing of an erased person. */
	public void forget(String staffId) {
		this.inputs.findAll()
			.forEach((each) -> this.inputs.change(each.id(),
					(found) -> found.filter((present) -> present.mentions(staffId))
						.map((present) -> Change.to(present.without(staffId)))
						.orElseGet(Change::none)));
		all().forEach((each) -> change(each.id(), (forming) -> forming.without(staffId)));
	}

	private Forming change(String id, UnaryOperator<Forming> change) {
		find(id);
		return this.formings.change(id, (found) -> found.map((present) -> {
			Forming next = change.apply(present);
			return next.equals(present) ? Change.<Forming>none() : Change.to(next);
		}).orElseGet(Change::none));
	}

}
