package org.holdfast.burnout.chart;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Where a person stands after some answers.
 *
 * @param prior what the chart began with; it keeps that, so that nothing of it shifts
 * when the agency is estimated anew
 * @param turn when the chart last went into alarm or came out of it; null if never
 */
record Standing(Prior prior, Chart chart, Tally tally, @Nullable Turn turn) {

	static Standing begin(Prior prior) {
		return new Standing(prior, Chart.begin(prior), Tally.NONE, null);
	}

	Standing observe(Answered answer, double limit) {
		Chart next = this.chart.observe(answer.score(), answer.at(), this.prior, limit);
		Turn turn = (next.raised() == this.chart.raised()) ? this.turn
				: new Turn(answer.at(), answer.cycleId(), answer.score(), this.chart.mean(), this.chart.answers());
		return new Standing(this.prior, next,
				this.tally.with(answer.score(), answer.at(), this.chart.at(), this.chart.last(), this.prior.spacing()),
				turn);
	}

	/**
	 * The answer that changed what the chart says.
	 *
	 * @param latest its score
	 * @param usual what was usual for the person before it
	 * @param earlierAnswers how many came before it
	 */
	record Turn(Instant at, String cycleId, double latest, double usual, int earlierAnswers) {
	}

}
