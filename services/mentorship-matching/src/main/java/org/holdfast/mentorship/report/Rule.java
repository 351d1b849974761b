package org.holdfast.mentorship.report;

/**
 * What keeps people hidden; all of them hold, except where a test leaves one out to see
 * that it is needed.
 */
enum Rule {

	/** A figure stands for at least five people, and as many others could be meant. */
	AT_LEAST_FIVE,

	/** What is too small is put together with a neighbour, not left out. */
	PUT_TOGETHER,

	/** Both sides of a share look alike from none to four. */
	BOTH_SIDES,

	/** Whom HR sees by name hides nobody. */
	THE_KNOWN_HIDE_NOBODY,

	/** What happened is counted in one release only. */
	COUNT_ONCE,

	/** How things stand is told anew only when at least five people are others. */
	FIVE_ARE_OTHERS,

	/** No combination of breakdowns is about fewer than five people. */
	AUDIT

}
