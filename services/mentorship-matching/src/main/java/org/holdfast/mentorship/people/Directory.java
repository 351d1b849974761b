package org.holdfast.mentorship.people;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.holdfast.defaults.inbox.EventReader;
import org.holdfast.defaults.inbox.Received;
import org.holdfast.defaults.inbox.Rows;
import org.holdfast.defaults.problem.Refusal;
import org.holdfast.defaults.vault.Writers;

import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/**
 * Keeps what profile tells: the latest of each colleague and unit, whatever comes twice
 * or late.
 */
@Component
public class Directory implements Writers {

	private final Rows<Colleague> colleagues;

	private final Rows<Unit> units;

	Directory(EventReader reader) {
		this.colleagues = reader.rows(Colleague.class, "colleagues");
		this.units = reader.rows(Unit.class, "units");
	}

	public void keepColleague(Received<Colleague> told) {
		keep(this.colleagues, told, Colleague::staffId);
	}

	public void keepUnit(Received<Unit> told) {
		keep(this.units, told, Unit::unitId);
	}

	private static <T> void keep(Rows<T> rows, Received<T> told, Function<T, String> id) {
		T row = told.value();
		if (row == null) {
			rows.remove(told.key(), told.seq());
			return;
		}
		if (!id.apply(row).equals(told.key())) {
			throw new IllegalArgumentException("the key is not the id in the value");
		}
		rows.put(told.key(), told.seq(), row);
	}

	public Agency agency(Circumstances circumstances) {
		return new Agency(this.colleagues.findAll(), this.units.findAll(), circumstances);
	}

	/** Everybody who works here now. */
	public List<Colleague> active() {
		return this.colleagues.find(Query.query(Criteria.where("active").is(true)));
	}

	public Optional<Colleague> colleague(String staffId) {
		return this.colleagues.find(staffId);
	}

	@Override
	public Optional<Refusal> refusal(String staffId) {
		return colleague(staffId).isPresent() ? Optional.empty()
				: Optional.of(Refusal.forbidden("not-on-the-staff-list",
						"There is no staff record for you here. Ask your administrator to import one."));
	}

}
