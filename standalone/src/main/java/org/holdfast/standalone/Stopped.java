package org.holdfast.standalone;

/**
 * The suite cannot run, with a cause in one line and a remedy in another.
 */
public final class Stopped extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String remedy;

	public Stopped(String cause, String remedy) {
		super(cause);
		this.remedy = remedy;
	}

	String remedy() {
		return this.remedy;
	}

}
