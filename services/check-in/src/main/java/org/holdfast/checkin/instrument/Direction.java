package org.holdfast.checkin.instrument;

/**
 * What a high score means; part of a scale's definition because no figure may be shown
 * without it.
 */
public enum Direction {

	/** Strain, exhaustion, symptoms. */
	HIGHER_IS_WORSE("higher is worse"),

	/** Wellbeing, satisfaction. */
	HIGHER_IS_BETTER("higher is better");

	private final String text;

	Direction(String text) {
		this.text = text;
	}

	@Override
	public String toString() {
		return this.text;
	}

}
