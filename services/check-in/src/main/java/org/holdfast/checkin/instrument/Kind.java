package org.holdfast.checkin.instrument;

/**
 * What a scale is for: the one an instrument is about, or something that moves with it.
 */
public enum Kind {

	/** What the instrument is about; a response counts when it has a score on it. */
	OUTCOME("outcome"),

	/** What may move with the outcome, such as the workload. */
	DRIVER("driver");

	private final String text;

	Kind(String text) {
		this.text = text;
	}

	@Override
	public String toString() {
		return this.text;
	}

}
