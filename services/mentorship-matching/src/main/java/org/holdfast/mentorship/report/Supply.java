package org.holdfast.mentorship.report;

/**
 * How free places compare with the people who want them, as it is written; read off the
 * bands that are shown.
 */
enum Supply {

	tooFew, enough, plenty;

	static Supply of(Band wanted, Band free) {
		return (free.to() < wanted.from()) ? tooFew : (free.from() > wanted.to()) ? plenty : enough;
	}

}
