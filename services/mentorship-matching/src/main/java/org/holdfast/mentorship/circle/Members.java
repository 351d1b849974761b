package org.holdfast.mentorship.circle;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.holdfast.mentorship.circle.Member.Part;
import org.holdfast.mentorship.grouping.Rotation;

/**
 * Everybody who is or was in a circle, in the order in which they came, by which they
 * take turns.
 */
record Members(List<Member> all) {

	Members {
		all = List.copyOf(all);
	}

	static Members invited(List<String> staffIds, Instant now) {
		return new Members(staffIds.stream().map((staffId) -> Member.invited(staffId, now)).toList());
	}

	/** What somebody is in it: as what they count, or else were last. */
	Optional<Member> of(String staffId) {
		return this.all.stream()
			.filter((member) -> member.is(staffId))
			.reduce((one, other) -> one.counts() ? one : other);
	}

	/** Ids of some, in order, apart from those who are erased. */
	List<String> ids(Predicate<Member> which) {
		return this.all.stream()
			.filter(which)
			.map(Member::staffId)
			.filter((id) -> !id.isEmpty())
			.distinct()
			.sorted()
			.toList();
	}

	/** How many hold a place. */
	int placed() {
		return (int) this.all.stream().filter(Member::counts).count();
	}

	/** With somebody who comes now, from whatever they were before. */
	Members coming(String staffId, Instant now, int meeting) {
		return new Members(Stream
			.concat(this.all.stream().filter((member) -> !member.is(staffId) || member.wasThere()),
					Stream.of(Member.in(staffId, now, meeting)))
			.toList());
	}

	/** With somebody who has said no. */
	Members declining(String staffId, Instant now) {
		return new Members(this.all.stream()
			.map((member) -> member.is(staffId) ? Member.declined(staffId, now) : member)
			.toList());
	}

	/** With somebody who goes now; who has not come yet is gone. */
	Members going(String staffId, Part how, Instant now, int meeting) {
		return new Members(this.all.stream()
			.filter((member) -> !member.is(staffId) || !member.isInvited())
			.map((member) -> (member.is(staffId) && member.isIn()) ? member.gone(how, now, meeting) : member)
			.toList());
	}

	/** Those who are in it, all from the first meeting on, and then those still asked. */
	Members beginning(Instant now) {
		return new Members(Stream
			.concat(this.all.stream().filter(Member::isIn).map((member) -> Member.in(member.staffId(), now, 0)),
					this.all.stream().filter(Member::isInvited))
			.toList());
	}

	/** Without those who have not answered. */
	Members answered() {
		return new Members(this.all.stream().filter((member) -> !member.isInvited()).toList());
	}

	/** The same without a name; who was there has been there all the same. */
	Members without(String staffId, int meeting) {
		return new Members(this.all.stream()
			.filter((member) -> !member.is(staffId) || member.wasThere())
			.map((member) -> member.is(staffId) ? member.erased(meeting) : member)
			.toList());
	}

	/** Whose turn it is to lead a meeting; nobody's where they are erased. */
	Optional<String> facilitator(int meeting) {
		List<Member> there = this.all.stream().filter(Member::wasThere).toList();
		int turn = Rotation.turn(there.stream().mapToInt(Member::joined).toArray(),
				there.stream().mapToInt(Member::left).toArray(), meeting);
		return (turn == Rotation.NOBODY) ? Optional.empty()
				: Optional.of(there.get(turn).staffId()).filter((id) -> !id.isEmpty());
	}

}
