package org.holdfast.mentorship.people;

import java.time.LocalDate;
import java.util.Set;

import org.holdfast.mentorship.people.Colleague.AsMentee;
import org.holdfast.mentorship.people.Colleague.AsMentor;
import org.holdfast.mentorship.people.Colleague.Mentoring;
import org.jspecify.annotations.Nullable;

/**
 * People to test with; each works alone in a unit of their own unless said otherwise.
 */
public final class People {

	private People() {
	}

	public static Colleague person(String id) {
		return new Colleague(id, "Name of " + id, "U-" + id, null, true, Set.of("en"), null, null,
				mentoring(null, null));
	}

	public static Colleague mentor(String id, int capacity, String... skills) {
		return with(person(id), mentoring(offering(capacity, skills), null));
	}

	public static Colleague mentee(String id, String... needs) {
		return with(person(id), mentoring(null, asking(needs)));
	}

	public static Colleague both(String id, int capacity) {
		return with(person(id), mentoring(offering(capacity), asking()));
	}

	public static AsMentor offering(int capacity, String... skills) {
		return new AsMentor(capacity, Set.of(skills), Set.of(), "anybody");
	}

	public static AsMentee asking(String... needs) {
		return new AsMentee(Set.of(needs), Set.of(), "anybody");
	}

	public static Mentoring mentoring(@Nullable AsMentor asMentor, @Nullable AsMentee asMentee) {
		return new Mentoring(asMentor, asMentee, Set.of(), Set.of(), Set.of(), null);
	}

	public static Colleague with(Colleague person, Mentoring mentoring) {
		return new Colleague(person.staffId(), person.displayName(), person.unitId(), person.managerId(),
				person.active(), person.languages(), person.startedOn(), person.place(), mentoring);
	}

	public static Colleague in(String unitId, Colleague person) {
		return new Colleague(person.staffId(), person.displayName(), unitId, person.managerId(), person.active(),
				person.languages(), person.startedOn(), person.place(), person.mentoring());
	}

	public static Colleague under(String managerId, Colleague person) {
		return new Colleague(person.staffId(), person.displayName(), person.unitId(), managerId, person.active(),
				person.languages(), person.startedOn(), person.place(), person.mentoring());
	}

	public static Colleague speaking(Colleague person, String... languages) {
		return new Colleague(person.staffId(), person.displayName(), person.unitId(), person.managerId(),
				person.active(), Set.of(languages), person.startedOn(), person.place(), person.mentoring());
	}

	public static Colleague since(LocalDate startedOn, Colleague person) {
		return new Colleague(person.staffId(), person.displayName(), person.unitId(), person.managerId(),
				person.active(), person.languages(), startedOn, person.place(), person.mentoring());
	}

	public static Colleague at(String place, Colleague person) {
		return new Colleague(person.staffId(), person.displayName(), person.unitId(), person.managerId(),
				person.active(), person.languages(), person.startedOn(), place, person.mentoring());
	}

	public static Colleague gone(Colleague person) {
		return new Colleague(person.staffId(), person.displayName(), person.unitId(), person.managerId(), false,
				person.languages(), person.startedOn(), person.place(), person.mentoring());
	}

	/** The same with what the person said about how and when they meet. */
	public static Colleague meeting(Colleague person, Set<String> caseloads, Set<String> times, Set<String> meets) {
		Mentoring said = person.mentoring();
		return with(person, new Mentoring(said.asMentor(), said.asMentee(), caseloads, times, meets, said.asPeer()));
	}

	public static Unit unitOf(Colleague person) {
		return new Unit(person.unitId(), null, null);
	}

}
