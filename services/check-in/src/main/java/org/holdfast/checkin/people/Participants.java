package org.holdfast.checkin.people;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.holdfast.defaults.inbox.EventReader;
import org.holdfast.defaults.inbox.Received;
import org.holdfast.defaults.inbox.Rows;
import org.holdfast.defaults.problem.Refusal;
import org.holdfast.defaults.vault.Writers;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/**
 * Who may answer, as profile last told it, and under which pseudonym.
 */
@Component
public class Participants implements Writers {

	private final Rows<Participant> rows;

	private final Pseudonyms pseudonyms;

	private final ApplicationEventPublisher listeners;

	Participants(EventReader reader, Pseudonyms pseudonyms, ApplicationEventPublisher listeners) {
		this.listeners = listeners;
		this.rows = reader.rows(Participant.class, "participants");
		this.pseudonyms = pseudonyms;
	}

	/**
	 * Takes what profile tells of a person.
	 * @param event a change, or the tombstone of a person who is erased: the tie to their
	 * responses goes with them, the responses stay, anonymous
	 */
	public void on(Received<StaffChanged> event) {
		StaffChanged person = event.value();
		if (person == null) {
			this.rows.remove(event.key(), event.seq());
			// again on a duplicate, for a crash may have come between; not for one who is
			// back since
			if (this.rows.find(event.key()).isEmpty()) {
				String pseudonym = this.pseudonyms.find(event.key()).orElse(null);
				this.listeners.publishEvent(new Erased(event.key(), pseudonym));
				// last, for a crash in between could not find the pseudonym again
				this.pseudonyms.forget(event.key());
			}
			return;
		}
		if (!person.staffId().equals(event.key())) {
			throw new IllegalArgumentException("the key is not the staffId");
		}
		this.rows.put(person.staffId(), event.seq(), new Participant(person.staffId(), person.displayName(),
				person.unitId(), person.managerId(), person.roles(), person.active()));
	}

	/**
	 * Whether profile has told of a person.
	 * @param staffId who
	 * @return false for the erased, true for who has left
	 */
	public boolean knows(String staffId) {
		return this.rows.find(staffId).isPresent();
	}

	@Override
	public Optional<Refusal> refusal(String staffId) {
		return knows(staffId) ? Optional.empty() : Optional.of(unknown());
	}

	/**
	 * A person who works here.
	 * @param staffId who
	 * @return empty for who is unknown or has left
	 */
	public Optional<Participant> active(String staffId) {
		return this.rows.find(staffId).filter(Participant::active);
	}

	/**
	 * Whoever works here, for a choice among them.
	 * @return in no particular order
	 */
	public List<Participant> active() {
		return this.rows.find(Query.query(Criteria.where("active").is(true)));
	}

	/**
	 * Whoever works in a unit.
	 * @param unitId this very one
	 * @return in no particular order
	 */
	public List<Participant> activeIn(String unitId) {
		return this.rows.find(Query.query(Criteria.where("active").is(true).and("unitId").is(unitId)));
	}

	/**
	 * Whoever works here and has a role.
	 * @param role as it is written in events
	 * @return in no particular order
	 */
	public List<Participant> activeWith(String role) {
		return this.rows.find(Query.query(Criteria.where("active").is(true).and("roles").is(role)));
	}

	/**
	 * What colleagues call a person, whether or not they still work here.
	 * @param staffId who
	 * @return empty for who is unknown, as the erased are
	 */
	public Optional<String> nameOf(String staffId) {
		return this.rows.find(staffId).map(Participant::displayName);
	}

	/**
	 * Who leads some units and may look at their figures.
	 * @param units in any order
	 * @return in the order of the units, each person once; without those who have left
	 */
	public List<Participant> leadsOf(List<Unit> units) {
		List<String> leads = units.stream().map(Unit::leadId).filter(Objects::nonNull).distinct().toList();
		if (leads.isEmpty()) {
			return List.of();
		}
		return this.rows.find(Query.query(Criteria.where("_id").in(leads)))
			.stream()
			.filter((lead) -> lead.active() && lead.roles().contains("supervisor"))
			.sorted(Comparator.comparing((lead) -> leads.indexOf(lead.id())))
			.toList();
	}

	/**
	 * The unit that a person answers for.
	 * @param staffId who
	 * @return their unit
	 * @throws Refusal if they cannot take part: 403 where they are unknown or have left,
	 * 409 where they have no unit
	 */
	public String unitOf(String staffId) {
		Participant person = this.rows.find(staffId).orElseThrow(Participants::unknown);
		if (!person.active()) {
			throw Refusal.forbidden("not-active",
					"You are recorded as no longer working here. If that is wrong, ask HR to correct the staff list.");
		}
		if (person.unitId() == null) {
			throw Refusal.conflict("no-unit",
					"You belong to no unit yet, so your answer would appear nowhere. Ask HR to enter your unit in the "
							+ "staff list, then answer.");
		}
		return person.unitId();
	}

	/**
	 * The pseudonym under which a person's answers are kept, made on their first answer.
	 * @param staffId who
	 * @return the pseudonym
	 * @throws Refusal (403) if there is no such person
	 */
	public String pseudonymOf(String staffId) {
		return this.pseudonyms.find(staffId).orElseGet(() -> firstPseudonymOf(staffId));
	}

	private String firstPseudonymOf(String staffId) {
		String pseudonym = this.pseudonyms.of(staffId);
		// an erasure that came in between has removed the row before the salt: leave none
		// behind it
		if (this.rows.find(staffId).isEmpty()) {
			this.pseudonyms.forget(staffId);
			throw unknown();
		}
		return pseudonym;
	}

	/**
	 * The pseudonym of a person who has answered before.
	 * @param staffId who
	 * @return the pseudonym, empty for who never answered
	 */
	public Optional<String> knownPseudonymOf(String staffId) {
		return this.pseudonyms.find(staffId);
	}

	/**
	 * Who is not on the staff list is told what to do.
	 * @return to be thrown (403)
	 */
	public static Refusal unknown() {
		return Refusal.forbidden("not-a-participant",
				"You are not on the staff list here, so there is nothing to answer. If you work here, ask HR to add you; "
						+ "a change takes a few seconds to arrive.");
	}

}
