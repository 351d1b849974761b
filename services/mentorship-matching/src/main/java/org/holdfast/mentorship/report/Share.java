package org.holdfast.mentorship.report;

import java.util.Set;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How many of a number of people, so coarsely that neither they nor the others follow
 * where there are few of them.
 * <p>
 * Each side is counted as four where it is smaller: none to four look the same, on either
 * side, also to somebody who knows the other side by name.
 */
record Share(@Schema(description = "percent, in steps of ten; null where a limit is told") @Nullable Integer about,
		@Schema(description = "percent; told in its place where fewer than five did not") @Nullable Integer atLeast,
		@Schema(description = "percent; told in its place where fewer than five did") @Nullable Integer atMost,
		@Schema(description = "how many people both sides have together, each counted as four at least") Band people) {

	private static final int STEP = 10;

	/**
	 * The share, in what is left of both numbers.
	 * @param yes how many did
	 * @param no how many did not
	 * @return null where the two sides come to fewer than ten
	 */
	static @Nullable Share of(int yes, int no, Set<Rule> rules) {
		boolean cut = rules.contains(Rule.BOTH_SIDES);
		int some = cut ? Math.max(yes, Part.FEWEST - 1) : yes;
		int others = cut ? Math.max(no, Part.FEWEST - 1) : no;
		int all = some + others;
		if (all < 2 * Part.FEWEST) {
			return null;
		}
		double steps = 100.0 * some / all / STEP;
		Band people = Band.ofPeople(all);
		if (cut && no < Part.FEWEST) {
			return new Share(null, (int) Math.floor(steps) * STEP, null, people);
		}
		if (cut && yes < Part.FEWEST) {
			return new Share(null, null, (int) Math.ceil(steps) * STEP, people);
		}
		return new Share((int) Math.round(steps) * STEP, null, null, people);
	}

}
