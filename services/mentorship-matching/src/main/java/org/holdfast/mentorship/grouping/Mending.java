package org.holdfast.mentorship.grouping;

/** Where the members of a group that is too small could go. */
public sealed interface Mending {

	/**
	 * All of them into another group, where they gain so many points with its members.
	 */
	record Merge(int into, long points) implements Mending {
	}

	/**
	 * Each into a group of their own or the same, in the order of the members.
	 */
	@SuppressWarnings("ArrayRecordComponent")
	record Spread(int... into) implements Mending {
	}

	/**
	 * Nowhere without leaving somebody behind, and the rule that keeps them from other
	 * groups most often.
	 */
	record Nothing(Rule because) implements Mending {
	}

}
