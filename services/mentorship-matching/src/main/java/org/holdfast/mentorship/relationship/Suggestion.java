package org.holdfast.mentorship.relationship;

import java.util.List;

import org.holdfast.mentorship.fit.Pair;
import org.holdfast.mentorship.fit.Points;

/**
 * Two people who are to be proposed to each other, and why.
 *
 * @param programme the version of the programme that gave the points
 */
public record Suggestion(String mentorId, String menteeId, List<Points> points, int programme) {

	public static Suggestion of(Pair pair) {
		return new Suggestion(pair.mentor().staffId(), pair.mentee().staffId(), pair.points(),
				pair.programme().version());
	}

}
