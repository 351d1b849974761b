package org.holdfast.mentorship.session;

import org.holdfast.mentorship.gathering.Words;

/**
 * What somebody noted about a session, for themself alone.
 *
 * @param id of the session and the author
 * @param gathering path of the gathering
 */
record Note(String id, String gathering, Words words) {

	static String id(Session session, String by) {
		return session.id() + ":" + by;
	}

}
