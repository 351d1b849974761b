package org.holdfast.mentorship.grouping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Groups as they stand, for when somebody joins or leaves: it proposes a change that
 * breaks no rule, and changes nothing itself.
 *
 * @param gathering everybody who is in a group or wants to be
 * @param groups the members of each, at least one
 */
public record Standing(Gathering gathering, List<int[]> groups) {

	/** Returns what all pairs of the same group gain together. */
	public long score() {
		return this.groups.stream().mapToLong(this.gathering::points).sum();
	}

	/**
	 * Returns the rules that a group breaks by now, each once; none where all is well.
	 */
	public List<Rule> broken(int group) {
		return this.gathering.broken(this.groups.get(group));
	}

	/**
	 * Finds the best group for one more person: the one whose members they gain most with
	 * on average, of as good ones the smallest, then the first.
	 */
	public Joining join(int person) {
		List<Rule> inTheWay = new ArrayList<>();
		int best = -1;
		for (int group = 0; group < this.groups.size(); group++) {
			List<Rule> broken = this.gathering.broken(with(this.groups.get(group), person));
			inTheWay.addAll(broken);
			if (broken.isEmpty() && (best < 0 || isBetter(person, this.groups.get(group), this.groups.get(best)))) {
				best = group;
			}
		}
		return (best < 0) ? new Joining.Nowhere(mostOften(inTheWay))
				: new Joining.Into(best, points(person, this.groups.get(best)));
	}

	private boolean isBetter(int person, int[] group, int[] best) {
		long difference = points(person, group) * best.length - points(person, best) * group.length;
		return difference > 0 || difference == 0 && group.length < best.length;
	}

	/**
	 * Finds where the members of a group could go that is too small: all into the same
	 * other group, where the pairs of one and the other gain most on average; or if there
	 * is none, spread over the others so that as much as possible is gained.
	 */
	public Mending mend(int group) {
		int[] members = this.groups.get(group);
		List<Rule> inTheWay = new ArrayList<>();
		int best = -1;
		long bestPoints = 0;
		for (int other = 0; other < this.groups.size(); other++) {
			if (other == group) {
				continue;
			}
			List<Rule> broken = this.gathering.broken(with(this.groups.get(other), members));
			inTheWay.addAll(broken);
			long points = between(members, this.groups.get(other));
			if (broken.isEmpty() && (best < 0
					|| points * this.groups.get(best).length > bestPoints * this.groups.get(other).length)) {
				best = other;
				bestPoints = points;
			}
		}
		if (best >= 0) {
			return new Mending.Merge(best, bestPoints);
		}
		return new Spreading(this, group).best()
			.<Mending>map(Mending.Spread::new)
			.orElseGet(() -> new Mending.Nothing(mostOften(inTheWay)));
	}

	private long between(int[] members, int[] others) {
		return Arrays.stream(members).mapToLong((member) -> points(member, others)).sum();
	}

	private long points(int person, int[] others) {
		return Arrays.stream(others).mapToLong((other) -> this.gathering.points(person, other)).sum();
	}

	private static int[] with(int[] group, int... more) {
		return IntStream.concat(Arrays.stream(group), Arrays.stream(more)).toArray();
	}

	/** Of rules that are broken as often, the one that was first. */
	static Rule mostOften(List<Rule> rules) {
		Map<Rule, Integer> counts = new HashMap<>();
		rules.forEach((rule) -> counts.merge(rule, 1, Integer::sum));
		return rules.stream().max(Comparator.comparingInt(counts::get)).orElse(new Rule.Size());
	}

}
