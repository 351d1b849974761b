package org.holdfast.profile.imports;

import org.jspecify.annotations.Nullable;

/**
 * Why a row was not taken over, and what to do about it.
 *
 * @param line the physical line on which the row begins, the header is usually line 1
 * @param column the header of the column at fault, or null when it is the line as a whole
 * @param reason what is wrong
 * @param remedy what to do
 */
record Refused(int line, @Nullable String column, String reason, String remedy) {

	private static final int SHOWN = 60;

	static Refused line(int line, String reason, String remedy) {
		return new Refused(line, null, reason, remedy);
	}

	static Refused cell(int line, Column column, String reason, String remedy) {
		return new Refused(line, column.header(), reason, remedy);
	}

	/**
	 * A value as a reason quotes it.
	 * @param value what the file says
	 * @return the value in quotes, cut when it is long
	 */
	static String quoted(String value) {
		return "'" + shortened(value) + "'";
	}

	static String shortened(String value) {
		return (value.length() <= SHOWN) ? value : value.substring(0, SHOWN) + "…";
	}

}
