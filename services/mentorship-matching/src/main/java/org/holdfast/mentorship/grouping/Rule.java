package org.holdfast.mentorship.grouping;

/** What holds in every group, whatever it gains. */
public sealed interface Rule {

	/** It has no more and no fewer people than a group has. */
	record Size() implements Rule {
	}

	/** Nobody is with somebody they must not be with. */
	record Apart() implements Rule {
	}

	/**
	 * There is something that all of them have: an hour, a language, a topic.
	 *
	 * @param which of those that were asked for, from 0 in the order they were
	 */
	record InCommon(int which) implements Rule {
	}

	/** At least one of them is experienced. */
	record Experienced() implements Rule {
	}

}
