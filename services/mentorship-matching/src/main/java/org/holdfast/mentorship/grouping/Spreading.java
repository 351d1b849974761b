package org.holdfast.mentorship.grouping;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The best way to spread the members of a group over others that are well, by branch and
 * bound: a member after the other goes into each group in turn, unless even the best for
 * all who follow would not gain more than what was found.
 */
final class Spreading {

	/**
	 * After so many tries the best that was found is good enough; a few members in some
	 * ten groups take far fewer.
	 */
	private static final int PATIENCE = 200_000;

	private final Gathering gathering;

	private final int[] members;

	private final List<int[]> others;

	/** What each member and all after them gain at best. */
	private final long[] atBest;

	private final int[] into;

	private int tries;

	private long bestPoints = -1;

	private int[] best = new int[0];

	Spreading(Standing standing, int group) {
		this.gathering = standing.gathering();
		this.members = standing.groups().get(group);
		this.others = IntStream.range(0, standing.groups().size())
			.mapToObj((other) -> (other != group && standing.broken(other).isEmpty()) ? standing.groups().get(other)
					: new int[0])
			.toList();
		this.into = new int[this.members.length];
		this.atBest = new long[this.members.length + 1];
		for (int at = this.members.length - 1; at >= 0; at--) {
			int member = this.members[at];
			long alone = this.others.stream().mapToLong((other) -> points(member, other)).max().orElse(0);
			this.atBest[at] = this.atBest[at + 1] + alone + points(member, Arrays.copyOf(this.members, at));
		}
	}

	/** Returns the group of each member, or nothing if there is no place for all. */
	Optional<int[]> best() {
		place(0, 0);
		return Optional.of(this.best).filter((found) -> this.bestPoints >= 0);
	}

	private void place(int at, long points) {
		if (at == this.members.length) {
			if (points > this.bestPoints) {
				this.bestPoints = points;
				this.best = this.into.clone();
			}
			return;
		}
		for (int group = 0; group < this.others.size(); group++) {
			if (points + this.atBest[at] <= this.bestPoints || ++this.tries > PATIENCE) {
				return;
			}
			int[] with = with(group, at);
			if (with.length > 1 && this.gathering.broken(with).isEmpty()) {
				this.into[at] = group;
				place(at + 1, points + points(this.members[at], with));
			}
		}
	}

	/** Returns a group with a member and those before them who go there, too. */
	private int[] with(int group, int at) {
		int[] others = this.others.get(group);
		int[] with = Arrays.copyOf(others, others.length + at + 1);
		int count = others.length;
		for (int before = 0; before < at; before++) {
			if (this.into[before] == group) {
				with[count++] = this.members[before];
			}
		}
		with[count++] = this.members[at];
		return Arrays.copyOf(with, count);
	}

	private long points(int person, int[] others) {
		return Arrays.stream(others).mapToLong((other) -> this.gathering.points(person, other)).sum();
	}

}
