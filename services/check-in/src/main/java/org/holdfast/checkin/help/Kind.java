package org.holdfast.checkin.help;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * Of whom help can be asked.
 */
enum Kind {

	/** A colleague of one's own choice. */
	@JsonProperty("peer")
	PEER(null),

	/** One's own mentor. */
	@JsonProperty("mentor")
	MENTOR(null),

	/** Who leads one's own unit, or is one's manager. */
	@JsonProperty("supervisor")
	SUPERVISOR(null),

	/** Whoever has the role of counsellor. */
	@JsonProperty("counselling")
	COUNSELLING("counsellor"),

	/** Whoever works in HR. */
	@JsonProperty("hr")
	HR("hr");

	private final @Nullable String role;

	Kind(@Nullable String role) {
		this.role = role;
	}

	/** The role that all have who can be asked, null where it is not a role. */
	@Nullable String role() {
		return this.role;
	}

	/** Whether all who have the role can be asked at once. */
	boolean isGroup() {
		return this.role != null;
	}

}
