package org.holdfast.mentorship.people;

import java.time.LocalDate;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What is known here, beside what profile tells, about who is not to be brought together
 * now.
 *
 * @param today when that is
 * @param onHold ids of those who take no new match for the time being
 * @param apart those of whom one said that they do not want to be matched with the other
 * @param tried those who were proposed to each other or had a relationship, and one of
 * them chose otherwise
 */
public record Circumstances(LocalDate today, Set<String> onHold, Set<Two> apart, Set<Two> tried) {

	public static final Circumstances NONE = new Circumstances(LocalDate.EPOCH, Set.of(), Set.of(), Set.of());

	public Circumstances {
		onHold = Set.copyOf(onHold);
		apart = Set.copyOf(apart);
		tried = Set.copyOf(tried);
	}

	/** The same about some people alone. */
	public Circumstances only(Set<String> people) {
		return new Circumstances(this.today, kept(this.onHold, people::contains),
				kept(this.apart, (two) -> two.among(people)), kept(this.tried, (two) -> two.among(people)));
	}

	/** The same without an erased person. */
	public Circumstances without(String staffId) {
		return new Circumstances(this.today, kept(this.onHold, (id) -> !id.equals(staffId)),
				kept(this.apart, (two) -> !two.has(staffId)), kept(this.tried, (two) -> !two.has(staffId)));
	}

	private static <T> Set<T> kept(Set<T> all, Predicate<T> which) {
		return all.stream().filter(which).collect(Collectors.toSet());
	}

	/**
	 * Two people, whichever is named first.
	 */
	public record Two(String one, String other) {

		public Two {
			if (one.compareTo(other) > 0) {
				String first = other;
				other = one;
				one = first;
			}
		}

		boolean has(String staffId) {
			return this.one.equals(staffId) || this.other.equals(staffId);
		}

		boolean among(Set<String> people) {
			return people.contains(this.one) && people.contains(this.other);
		}

	}

}
