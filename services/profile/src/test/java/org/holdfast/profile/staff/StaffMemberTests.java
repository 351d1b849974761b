package org.holdfast.profile.staff;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.holdfast.defaults.outbox.Change;
import org.holdfast.defaults.outbox.Event;
import org.holdfast.profile.staff.Mentoring.AsMentee;
import org.holdfast.profile.staff.Mentoring.AsMentor;
import org.holdfast.profile.staff.Mentoring.AsPeer;
import org.holdfast.profile.staff.Vocabulary.Word;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class StaffMemberTests {

	@ParameterizedTest
	@CsvSource({ "2026-11-21,,true", "2026-11-22,,false", "2020-01-01,2026-11-21,true", "2020-01-01,2026-11-20,false" })
	void aPersonIsActiveFromTheFirstToTheLastDay(String entry, String exit, boolean active) {
		StaffMember member = StaffMember.joining("S-1", People.working(entry, exit), People.TODAY);
		assertThat(member.active()).isEqualTo(active);
	}

	@Test
	void aDayAfterTheLastAPersonIsNotActive() {
		StaffMember member = StaffMember.joining("S-1", People.working("2020-01-01", "2026-11-21"), People.TODAY);
		assertThat(member.on(People.TODAY).active()).isTrue();
		assertThat(member.on(People.TODAY.plusDays(1)).active()).isFalse();
	}

	@Test
	void theHrSystemDoesNotChangeWhatAPersonOptedInto() {
		StaffMember member = People.person("S-1").with(People.BOTH);
		assertThat(member.with(People.working("2021-01-01", null), People.TODAY).mentoring()).isEqualTo(People.BOTH);
	}

	@Test
	void aPersonDoesNotLeaveBeforeTheyCame() {
		assertThatIllegalArgumentException().isThrownBy(() -> People.working("2020-01-02", "2020-01-01"));
	}

	@Test
	void rolesAreEqualInWhicheverOrderTheyAreTold() {
		PersonnelFile file = People.file();
		PersonnelFile other = new PersonnelFile(file.firstName(), file.lastName(), file.signInName(), file.email(),
				file.unitId(), file.managerId(), List.of(Role.HR, Role.STAFF, Role.HR), file.jobTitle(),
				file.jobFamily(), file.place(), file.entryDate(), file.exitDate(), file.fte(), file.languages());
		assertThat(other.roles()).containsExactly(Role.STAFF, Role.HR);
	}

	@ParameterizedTest
	@ValueSource(ints = { -1, 0, 11 })
	void aMentorTakesOneToTenMentees(int capacity) {
		assertThatIllegalArgumentException().isThrownBy(() -> new AsMentor(capacity, List.of(), List.of(), "anybody"));
	}

	@Test
	void tagsAreOnesOfTheVocabularyEachOnceAndInItsOrder() {
		assertThat(asking("self-care", "court-work", "self-care").needs()).containsExactly("court-work", "self-care");
		assertThatIllegalArgumentException().isThrownBy(() -> asking("juggling"));
	}

	@Test
	void aWishIsOneOfItsOwnList() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new AsMentor(1, List.of(), List.of(), "similar-experience"));
		assertThatIllegalArgumentException().isThrownBy(() -> new AsMentee(List.of(), List.of(), "newcomers"));
	}

	@Test
	void whoOptedInToNothingTellsNothing() {
		assertThat(new Mentoring(null, null, List.of("youth"), List.of("mon-am"), List.of("online"),
				new AsPeer(false, false, false, List.of("self-care"))))
			.isEqualTo(Mentoring.NONE);
	}

	@Test
	void theVocabularyIsThereInBothLanguages() {
		assertThat(Vocabulary.TAGS.words()).hasSizeGreaterThanOrEqualTo(20);
		assertThat(Vocabulary.TIMES.words()).hasSize(10);
		assertThat(List.of(Vocabulary.values())).flatMap(Vocabulary::words).allSatisfy((word) -> {
			assertThat(word.id()).matches("[a-z]+(-[a-z]+)*");
			assertThat(word.label(java.util.Locale.ENGLISH)).isNotBlank()
				.isNotEqualTo(word.label(java.util.Locale.of("es", "MX")));
		});
		assertThat(Vocabulary.values())
			.allSatisfy((vocabulary) -> assertThat(vocabulary.words()).extracting(Word::id).doesNotHaveDuplicates());
	}

	@Test
	void aNewPersonIsPublishedWhole() {
		Change<StaffMember> change = Staff.changeOf(Optional.empty(), People.person("S-1"));
		assertThat(change.events()).containsExactly(Event.of("profile.staff", "S-1",
				new StaffChanged("S-1", "a.saltmarsh", "A Saltmarsh", "U-07", "S-0101", List.of("staff"), true,
						List.of("en"), LocalDate.of(2020, 1, 31), "child protection", "East Quay", Mentoring.NONE)));
	}

	@Test
	void whatIsAsItWasIsNeitherStoredNorPublished() {
		assertThat(Staff.changeOf(Optional.of(People.person("S-1")), People.person("S-1")).next()).isNull();
		Unit unit = new Unit("U-1", "Agency", null, null);
		assertThat(Units.changeOf(Optional.of(unit), unit).next()).isNull();
	}

	@Test
	void whatOthersAreNotToldIsStoredWithoutAnEvent() {
		PersonnelFile file = People.working("2020-01-31", "2199-12-31");
		Change<StaffMember> change = Staff.changeOf(Optional.of(People.person("S-1")),
				StaffMember.joining("S-1", file, People.TODAY));
		assertThat(change.next()).isNotNull();
		assertThat(change.events()).isEmpty();
	}

	@Test
	void whatMatchingUsesIsPublishedWhenItChanges() {
		StaffMember member = People.person("S-1");
		assertThat(Staff.changeOf(Optional.of(member), member.with(People.working("2019-01-01", null), People.TODAY))
			.events()).hasSize(1);
		assertThat(Staff.changeOf(Optional.of(member), member.with(People.BOTH)).events()).hasSize(1);
		assertThat(Staff.changeOf(Optional.of(member.with(People.BOTH)), member.with(People.BOTH)).next()).isNull();
	}

	@Test
	void nothingThatReachesAPersonIsPublished() {
		assertThat(StaffChanged.of(People.person("S-1")).toString()).doesNotContain("example.org", "Social worker");
	}

	private static AsMentee asking(String... needs) {
		return new AsMentee(List.of(needs), List.of(), "anybody");
	}

}
