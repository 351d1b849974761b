package org.holdfast.mentorship.participation;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import org.holdfast.defaults.outbox.Aggregates;
import org.holdfast.defaults.outbox.Change;
import org.holdfast.defaults.outbox.Outbox;
import org.holdfast.mentorship.people.Circumstances;
import org.holdfast.mentorship.people.Unsettled;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/**
 * Keeps what people said about their own part.
 */
@Component
public class Participations {

	private final Aggregates<Participation> participations;

	private final ApplicationEventPublisher inside;

	Participations(Outbox outbox, ApplicationEventPublisher inside) {
		this.inside = inside;
		this.participations = outbox.aggregates(Participation.class, "participations");
	}

	Participation of(String staffId) {
		return this.participations.find(staffId).orElseGet(() -> Participation.open(staffId));
	}

	Participation say(String staffId, boolean onHold, Set<String> apart) {
		Participation said = change(staffId, (present) -> present.saying(onHold, apart));
		this.inside.publishEvent(new Unsettled());
		return said;
	}

	/** Nothing more is proposed to who did not answer, until they say otherwise. */
	public void holdForSilence(String staffId) {
		change(staffId, Participation::silent);
	}

	/** Whether somebody said themselves that they do not want to be with another. */
	public boolean wantsApart(String staffId, String other) {
		return of(staffId).apart().contains(other);
	}

	/** What follows from it for who may be brought together. */
	public Circumstances circumstances(LocalDate today, Set<Circumstances.Two> tried) {
		List<Participation> all = this.participations.findAll();
		return new Circumstances(today,
				all.stream().filter(Participation::isOnHold).map(Participation::id).collect(Collectors.toSet()),
				all.stream()
					.flatMap((each) -> each.apart().stream().map((other) -> new Circumstances.Two(each.id(), other)))
					.collect(Collectors.toSet()),
				tried);
	}

	/** Leaves nothing of an erased person, also where others named them. */
	public void forget(String staffId) {
		this.participations.remove(staffId, (last) -> List.of());
		this.participations.find(Query.query(Criteria.where("apart").is(staffId)))
			.forEach((other) -> change(other.id(), (present) -> present.without(staffId)));
	}

	private Participation change(String staffId, UnaryOperator<Participation> change) {
		return this.participations.change(staffId, (found) -> {
			Participation present = found.orElseGet(() -> Participation.open(staffId));
			Participation next = change.apply(present);
			return (found.isPresent() && next.equals(present)) ? Change.none() : Change.to(next);
		});
	}

}
