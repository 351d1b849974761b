package org.holdfast.checkin.help;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.holdfast.checkin.people.Participant;
import org.holdfast.checkin.people.Participants;
import org.holdfast.checkin.people.Unit;
import org.holdfast.checkin.people.Units;
import org.holdfast.checkin.support.Mentoring;
import org.holdfast.defaults.problem.Refusal;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Who may be asked for help by whom, as things stand now: only people who work here, and
 * nobody by being an administrator.
 */
@Component
class Addressees {

	private final Participants participants;

	private final Units units;

	private final Mentoring mentoring;

	Addressees(Participants participants, Units units, Mentoring mentoring) {
		this.participants = participants;
		this.units = units;
		this.mentoring = mentoring;
	}

	/**
	 * Whom a person can ask.
	 * @param asker who wants to ask
	 * @param kind what they are to the asker
	 * @return by name; for peers, those of the asker's own unit, though any colleague may
	 * be asked
	 */
	List<Participant> of(Participant asker, Kind kind) {
		List<Participant> found = switch (kind) {
			case PEER -> (asker.unitId() != null) ? this.participants.activeIn(asker.unitId()) : List.of();
			case MENTOR -> working(this.mentoring.mentorsOf(asker.id()));
			case SUPERVISOR -> working(supervisorsOf(asker));
			case COUNSELLING, HR -> (kind.role() != null) ? this.participants.activeWith(kind.role()) : List.of();
		};
		Stream<Participant> others = found.stream().filter((person) -> !person.id().equals(asker.id()));
		// the order of supervisors says who comes first
		return (kind == Kind.SUPERVISOR) ? others.toList()
				: others.sorted(Comparator.comparing(Participant::displayName).thenComparing(Participant::id)).toList();
	}

	/**
	 * Whom exactly a request goes to.
	 * @param personId whom the asker chose, null for no choice
	 * @throws Refusal (409) if there is nobody, (400) if it must be said who
	 */
	Target resolve(Participant asker, Kind kind, @Nullable String personId) {
		if (personId != null) {
			if (!mayTake(asker.id(), kind, personId)) {
				throw Refusal.conflict("cannot-be-asked",
						"That person cannot be asked for this. GET /me/help-options tells who can.");
			}
			return new Target(kind, personId);
		}
		if (kind == Kind.PEER) {
			throw Refusal.invalid("whom-to-ask", "Say which colleague you want to ask.");
		}
		List<Participant> possible = of(asker, kind);
		if (possible.isEmpty()) {
			throw Refusal.conflict("nobody-to-ask",
					"There is nobody to ask for this at the moment. GET /me/help-options tells who can be asked.");
		}
		return new Target(kind, kind.isGroup() ? null : possible.getFirst().id());
	}

	/** Whether a person works here and is to the asker what the kind says. */
	boolean mayTake(String askerId, Kind kind, String personId) {
		Optional<Participant> person = this.participants.active(personId);
		if (person.isEmpty() || personId.equals(askerId)) {
			return false;
		}
		return switch (kind) {
			case PEER -> true;
			case MENTOR -> this.mentoring.mentorsOf(askerId).contains(personId);
			case SUPERVISOR ->
				this.participants.active(askerId).map((asker) -> supervisorsOf(asker).contains(personId)).orElse(false);
			case COUNSELLING, HR -> kind.role() != null && person.get().roles().contains(kind.role());
		};
	}

	/** Those who may take what is addressed so; nobody where that has changed since. */
	List<String> of(String askerId, Target target) {
		if (target.personId() != null) {
			return mayTake(askerId, target.kind(), target.personId()) ? List.of(target.personId()) : List.of();
		}
		return this.participants.active(askerId)
			.map((asker) -> of(asker, target.kind()).stream().map(Participant::id).toList())
			.orElse(List.of());
	}

	private List<Participant> working(List<String> staffIds) {
		return staffIds.stream().flatMap((id) -> this.participants.active(id).stream()).toList();
	}

	/** Who leads the unit, then the manager; who leads it themself has the next above. */
	private List<String> supervisorsOf(Participant asker) {
		Set<String> supervisors = new LinkedHashSet<>();
		List<Unit> upwards = (asker.unitId() != null) ? this.units.upwardsFrom(asker.unitId()) : List.of();
		upwards.stream()
			.map(Unit::leadId)
			.filter((lead) -> lead != null && !lead.equals(asker.id()))
			.findFirst()
			.ifPresent(supervisors::add);
		if (asker.managerId() != null) {
			supervisors.add(asker.managerId());
		}
		supervisors.remove(asker.id());
		return new ArrayList<>(supervisors);
	}

}
