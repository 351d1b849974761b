package org.holdfast.burnout.setting;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What an agency chose, in one of its versions. A cycle goes by the version that was in
 * force when it opened, so nobody's answer is judged by rules that came after it.
 *
 * @param version counted from 1, which is how the service was set up
 * @param minimumGroup the smallest number of answers any figure stands for
 * @param threshold the level of trouble, 0..100, from which on a group's level is high
 * @param rules what calls for an alert
 * @param silentAfter in how many cycles in a row a unit must give too few answers to be
 * called silent
 * @param respondWithinDays within how many days of its close a cycle is to be responded
 * to
 * @param since from when on cycles that open go by it
 * @param changedBy the staff id of who chose it
 */
public record Policy(int version, int minimumGroup, int threshold, List<Trouble> rules, int silentAfter,
		int respondWithinDays, Instant since, String changedBy) {

	public Policy {
		Set<Trouble> distinct = EnumSet.noneOf(Trouble.class);
		distinct.addAll(rules);
		rules = List.copyOf(distinct);
	}

	/** Returns the same with a larger smallest group, if it is larger. */
	public Policy atLeast(int minimumGroup) {
		return new Policy(this.version, Math.max(this.minimumGroup, minimumGroup), this.threshold, this.rules,
				this.silentAfter, this.respondWithinDays, this.since, this.changedBy);
	}

}
