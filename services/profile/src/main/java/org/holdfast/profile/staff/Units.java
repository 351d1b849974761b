package org.holdfast.profile.staff;

import java.util.List;
import java.util.Optional;

import org.holdfast.defaults.outbox.Aggregates;
import org.holdfast.defaults.outbox.Change;
import org.holdfast.defaults.outbox.Event;
import org.holdfast.defaults.outbox.Outbox;

import org.springframework.stereotype.Component;

/**
 * The units of the agency.
 */
@Component
public class Units {

	private final Aggregates<Unit> units;

	Units(Outbox outbox) {
		this.units = outbox.aggregates(Unit.class, "units");
	}

	Optional<Unit> find(String id) {
		return this.units.find(id);
	}

	public List<Unit> all() {
		return this.units.findAll();
	}

	/**
	 * Stores and publishes a unit, unless it is like that already.
	 * @param unit the unit as it shall be
	 */
	public void keep(Unit unit) {
		this.units.change(unit.id(), (present) -> changeOf(present, unit));
	}

	static Change<Unit> changeOf(Optional<Unit> present, Unit next) {
		return present.filter(next::equals).isPresent() ? Change.none()
				: Change.to(next, Event.of(UnitChanged.TOPIC, next.id(), UnitChanged.of(next)));
	}

}
