package org.holdfast.mentorship.feedback;

import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.holdfast.mentorship.gathering.Gathering.Part;

/**
 * From which side of what people give feedback, and about what they are asked there.
 */
enum Side {

	@JsonProperty("mentor")
	MENTOR("fit", "helpful", "safe"), @JsonProperty("mentee")
	MENTEE("fit", "helpful", "safe"), @JsonProperty("supervisee")
	SUPERVISEE("clear-agreements", "time", "supported");

	private final List<String> items;

	Side(String... items) {
		this.items = List.of(items);
	}

	/** Each is answered with 1 (not at all) to 5 (fully). */
	List<String> items() {
		return this.items;
	}

	/** The side of a member; empty for who is not asked, as a supervisor or a peer. */
	static Optional<Side> of(Part part) {
		return switch (part) {
			case MENTOR -> Optional.of(MENTOR);
			case MENTEE -> Optional.of(MENTEE);
			case SUPERVISEE -> Optional.of(SUPERVISEE);
			case SUPERVISOR, PEER -> Optional.empty();
		};
	}

}
