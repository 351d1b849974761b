package org.holdfast.profile.imports;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The columns an import understands, each with the longest value it takes.
 * <p>
 * The columns that decide who may do what, and where, must be in the file: leaving one
 * out would silently take a role away or bring back who has left. For the others a
 * missing column means the same as an empty one.
 */
enum Column {

	PERSONNEL_NUMBER(true, 40), FIRST_NAME(true, 100), LAST_NAME(true, 100), SIGN_IN_NAME(true, 64), EMAIL(false, 254),
	UNIT_CODE(true, 40), UNIT_NAME(true, 120), PARENT_UNIT_CODE(true, 40), PARENT_UNIT_NAME(false, 120),
	MANAGER_PERSONNEL_NUMBER(true, 40), ROLE(true, 60), JOB_TITLE(false, 120), JOB_FAMILY(false, 120),
	PLACE(false, 120), ENTRY_DATE(true, 10), EXIT_DATE(true, 10), FTE(false, 6), LANGUAGES(false, 20),
	LEADS_UNIT(true, 400);

	private final boolean required;

	private final int longest;

	Column(boolean required, int longest) {
		this.required = required;
		this.longest = longest;
	}

	/**
	 * The column as it is written in the header.
	 * @return the name in lower case
	 */
	String header() {
		return name().toLowerCase(Locale.ROOT);
	}

	boolean required() {
		return this.required;
	}

	int longest() {
		return this.longest;
	}

	static Optional<Column> of(String header) {
		String name = header.strip().toUpperCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
		return Arrays.stream(values()).filter((column) -> column.name().equals(name)).findFirst();
	}

}
