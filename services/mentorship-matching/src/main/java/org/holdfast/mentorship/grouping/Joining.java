package org.holdfast.mentorship.grouping;

/** Where one more person could go. */
public sealed interface Joining {

	/**
	 * Into a group, where they gain so many points with its members.
	 */
	record Into(int group, long points) implements Joining {
	}

	/**
	 * Into none, and the rule that is in the way most often: {@link Rule.Size} where all
	 * groups are full.
	 */
	record Nowhere(Rule because) implements Joining {
	}

}
