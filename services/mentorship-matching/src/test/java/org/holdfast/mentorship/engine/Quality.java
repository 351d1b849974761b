package org.holdfast.mentorship.engine;

import java.util.Comparator;

/** How good a matching is. */
record Quality(int matched, int worst, long total) {

	static final Quality NONE = new Quality(0, 0, 0);

	static final Comparator<Quality> ORDER = Comparator.comparingInt(Quality::matched)
		.thenComparingInt(Quality::worst)
		.thenComparingLong(Quality::total);

	static Quality of(BestMatching matching) {
		return new Quality(matching.matched(), matching.worst(), matching.total());
	}

	Quality with(int score) {
		return new Quality(this.matched + 1, (this.matched == 0) ? score : Math.min(this.worst, score),
				this.total + score);
	}

}
