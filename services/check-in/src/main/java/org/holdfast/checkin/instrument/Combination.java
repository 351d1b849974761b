package org.holdfast.checkin.instrument;

/**
 * How the points of the answered items become one score.
 */
public enum Combination {

	/** Mean of the answered items, so that a partial answer is on the same scale. */
	MEAN,

	/** Sum of all items, defined only when every one is answered. */
	SUM;

	@Override
	public String toString() {
		return name().toLowerCase(java.util.Locale.ROOT);
	}

}
