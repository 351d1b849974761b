package org.holdfast.mentorship.engine;

import com.google.ortools.Loader;
import com.google.ortools.graph.MinCostFlow;
import com.google.ortools.graph.MinCostFlowBase;

/**
 * The minimum-cost flow of Google's OR-Tools on the same pool: of all matchings with the
 * most people, one with the largest total. It knows no worst pair, but can be told the
 * lowest score to use.
 */
final class OrTools {

	static {
		Loader.loadNativeLibraries();
	}

	private OrTools() {
	}

	/** Solves it; to tell it the pairs is not measured. */
	static Found solve(Pool pool, int lowest) {
		int mentees = pool.mentees();
		int sink = mentees + pool.mentorCount();
		MinCostFlow flow = new MinCostFlow(sink + 1, pool.start(mentees) + pool.mentorCount());
		try {
			for (int mentee = 0; mentee < mentees; mentee++) {
				flow.setNodeSupply(mentee, 1);
				for (int pair = pool.start(mentee); pair < pool.start(mentee + 1)
						&& pool.score(pair) >= lowest; pair++) {
					flow.addArcWithCapacityAndUnitCost(mentee, mentees + pool.mentor(pair), 1, -pool.score(pair));
				}
			}
			for (int mentor = 0; mentor < pool.mentorCount(); mentor++) {
				flow.addArcWithCapacityAndUnitCost(mentees + mentor, sink, pool.capacity(mentor), 0);
			}
			flow.setNodeSupply(sink, -mentees);
			long began = MatchingSpeed.processorTime();
			MinCostFlowBase.Status status = flow.solveMaxFlowWithMinCost();
			long ended = MatchingSpeed.processorTime();
			if (status != MinCostFlowBase.Status.OPTIMAL) {
				throw new IllegalStateException("OR-Tools says " + status);
			}
			return new Found((int) flow.getMaximumFlow(), -flow.getOptimalCost(), ended - began);
		}
		finally {
			flow.delete();
		}
	}

	/** Its result, and the processor time it took. */
	record Found(int matched, long total, long nanos) {
	}

}
