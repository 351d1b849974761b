package org.holdfast.checkin.support;

/**
 * What check-in uses of {@code mentorship.match}.
 *
 * @param matchId the match
 * @param mentorId who supports
 * @param menteeId who is supported
 * @param state {@code active} or {@code ended}
 */
public record MatchChanged(String matchId, String mentorId, String menteeId, String state) {

	public MatchChanged {
		if (matchId.isBlank() || mentorId.isBlank() || menteeId.isBlank()) {
			throw new IllegalArgumentException("matchId, mentorId and menteeId must not be blank");
		}
		if (!state.equals("active") && !state.equals("ended")) {
			throw new IllegalArgumentException("state: expected active or ended");
		}
	}

	boolean isActive() {
		return this.state.equals("active");
	}

}
