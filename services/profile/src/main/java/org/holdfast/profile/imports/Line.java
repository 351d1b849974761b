package org.holdfast.profile.imports;

import java.util.Map;

/**
 * A line of the file with its cells under their columns, white space tidied.
 *
 * @param number the physical line on which it begins
 * @param cells the values of all columns, empty where the file says nothing
 */
record Line(int number, Map<Column, String> cells) {

	String cell(Column column) {
		return this.cells.getOrDefault(column, "");
	}

	boolean says(Column column) {
		return !cell(column).isEmpty();
	}

}
