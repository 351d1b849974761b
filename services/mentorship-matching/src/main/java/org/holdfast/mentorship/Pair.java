package org.holdfast.mentorship;

import java.util.List;

/**
 * A mentor and a mentee who might be brought together, seen in the agency of that moment.
 *
 * @param taken how many places of the mentor would be taken before this one
 */
record Pair(Agency agency, Colleague mentor, Colleague mentee, int taken) {

	/** Points per criterion, in the order of the criteria; they add up to the score. */
	List<Points> points() {
		return Criterion.ALL.stream().map((criterion) -> criterion.judge(this)).toList();
	}

	/** How well the two fit, 0 to 100. */
	int score() {
		return Criterion.ALL.stream().mapToInt((criterion) -> criterion.points(this)).sum();
	}

}
