package org.holdfast.checkin.instrument;

/**
 * Which questions were asked: an instrument in one of its versions.
 *
 * @param id of the instrument
 * @param version of the instrument
 */
public record Edition(String id, int version) {

	/** The pulse that ships. */
	public static final Edition PULSE = new Edition("pulse", 1);

}
