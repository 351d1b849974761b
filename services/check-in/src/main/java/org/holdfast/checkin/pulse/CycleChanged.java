package org.holdfast.checkin.pulse;

import java.time.Instant;
import java.util.List;

import org.holdfast.checkin.instrument.Edition;
import org.holdfast.checkin.instrument.Instrument;
import org.holdfast.checkin.instrument.Scale;
import org.holdfast.checkin.instrument.Scoring;
import org.jspecify.annotations.Nullable;

/**
 * What {@code check-in.cycle} tells.
 *
 * @param cycleId the cycle
 * @param state {@code opened} or {@code closed}
 * @param opensAt as planned
 * @param closesAt as planned; an answer stamped then or later is late
 * @param instrument what is asked
 * @param series the recurring series it belongs to, null for one planned by hand
 * @param scales what responses are scored on, the outcome first
 * @param units empty while open; at the close the tree with its counts
 */
record CycleChanged(String cycleId, String state, Instant opensAt, Instant closesAt, Edition instrument,
		@Nullable String series, List<Measure> scales, List<Turnout> units) {

	static CycleChanged of(Cycle cycle, String state, Instrument instrument, List<Turnout> units) {
		return new CycleChanged(cycle.id(), state, cycle.opensAt(), cycle.closesAt(), cycle.instrument(),
				cycle.series(), instrument.scales().stream().map((scale) -> Measure.of(instrument, scale)).toList(),
				units);
	}

	/**
	 * A scale of the instrument.
	 *
	 * @param id as in the scores of {@code check-in.recorded}
	 * @param direction what a high score means
	 * @param minimum the lowest score there can be
	 * @param maximum the highest score there can be
	 * @param kind outcome or driver
	 */
	record Measure(String id, String direction, int minimum, int maximum, String kind) {

		static Measure of(Instrument instrument, Scale scale) {
			return new Measure(scale.id(), scale.direction().toString(), (int) Scoring.minimum(instrument, scale),
					(int) Scoring.maximum(instrument, scale), scale.kind().toString());
		}

	}

}
