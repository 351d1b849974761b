package org.holdfast.burnout.chart;

import java.time.Instant;
import java.util.Comparator;

/**
 * A timely answer on its way into a person's chart.
 *
 * @param responseId the same for every version of the answer
 * @param revision the sequence number of the event it came with
 * @param cycleId the cycle that it belongs to
 * @param score 0..100, higher is worse
 * @param at when it was given
 */
record Answered(String responseId, long revision, String cycleId, double score, Instant at) {

	static final Comparator<Answered> BY_TIME = Comparator.comparing(Answered::at).thenComparing(Answered::responseId);

}
