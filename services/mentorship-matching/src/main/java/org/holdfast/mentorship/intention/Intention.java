package org.holdfast.mentorship.intention;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.holdfast.defaults.problem.Refusal;
import org.holdfast.mentorship.gathering.Gathering;
import org.holdfast.mentorship.gathering.Words;
import org.jspecify.annotations.Nullable;

/**
 * Something that the members of a gathering set out to do: a goal, or what they agreed in
 * a session.
 *
 * @param id made up by who adds it, so that a retry finds the same one
 * @param gathering path of the gathering
 * @param session id of the session in which it was agreed; null for a goal
 * @param addedAt when it was written first
 */
record Intention(String id, String gathering, @Nullable String session, Words text, State state,
		@Nullable LocalDate due, Instant addedAt) {

	/** Where in the document the text is. */
	static final String FIELD = "text";

	enum State {

		@JsonProperty("open")
		OPEN, @JsonProperty("reached")
		REACHED, @JsonProperty("dropped")
		DROPPED, @JsonProperty("kept")
		KEPT, @JsonProperty("not-kept")
		NOT_KEPT

	}

	private static final Set<State> OF_GOALS = EnumSet.of(State.OPEN, State.REACHED, State.DROPPED);

	private static final Set<State> OF_AGREEMENTS = EnumSet.of(State.OPEN, State.KEPT, State.NOT_KEPT);

	boolean isIn(Gathering gathering, @Nullable String session) {
		return this.gathering.equals(gathering.path()) && Objects.equals(this.session, session);
	}

	Intention reworded(Words text, @Nullable LocalDate due) {
		return new Intention(this.id, this.gathering, this.session, text, this.state, due, this.addedAt);
	}

	/**
	 * Standing somewhere else.
	 * @throws Refusal (400) if things of this kind cannot
	 */
	Intention in(State state) {
		if (!((this.session != null) ? OF_AGREEMENTS : OF_GOALS).contains(state)) {
			throw Refusal.invalid("invalid-state", (this.session != null) ? "An agreement is open, kept or not-kept."
					: "A goal is open, reached or dropped.");
		}
		return new Intention(this.id, this.gathering, this.session, this.text, state, this.due, this.addedAt);
	}

}
