package org.holdfast.profile.staff;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.holdfast.defaults.outbox.Aggregates;
import org.holdfast.defaults.outbox.Change;
import org.holdfast.defaults.outbox.Event;
import org.holdfast.defaults.outbox.Outbox;

import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/**
 * Everyone who works or worked here.
 */
@Component
public class Staff {

	private final Aggregates<StaffMember> staff;

	Staff(Outbox outbox) {
		this.staff = outbox.aggregates(StaffMember.class, "staff");
	}

	Optional<StaffMember> find(String id) {
		return this.staff.find(id);
	}

	public List<StaffMember> all() {
		return this.staff.findAll();
	}

	List<StaffMember> in(String unitId) {
		return this.staff.find(Query.query(Criteria.where("file.unitId").is(unitId)));
	}

	/**
	 * Stores a person's next state, and publishes it where it tells others something new.
	 * @param id the personnel number
	 * @param decide from the present state, empty for a new person, to the next
	 * @return the next state
	 */
	public StaffMember change(String id, Function<Optional<StaffMember>, StaffMember> decide) {
		return this.staff.change(id, (present) -> changeOf(present, decide.apply(present)));
	}

	static Change<StaffMember> changeOf(Optional<StaffMember> present, StaffMember next) {
		if (present.isPresent() && present.get().equals(next)) {
			return Change.none();
		}
		StaffChanged told = StaffChanged.of(next);
		boolean news = present.map(StaffChanged::of).filter(told::equals).isEmpty();
		return news ? Change.to(next, Event.of(StaffChanged.TOPIC, next.id(), told)) : Change.to(next);
	}

}
