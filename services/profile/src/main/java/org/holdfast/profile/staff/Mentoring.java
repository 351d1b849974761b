package org.holdfast.profile.staff;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a person entered to give or to receive mentoring and to meet peers; each side is
 * opt-in, and who opted in to none has the rest empty.
 *
 * @param asMentor what the person offers, or null when not opted in
 * @param asMentee what the person asks for, or null when not opted in
 * @param caseloads what the person works with, in {@link Vocabulary#CASELOADS}
 * @param times when the person can usually meet, in {@link Vocabulary#TIMES}; empty for
 * any time
 * @param meets how the person likes to meet, in {@link Vocabulary#MEETS}; empty for
 * either
 * @param asPeer which peers the person would like to meet, or null when not opted in
 */
public record Mentoring(@Nullable AsMentor asMentor, @Nullable AsMentee asMentee, List<String> caseloads,
		List<String> times, List<String> meets, @Nullable AsPeer asPeer) {

	static final int MOST_MENTEES = 10;

	public static final Mentoring NONE = new Mentoring(null, null, List.of(), List.of(), List.of(), null);

	public Mentoring {
		asPeer = (asPeer != null && asPeer.joins()) ? asPeer : null;
		boolean takesPart = asMentor != null || asMentee != null || asPeer != null;
		caseloads = Vocabulary.CASELOADS.ordered(takesPart ? caseloads : null);
		times = Vocabulary.TIMES.ordered(takesPart ? times : null);
		meets = Vocabulary.MEETS.ordered(takesPart ? meets : null);
	}

	/**
	 * A person's offer to mentor others.
	 *
	 * @param capacity how many mentees at most, 1 to 10
	 * @param skills in {@link Vocabulary#TAGS}
	 * @param directions the careers the person can help with, in
	 * {@link Vocabulary#DIRECTIONS}
	 * @param wants whom the person would like to mentor, in
	 * {@link Vocabulary#MENTOR_WANTS}
	 */
	public record AsMentor(int capacity, List<String> skills, List<String> directions, String wants) {

		public AsMentor {
			if (capacity < 1 || capacity > MOST_MENTEES) {
				throw new IllegalArgumentException("capacity must be from 1 to " + MOST_MENTEES);
			}
			skills = Vocabulary.TAGS.ordered(skills);
			directions = Vocabulary.DIRECTIONS.ordered(directions);
			wants = Vocabulary.MENTOR_WANTS.one(wants);
		}

	}

	/**
	 * A person's wish for a mentor.
	 *
	 * @param needs in {@link Vocabulary#TAGS}
	 * @param directions where the person would like to go, in
	 * {@link Vocabulary#DIRECTIONS}
	 * @param wants whom the person would like as a mentor, in
	 * {@link Vocabulary#MENTEE_WANTS}
	 */
	public record AsMentee(List<String> needs, List<String> directions, String wants) {

		public AsMentee {
			needs = Vocabulary.TAGS.ordered(needs);
			directions = Vocabulary.DIRECTIONS.ordered(directions);
			wants = Vocabulary.MENTEE_WANTS.one(wants);
		}

	}

	/**
	 * A person's wish to meet peers.
	 *
	 * @param circle whether to join a peer circle
	 * @param supervisionGroup whether to join a peer supervision group
	 * @param introductions whether to be introduced to colleagues, each for what they
	 * know
	 * @param topics what the person knows and likes to talk about, in
	 * {@link Vocabulary#TAGS}
	 */
	public record AsPeer(boolean circle, boolean supervisionGroup, boolean introductions, List<String> topics) {

		public AsPeer {
			topics = Vocabulary.TAGS.ordered(topics);
		}

		boolean joins() {
			return this.circle || this.supervisionGroup || this.introductions;
		}

	}

}
