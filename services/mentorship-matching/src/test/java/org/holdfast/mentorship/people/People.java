package org.holdfast.mentorship.people;

import java.util.Set;

import org.holdfast.mentorship.people.Colleague.AsMentee;
import org.holdfast.mentorship.people.Colleague.AsMentor;
import org.holdfast.mentorship.people.Colleague.Mentoring;

/**
 * People to test with; each works alone in a unit of their own unless said otherwise.
 */
public final class People {

	private People() {
	}

	public static Colleague person(String id) {
		return new Colleague(id, "Name of " + id, "U-" + id, null, true, Set.of("en"), new Mentoring(null, null));
	}

	public static Colleague mentor(String id, int capacity, String... skills) {
		return with(person(id), new Mentoring(new AsMentor(capacity, Set.of(skills)), null));
	}

	public static Colleague mentee(String id, String... needs) {
		return with(person(id), new Mentoring(null, new AsMentee(Set.of(needs))));
	}

	public static Colleague both(String id, int capacity) {
		return with(person(id), new Mentoring(new AsMentor(capacity, Set.of()), new AsMentee(Set.of())));
	}

	public static Colleague with(Colleague person, Mentoring mentoring) {
		return new Colleague(person.staffId(), person.displayName(), person.unitId(), person.managerId(),
				person.active(), person.languages(), mentoring);
	}

	public static Colleague in(String unitId, Colleague person) {
		return new Colleague(person.staffId(), person.displayName(), unitId, person.managerId(), person.active(),
				person.languages(), person.mentoring());
	}

	public static Colleague under(String managerId, Colleague person) {
		return new Colleague(person.staffId(), person.displayName(), person.unitId(), managerId, person.active(),
				person.languages(), person.mentoring());
	}

	public static Colleague speaking(Colleague person, String... languages) {
		return new Colleague(person.staffId(), person.displayName(), person.unitId(), person.managerId(),
				person.active(), Set.of(languages), person.mentoring());
	}

	public static Colleague gone(Colleague person) {
		return new Colleague(person.staffId(), person.displayName(), person.unitId(), person.managerId(), false,
				person.languages(), person.mentoring());
	}

	public static Unit unitOf(Colleague person) {
		return new Unit(person.unitId(), null, null);
	}

}
