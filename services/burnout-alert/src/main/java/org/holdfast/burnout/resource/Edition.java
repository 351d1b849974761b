package org.holdfast.burnout.resource;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the directory in one of its versions.
 *
 * @param needs what it helps with, such as the driver {@code workload}
 * @param active whether it is shown
 * @param changedBy the staff id of who wrote it; empty for what came with the service
 */
record Edition(int version, Kind kind, Words title, Words text, @Nullable String link, @Nullable String phone,
		List<String> needs, boolean active, Instant changedAt, String changedBy) {

	Edition {
		needs = List.copyOf(needs);
	}

	/** A text in the languages of the programme. */
	record Words(String en, String es) {
	}

	/** What kind of help an entry is. */
	enum Kind {

		/** Somebody trained to listen. */
		@JsonProperty("counselling")
		COUNSELLING,
		/** Somebody who knows the work. */
		@JsonProperty("peer-line")
		PEER_LINE,
		/** Something to learn. */
		@JsonProperty("training")
		TRAINING,
		/** People to be among. */
		@JsonProperty("community")
		COMMUNITY,
		/** What the agency has laid down. */
		@JsonProperty("policy")
		POLICY

	}

}
