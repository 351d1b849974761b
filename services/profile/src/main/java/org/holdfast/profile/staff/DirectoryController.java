package org.holdfast.profile.staff;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.holdfast.defaults.problem.UsualProblems;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What may be read about the agency: by everyone its units and the words for skills, by
 * HR and administrators its people.
 */
@RestController
@UsualProblems
@Tag(name = "Directory", description = "Units, people and the vocabulary")
class DirectoryController {

	private static final String ANY_PERSON = "hasAnyRole('STAFF', 'SUPERVISOR', 'HR', 'ADMINISTRATOR')";

	private final Staff staff;

	private final Units units;

	DirectoryController(Staff staff, Units units) {
		this.staff = staff;
		this.units = units;
	}

	@GetMapping("/units")
	@PreAuthorize(ANY_PERSON)
	@Operation(summary = "All units, by code")
	@ApiResponse(responseCode = "200", description = "The units")
	List<UnitEntry> units() {
		return this.units.all()
			.stream()
			.sorted(Comparator.comparing(Unit::id))
			.map((unit) -> new UnitEntry(unit.id(), unit.name(), unit.parentId()))
			.toList();
	}

	@GetMapping("/staff")
	@PreAuthorize("hasAnyRole('HR', 'ADMINISTRATOR')")
	@Operation(summary = "The people, by name",
			description = "Without what they entered for mentoring, which is theirs to show.")
	@ApiResponse(responseCode = "200", description = "The people, also those who have left")
	List<StaffEntry> staff(
			@Parameter(description = "Only the people of this unit, without the units below it") @RequestParam(
					required = false) @Nullable String unit) {
		List<StaffMember> found = (unit != null) ? this.staff.in(unit) : this.staff.all();
		return found.stream()
			.map(StaffEntry::of)
			.sorted(Comparator.comparing(StaffEntry::displayName).thenComparing(StaffEntry::staffId))
			.toList();
	}

	@GetMapping("/vocabulary")
	@PreAuthorize(ANY_PERSON)
	@Operation(summary = "The words for what one enters about mentoring and peers, in the caller's language",
			description = "Tags name skills, needs and topics. English, or Spanish where Accept-Language prefers it.")
	@ApiResponse(responseCode = "200", description = "The words of each list with their labels, in order")
	ResponseEntity<Words> vocabulary(Locale locale) {
		Locale answered = "es".equals(locale.getLanguage()) ? Locale.of("es") : Locale.ENGLISH;
		return ResponseEntity.ok()
			.header(HttpHeaders.CONTENT_LANGUAGE, answered.toLanguageTag())
			.header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
			.body(Words.in(answered));
	}

	record UnitEntry(String unitId, String name, @Nullable String parentId) {
	}

	record StaffEntry(String staffId, String displayName, String signInName, @Nullable String email, String unitId,
			@Nullable String managerId, List<String> roles, @Nullable String jobTitle, @Nullable String jobFamily,
			@Nullable String place, LocalDate entryDate, @Nullable LocalDate exitDate, @Nullable Double fte,
			List<String> languages, boolean active) {

		static StaffEntry of(StaffMember member) {
			PersonnelFile file = member.file();
			return new StaffEntry(member.id(), file.displayName(), file.signInName(), file.email(), file.unitId(),
					file.managerId(), file.roles().stream().map(Role::id).toList(), file.jobTitle(), file.jobFamily(),
					file.place(), file.entryDate(), file.exitDate(), file.fte(), file.languages(), member.active());
		}

	}

	record Words(List<Word> tags, List<Word> caseloads, List<Word> directions, List<Word> times, List<Word> meets,
			Wants wants) {

		static Words in(Locale locale) {
			return new Words(Word.of(Vocabulary.TAGS, locale), Word.of(Vocabulary.CASELOADS, locale),
					Word.of(Vocabulary.DIRECTIONS, locale), Word.of(Vocabulary.TIMES, locale),
					Word.of(Vocabulary.MEETS, locale),
					new Wants(Word.of(Vocabulary.MENTOR_WANTS, locale), Word.of(Vocabulary.MENTEE_WANTS, locale)));
		}

	}

	record Wants(List<Word> asMentor, List<Word> asMentee) {
	}

	record Word(String id, String label) {

		static List<Word> of(Vocabulary vocabulary, Locale locale) {
			return vocabulary.words().stream().map((word) -> new Word(word.id(), word.label(locale))).toList();
		}

	}

}
