package org.holdfast.burnout.alert;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.holdfast.burnout.release.Figure;
import org.holdfast.burnout.release.Release;
import org.holdfast.defaults.outbox.Change;
import org.holdfast.defaults.outbox.Event;

/**
 * A warning about a group, raised once for as long as the group stays in trouble.
 *
 * @param id the same for the same group and first cycle, however often it is derived
 * @param unitIds the units whose own members are the group
 * @param cycleId the first cycle of the trouble
 * @param level strain, 0..100; the limit where only a limit is published
 * @param people the number of answers as a band
 * @param threshold the level that counted as high in that cycle
 * @param raisedAt when that cycle closed
 * @param because the evidence in a sentence
 */
record Alert(String id, List<String> unitIds, String cycleId, int level, String people, int threshold, Instant raisedAt,
		String because) {

	static final String TOPIC = "burnout-alert.raised";

	static Alert of(Release.Block block, Release release, String because) {
		Figure figure = block.figure();
		String name = release.id() + "\n" + String.join("\n", block.unitIds());
		return new Alert(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString(), block.unitIds(),
				release.id(), Objects.requireNonNull(figure.known()), figure.people(), release.threshold(),
				release.closesAt(), because);
	}

	Change<Alert> raise() {
		return Change.to(this, Event.of(TOPIC, this.id, new Raised(this.id, this.unitIds, this.cycleId, this.level,
				this.people, this.threshold, this.raisedAt)));
	}

	/** What is published of it. */
	record Raised(String alertId, List<String> unitIds, String cycleId, int level, String people, int threshold,
			Instant raisedAt) {
	}

}
