package org.holdfast.profile.imports;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.holdfast.profile.imports.Row.Person;
import org.holdfast.profile.imports.Row.UnitColumns;
import org.holdfast.profile.staff.PersonnelFile;
import org.holdfast.profile.staff.Role;
import org.jspecify.annotations.Nullable;

/**
 * Reads one line cell by cell and collects everything that is wrong with it, so that all
 * of it can be mended at once.
 */
final class LineReader {

	private static final Pattern CODE = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}._-]*");

	private static final Pattern SIGN_IN_NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}._@+'-]*");

	private static final Pattern EMAIL = Pattern.compile("[^\\s@<>,;|]+@[^\\s@<>,;|]+");

	private static final Pattern FTE = Pattern.compile("[0-9](?:[.,][0-9]{1,4})?");

	private static final Pattern CONTROL = Pattern.compile("\\p{Cc}");

	private static final Pattern BAR = Pattern.compile("\\s*\\|\\s*");

	private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

	private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);

	private static final List<String> LANGUAGES = List.of("en", "es");

	private static final Set<Column> WHO = EnumSet.of(Column.PERSONNEL_NUMBER, Column.FIRST_NAME, Column.LAST_NAME,
			Column.SIGN_IN_NAME);

	private final Line line;

	private final Mentioned mentioned;

	private final List<Refused> refused = new ArrayList<>();

	private final Set<Column> faulty = EnumSet.noneOf(Column.class);

	private LineReader(Line line, Mentioned mentioned) {
		this.line = line;
		this.mentioned = mentioned;
	}

	/**
	 * Reads a line.
	 * @param line the line
	 * @param mentioned whom and what it may point at
	 * @param refused takes what is wrong
	 * @return the row, when nothing is wrong
	 */
	static Optional<Row> read(Line line, Mentioned mentioned, List<Refused> refused) {
		LineReader reader = new LineReader(line, mentioned);
		Optional<Row> row = reader.read();
		refused.addAll(reader.refused);
		return reader.refused.isEmpty() ? row : Optional.empty();
	}

	private Optional<Row> read() {
		checkText();
		UnitColumns unit = unit();
		if (WHO.stream().noneMatch(this.line::says)) {
			checkNobodyLeads();
			return Optional.of(new Row(this.line.number(), unit, null));
		}
		return person(unit).map((person) -> new Row(this.line.number(), unit, person));
	}

	private void checkText() {
		this.line.cells().forEach((column, value) -> {
			if (value.length() > column.longest()) {
				refuse(column, "The value has " + value.length() + " characters, at most " + column.longest() + " fit.",
						"Shorten it.");
			}
			else if (CONTROL.matcher(value).find()) {
				refuse(column, "The value contains a control character.", "Type the value again.");
			}
		});
	}

	private UnitColumns unit() {
		String code = required(Column.UNIT_CODE);
		String name = required(Column.UNIT_NAME);
		String parent = this.line.cell(Column.PARENT_UNIT_CODE);
		checkCode(Column.UNIT_CODE);
		checkCode(Column.PARENT_UNIT_CODE);
		if (!parent.isEmpty() && parent.equals(code)) {
			refuse(Column.PARENT_UNIT_CODE, "The unit " + Refused.quoted(code) + " is its own parent.",
					"Name the unit above it, or leave the cell empty at the root.");
		}
		else if (!parent.isEmpty() && !this.mentioned.units().contains(parent)) {
			refuse(Column.PARENT_UNIT_CODE, "The unit " + Refused.quoted(parent) + " is unknown.",
					"Correct the code, or give the name of the new unit in " + Column.PARENT_UNIT_NAME.header() + ".");
		}
		if (parent.isEmpty() && this.line.says(Column.PARENT_UNIT_NAME)) {
			refuse(Column.PARENT_UNIT_CODE, "There is a name for the unit above, but no code.",
					"Give the code, or leave both cells empty at the root.");
		}
		return new UnitColumns(code, name, orNull(Column.PARENT_UNIT_CODE), orNull(Column.PARENT_UNIT_NAME));
	}

	private void checkNobodyLeads() {
		if (!leads("").isEmpty()) {
			refuse(Column.LEADS_UNIT, "The line describes only a unit, so nobody can lead with it.",
					"Say on the line of the person who leads.");
		}
	}

	private Optional<Person> person(UnitColumns unit) {
		String number = required(Column.PERSONNEL_NUMBER);
		String firstName = required(Column.FIRST_NAME);
		String lastName = required(Column.LAST_NAME);
		String signInName = required(Column.SIGN_IN_NAME).toLowerCase(Locale.ROOT);
		checkCode(Column.PERSONNEL_NUMBER);
		check(Column.SIGN_IN_NAME, SIGN_IN_NAME, "is not a sign-in name",
				"Use letters, digits and . _ @ + ' - without spaces.");
		check(Column.EMAIL, EMAIL, "is not an e-mail address", "Write it like name@example.org, or leave it empty.");
		String manager = this.line.cell(Column.MANAGER_PERSONNEL_NUMBER);
		if (!manager.isEmpty() && manager.equals(number)) {
			refuse(Column.MANAGER_PERSONNEL_NUMBER, "The person is their own manager.",
					"Name the manager, or leave the cell empty at the top.");
		}
		else if (!manager.isEmpty() && !this.mentioned.staff().contains(manager)) {
			refuse(Column.MANAGER_PERSONNEL_NUMBER, "The manager " + Refused.quoted(manager) + " is unknown.",
					"Correct the number, or add the manager's own row.");
		}
		List<Role> roles = roles();
		LocalDate entry = required(Column.ENTRY_DATE).isEmpty() ? null : date(Column.ENTRY_DATE);
		LocalDate exit = date(Column.EXIT_DATE);
		if (entry != null && exit != null && exit.isBefore(entry)) {
			refuse(Column.EXIT_DATE, "The exit date " + exit + " is before the entry date " + entry + ".",
					"Correct one of the two.");
		}
		Double fte = fte();
		List<String> languages = languages();
		Set<String> leads = leads(unit.code());
		if (entry == null || !this.refused.isEmpty()) {
			return Optional.empty();
		}
		return Optional.of(new Person(number,
				new PersonnelFile(firstName, lastName, signInName, orNull(Column.EMAIL), unit.code(),
						orNull(Column.MANAGER_PERSONNEL_NUMBER), roles, orNull(Column.JOB_TITLE),
						orNull(Column.JOB_FAMILY), orNull(Column.PLACE), entry, exit, fte, languages),
				leads));
	}

	private List<Role> roles() {
		List<Role> roles = new ArrayList<>();
		for (String id : parts(Column.ROLE)) {
			Role.of(id)
				.ifPresentOrElse(roles::add, () -> refuse(Column.ROLE, Refused.quoted(id) + " is not a role.",
						"Use staff, supervisor, counsellor, hr or administrator, several with | between them."));
		}
		if (roles.isEmpty() || roles.equals(List.of(Role.COUNSELLOR))) {
			// whatever else they do, they take part like everybody
			roles.addFirst(Role.STAFF);
		}
		return roles;
	}

	private @Nullable LocalDate date(Column column) {
		String value = this.line.cell(column);
		if (value.isEmpty()) {
			return null;
		}
		try {
			LocalDate date = LocalDate.parse(value);
			if (!date.isBefore(EARLIEST) && !date.isAfter(LATEST)) {
				return date;
			}
			refuse(column, Refused.quoted(value) + " is not a plausible date.", "Use a date from 1900 to 2199.");
		}
		catch (DateTimeParseException ex) {
			refuse(column, Refused.quoted(value) + " is not a date.", "Write it like 2026-01-31.");
		}
		return null;
	}

	private @Nullable Double fte() {
		check(Column.FTE, FTE, "is not a part of a full-time post", "Write it like 0.8, full time is 1.");
		return (this.faulty.contains(Column.FTE) || !this.line.says(Column.FTE)) ? null
				: Double.valueOf(this.line.cell(Column.FTE).replace(',', '.'));
	}

	private List<String> languages() {
		List<String> languages = new ArrayList<>();
		for (String part : parts(Column.LANGUAGES)) {
			String language = part.toLowerCase(Locale.ROOT);
			if (LANGUAGES.contains(language)) {
				languages.add(language);
			}
			else {
				refuse(Column.LANGUAGES, "The language " + Refused.quoted(part) + " is not available.",
						"Use " + String.join(" or ", LANGUAGES) + ", both with | between them.");
			}
		}
		return languages.isEmpty() ? List.of(LANGUAGES.getFirst()) : languages;
	}

	private Set<String> leads(String ownUnit) {
		Set<String> leads = new LinkedHashSet<>();
		for (String part : parts(Column.LEADS_UNIT)) {
			switch (part.toLowerCase(Locale.ROOT)) {
				case "no" -> {
				}
				case "yes" -> leads.add(ownUnit);
				default -> {
					if (!this.mentioned.units().contains(part)) {
						refuse(Column.LEADS_UNIT, "The unit " + Refused.quoted(part) + " is unknown.",
								"Write yes, no, or the code of the unit that the person leads.");
					}
					leads.add(part);
				}
			}
		}
		return leads;
	}

	private List<String> parts(Column column) {
		return this.line.says(column) ? List.of(BAR.split(this.line.cell(column))) : List.of();
	}

	private String required(Column column) {
		if (!this.line.says(column)) {
			refuse(column, "The value is missing.", "Fill it in.");
		}
		return this.line.cell(column);
	}

	private @Nullable String orNull(Column column) {
		return this.line.says(column) ? this.line.cell(column) : null;
	}

	private void checkCode(Column column) {
		check(column, CODE, "is not a code", "Use letters, digits and . _ - without spaces.");
	}

	private void check(Column column, Pattern pattern, String reason, String remedy) {
		String value = this.line.cell(column);
		if (!value.isEmpty() && !pattern.matcher(value).matches()) {
			refuse(column, Refused.quoted(value) + " " + reason + ".", remedy);
		}
	}

	/** A cell is refused for one reason at a time. */
	private void refuse(Column column, String reason, String remedy) {
		if (this.faulty.add(column)) {
			this.refused.add(Refused.cell(this.line.number(), column, reason, remedy));
		}
	}

}
