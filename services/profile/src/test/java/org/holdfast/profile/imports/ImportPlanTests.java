package org.holdfast.profile.imports;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

import org.holdfast.profile.staff.Mentoring;
import org.holdfast.profile.staff.PersonnelFile;
import org.holdfast.profile.staff.Role;
import org.holdfast.profile.staff.StaffMember;
import org.holdfast.profile.staff.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class ImportPlanTests {

	@Test
	void aRowBecomesAPersonInAUnit() {
		Known after = Export.empty()
			.with("S-1", "unit_code=U-1", "unit_name=Agency")
			.with("S-2", "first_name= Señal ", "last_name=O'Sea\nwater", "sign_in_name=Senal.S", "email=j@example.org",
					"unit_code=U-2", "unit_name=Team", "parent_unit_code=U-1", "parent_unit_name=Agency",
					"manager_personnel_number=S-1", "role=HR|Staff", "job_title==1+1", "job_family=practice",
					"place=Muelle Este", "entry_date=2024-02-29", "exit_date=2026-11-21", "fte=0,8", "languages=es|en",
					"leads_unit=YES")
			.imported(Export.NOBODY);
		StaffMember member = Objects.requireNonNull(after.staff().get("S-2"));
		assertThat(member.active()).isTrue();
		assertThat(member.mentoring()).isEqualTo(Mentoring.NONE);
		assertThat(member.file()).isEqualTo(new PersonnelFile("Señal", "O'Sea water", "senal.s", "j@example.org", "U-2",
				"S-1", List.of(Role.STAFF, Role.HR), "=1+1", "practice", "Muelle Este", LocalDate.of(2024, 2, 29),
				LocalDate.of(2026, 11, 21), 0.8, List.of("es", "en")));
		assertThat(after.units().values()).containsExactlyInAnyOrder(new Unit("U-1", "Agency", null, null),
				new Unit("U-2", "Team", "U-1", "S-2"));
	}

	@Test
	void aCounsellorTakesPartLikeEverybody() {
		Known after = Export.empty()
			.with("S-1", "role=counsellor")
			.with("S-2", "role=HR|Counsellor")
			.imported(Export.NOBODY);
		assertThat(Objects.requireNonNull(after.staff().get("S-1")).file().roles()).containsExactly(Role.STAFF,
				Role.COUNSELLOR);
		assertThat(Objects.requireNonNull(after.staff().get("S-2")).file().roles()).containsExactly(Role.COUNSELLOR,
				Role.HR);
	}

	@Test
	void whatARowLeavesOutHasADefault() {
		PersonnelFile file = Objects
			.requireNonNull(Export.empty().with("S-1", "role=").imported(Export.NOBODY).staff().get("S-1"))
			.file();
		assertThat(file.roles()).containsExactly(Role.STAFF);
		assertThat(file.languages()).containsExactly("en");
		assertThat(file.managerId()).isNull();
		assertThat(file.fte()).isNull();
		assertThat(file.email()).isNull();
		assertThat(file.place()).isNull();
	}

	@ParameterizedTest
	@CsvSource({ "2026-11-20,false", "2026-11-21,true", "2026-11-22,true" })
	void whoseExitDateHasPassedIsNotActive(String exit, boolean active) {
		assertThat(Objects
			.requireNonNull(Export.empty().with("S-1", "exit_date=" + exit).imported(Export.NOBODY).staff().get("S-1"))
			.active()).isEqualTo(active);
	}

	@ParameterizedTest
	@CsvSource({ "2026-11-21,true", "2026-11-22,false" })
	void whoseEntryDateIsToComeIsNotActiveYet(String entry, boolean active) {
		assertThat(Objects
			.requireNonNull(
					Export.empty().with("S-1", "entry_date=" + entry).imported(Export.NOBODY).staff().get("S-1"))
			.active()).isEqualTo(active);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '~', quoteCharacter = '`',
			textBlock = """
					personnel_number         ~         ~ The value is missing.
					personnel_number         ~ S 9     ~ 'S 9' is not a code.
					personnel_number         ~ =S9     ~ '=S9' is not a code.
					first_name               ~         ~ The value is missing.
					last_name                ~         ~ The value is missing.
					sign_in_name             ~         ~ The value is missing.
					sign_in_name             ~ a b     ~ 'a b' is not a sign-in name.
					sign_in_name             ~ name.s-1 ~ The sign-in name 'name.s-1' belongs to the person on line 2.
					sign_in_name             ~ NAME.S-1 ~ The sign-in name 'name.s-1' belongs to the person on line 2.
					sign_in_name             ~ known   ~ The sign-in name 'known' belongs to a person who is not in this file or whose row is refused.
					email                    ~ nobody  ~ 'nobody' is not an e-mail address.
					unit_code                ~         ~ The value is missing.
					unit_code                ~ U/1     ~ 'U/1' is not a code.
					unit_name                ~         ~ The value is missing.
					unit_name                ~ Other   ~ The unit 'U-1' is called 'Unit U-1' further up.
					parent_unit_code         ~ U-9     ~ The unit 'U-9' is unknown.
					parent_unit_code         ~ U-1     ~ The unit 'U-1' is its own parent.
					parent_unit_code         ~ U-2     ~ The unit 'U-1' is below no other further up.
					parent_unit_name         ~ Agency  ~ There is a name for the unit above, but no code.
					manager_personnel_number ~ S-404   ~ The manager 'S-404' is unknown.
					manager_personnel_number ~ S-9     ~ The person is their own manager.
					role                     ~ captain ~ 'captain' is not a role.
					role                     ~ staff||hr ~ '' is not a role.
					entry_date               ~         ~ The value is missing.
					entry_date               ~ 31.1.20 ~ '31.1.20' is not a date.
					entry_date               ~ 2023-02-29 ~ '2023-02-29' is not a date.
					entry_date               ~ 0023-02-28 ~ '0023-02-28' is not a plausible date.
					exit_date                ~ never   ~ 'never' is not a date.
					exit_date                ~ 2020-01-30 ~ The exit date 2020-01-30 is before the entry date 2020-01-31.
					fte                      ~ full    ~ 'full' is not a part of a full-time post.
					fte                      ~ -1      ~ '-1' is not a part of a full-time post.
					languages                ~ en|fr   ~ The language 'fr' is not available.
					leads_unit               ~ perhaps ~ The unit 'perhaps' is unknown.
					leads_unit               ~ yes     ~ The unit 'U-1' is already led by S-1 further up.
					""")
	void aWrongCellRefusesItsRowOnly(String column, String value, String reason) {
		Known known = Export.empty().with("S-99", "sign_in_name=known").imported(Export.NOBODY);
		Column wrong = Column.of(column).orElseThrow();
		ImportPlan plan = Export.empty()
			.with("S-1", "leads_unit=yes")
			.with("S-2", "unit_code=U-2")
			.with("S-9")
			.with("S-3")
			.withCell(2, wrong, Objects.requireNonNullElse(value, ""))
			.plan(known);
		String said = (wrong == Column.PARENT_UNIT_NAME) ? "parent_unit_code" : column;
		assertThat(plan.refused()).extracting(Refused::line, Refused::column, Refused::reason)
			.containsExactly(tuple(4, said, reason));
		assertThat(plan.refused()).extracting(Refused::remedy).allMatch((remedy) -> !remedy.isBlank());
		assertThat(plan.staff()).extracting(StaffMember::id).containsExactly("S-1", "S-2", "S-3");
	}

	@ParameterizedTest
	@ValueSource(strings = { "personnel_number", "first_name", "last_name", "sign_in_name", "email", "unit_code",
			"unit_name", "job_title", "job_family", "place", "entry_date", "fte", "languages", "leads_unit", "role" })
	void aValueThatIsTooLongIsRefusedOnce(String header) {
		Column column = Column.of(header).orElseThrow();
		ImportPlan plan = Export.empty()
			.with("S-1", "unit_code=U-8")
			.with("S-2")
			.withCell(1, column, "x".repeat(column.longest() + 1))
			.plan(Export.NOBODY);
		assertThat(plan.refused()).extracting(Refused::line, Refused::column, Refused::reason)
			.containsExactly(tuple(3, header,
					"The value has " + (column.longest() + 1) + " characters, at most " + column.longest() + " fit."));
	}

	@Test
	void aControlCharacterIsRefused() {
		assertThat(Export.empty().with("S-1", "first_name=A\u0007da").plan(Export.NOBODY).refused())
			.extracting(Refused::column)
			.containsExactly("first_name");
	}

	@Test
	void everythingWrongWithACellByItselfIsReportedAtOnce() {
		ImportPlan plan = Export.empty()
			.with("S-1", "role=captain", "entry_date=soon", "fte=x", "first_name=", "manager_personnel_number=S-9")
			.plan(Export.NOBODY);
		assertThat(plan.refused()).extracting(Refused::column)
			.containsExactlyInAnyOrder("role", "entry_date", "fte", "first_name", "manager_personnel_number");
		assertThat(plan.refused()).extracting(Refused::line).containsOnly(2);
	}

	@Test
	void theSecondRowOfAPersonIsRefused() {
		ImportPlan plan = Export.empty().with("S-1").with("S-2").with("S-1").plan(Export.NOBODY);
		assertThat(plan.refused()).singleElement().satisfies((refused) -> {
			assertThat(refused.line()).isEqualTo(4);
			assertThat(refused.column()).isEqualTo("personnel_number");
			assertThat(refused.reason()).contains("already on line 2");
		});
	}

	@Test
	void aRefusedRowDoesNotRefuseTheRowsThatNameIt() {
		ImportPlan plan = Export.empty()
			.with("S-1", "entry_date=soon")
			.with("S-2", "manager_personnel_number=S-1")
			.with("S-3", "sign_in_name=name.s-1")
			.plan(Export.NOBODY);
		assertThat(plan.refused()).extracting(Refused::line).containsExactly(2);
	}

	@Test
	void managersInARingAreRefusedAndThoseBelowAreNot() {
		ImportPlan plan = Export.empty()
			.with("S-1", "manager_personnel_number=S-3")
			.with("S-2", "manager_personnel_number=S-1")
			.with("S-3", "manager_personnel_number=S-2")
			.with("S-4", "manager_personnel_number=S-3")
			.plan(Export.NOBODY);
		assertThat(plan.refused()).extracting(Refused::line, Refused::column)
			.containsExactly(tuple(2, "manager_personnel_number"), tuple(3, "manager_personnel_number"),
					tuple(4, "manager_personnel_number"));
		assertThat(plan.staff()).extracting(StaffMember::id).containsExactly("S-4");
	}

	@Test
	void aRingThatClosesThroughTheDatabaseIsRefused() {
		Known known = Export.empty().with("S-1").with("S-2", "manager_personnel_number=S-1").imported(Export.NOBODY);
		ImportPlan plan = Export.empty().with("S-1", "manager_personnel_number=S-2").plan(known);
		assertThat(plan.refused()).extracting(Refused::column).containsExactly("manager_personnel_number");
	}

	@Test
	void twoPeopleCanSwapPlacesAndSignInNames() {
		Known known = Export.empty()
			.with("S-1", "sign_in_name=a")
			.with("S-2", "sign_in_name=b", "manager_personnel_number=S-1")
			.imported(Export.NOBODY);
		ImportPlan plan = Export.empty()
			.with("S-1", "sign_in_name=b", "manager_personnel_number=S-2")
			.with("S-2", "sign_in_name=a")
			.plan(known);
		assertThat(plan.refused()).isEmpty();
		assertThat(plan.staff()).hasSize(2);
	}

	@Test
	void unitsInARingAreRefused() {
		ImportPlan plan = Export.empty()
			.with("S-1", "unit_code=U-1", "parent_unit_code=U-2")
			.with("S-2", "unit_code=U-2", "parent_unit_code=U-1")
			.with("S-3", "unit_code=U-3", "parent_unit_code=U-1")
			.plan(Export.NOBODY);
		assertThat(plan.refused()).extracting(Refused::line, Refused::column)
			.containsExactly(tuple(2, "parent_unit_code"), tuple(3, "parent_unit_code"));
	}

	@Test
	void aUnitAboveIsCalledTheSameEverywhere() {
		ImportPlan plan = Export.empty()
			.with("S-1", "unit_code=U-1", "parent_unit_code=U-9", "parent_unit_name=Nine")
			.with("S-2", "unit_code=U-2", "parent_unit_code=U-9", "parent_unit_name=Ten")
			.with("S-3", "unit_code=U-3", "parent_unit_code=U-4", "parent_unit_name=Four")
			.with("S-4", "unit_code=U-4")
			.plan(Export.NOBODY);
		assertThat(plan.refused()).extracting(Refused::line, Refused::column, Refused::reason)
			.containsExactly(tuple(3, "parent_unit_name", "The unit 'U-9' is called 'Nine' elsewhere in the file."),
					tuple(4, "parent_unit_name", "The unit 'U-4' is called 'Unit U-4' elsewhere in the file."));
	}

	@Test
	void aUnitWithoutPeopleIsToldByTheUnitsBelowIt() {
		Known after = Export.empty()
			.with("S-1", "unit_code=U-1", "unit_name=Agency", "leads_unit=yes|U-2")
			.with("S-2", "unit_code=U-3", "parent_unit_code=U-2", "parent_unit_name=Department")
			.imported(Export.NOBODY);
		assertThat(after.units().values()).contains(new Unit("U-2", "Department", null, "S-1"));
	}

	@Test
	void aUnitWithoutPeopleIsToldByARowOfItsOwn() {
		Export export = Export.empty()
			.with("S-1", "unit_code=U-1", "unit_name=Agency")
			.with("", "first_name=", "last_name=", "sign_in_name=", "unit_code=U-2", "unit_name=Department",
					"parent_unit_code=U-1", "entry_date=", "role=")
			.with("S-2", "unit_code=U-3", "parent_unit_code=U-2");
		ImportPlan plan = export.plan(Export.NOBODY);
		assertThat(plan.refused()).isEmpty();
		assertThat(plan.draft().rows()).hasSize(3);
		assertThat(plan.changedRows()).isEqualTo(3);
		assertThat(plan.units()).contains(new Unit("U-2", "Department", "U-1", null));
		assertThat(export.plan(export.imported(Export.NOBODY)).changedRows()).isZero();
	}

	@Test
	void nobodyLeadsWithARowThatIsAboutAUnit() {
		ImportPlan plan = Export.empty()
			.with("", "first_name=", "last_name=", "sign_in_name=", "leads_unit=yes")
			.plan(Export.NOBODY);
		assertThat(plan.refused()).extracting(Refused::column).containsExactly("leads_unit");
	}

	@Test
	void aUnitKeepsItsLeadUntilTheFileSaysOtherwise() {
		Known led = Export.empty().with("S-1", "leads_unit=yes").with("S-2").imported(Export.NOBODY);
		assertThat(lead(Export.empty().with("S-2"), led)).isEqualTo("S-1");
		assertThat(lead(Export.empty().with("S-1"), led)).isNull();
		assertThat(lead(Export.empty().with("S-2", "leads_unit=yes"), led)).isEqualTo("S-2");
		assertThat(lead(Export.empty().with("S-1", "leads_unit=yes", "exit_date=2026-11-20"), led)).isNull();
		assertThat(lead(Export.empty().with("S-1", "role=captain"), led)).isEqualTo("S-1");
		assertThat(lead(Export.empty().with("S-1", "unit_code=U-2", "leads_unit=yes"), led)).isNull();
	}

	@Test
	void whoHasLeftLeadsNothingAndBlocksNobody() {
		ImportPlan plan = Export.empty()
			.with("S-1", "leads_unit=yes", "exit_date=2026-11-20")
			.with("S-2", "leads_unit=yes")
			.plan(Export.NOBODY);
		assertThat(plan.refused()).isEmpty();
		assertThat(plan.units()).extracting(Unit::leadId).containsExactly("S-2");
	}

	@Test
	void whoIsNotInTheFileIsCountedAndLeftAlone() {
		Known known = Export.empty()
			.with("S-1")
			.with("S-2")
			.with("S-3", "exit_date=2021-01-01")
			.imported(Export.NOBODY);
		ImportPlan plan = Export.empty().with("S-1", "first_name=New").with("S-4", "role=captain").plan(known);
		assertThat(plan.absent()).isEqualTo(1);
		assertThat(plan.staff()).extracting(StaffMember::id).containsExactly("S-1");
	}

	@Test
	void aRowThatSaysNothingNewIsUnchanged() {
		Export export = Export.empty().with("S-1").with("S-2");
		ImportPlan plan = export.withCell(1, Column.JOB_TITLE, "Worker").plan(export.imported(Export.NOBODY));
		assertThat(plan.changedRows()).isEqualTo(1);
		assertThat(plan.staff()).extracting(StaffMember::id).containsExactly("S-2");
		assertThat(plan.units()).isEmpty();
	}

	@Test
	void contradictionsAreFollowedWhereverTheyLead() {
		Known known = Export.empty()
			.with("S-1", "sign_in_name=a")
			.with("S-2", "sign_in_name=b")
			.with("S-3", "sign_in_name=c")
			.with("S-4", "sign_in_name=d")
			.imported(Export.NOBODY);
		ImportPlan plan = Export.empty()
			.with("S-3", "sign_in_name=b")
			.with("S-2", "sign_in_name=a")
			.with("S-1", "sign_in_name=d")
			.plan(known);
		assertThat(plan.refused()).extracting(Refused::line).containsExactly(2, 3, 4);
	}

	@Test
	void aFileFullOfMistakesIsReportedLineByLine() throws IOException {
		CsvFile file = CsvFile.of(new ClassPathResource("mistakes.csv").getContentAsByteArray(), 100);
		ImportPlan plan = ImportPlan.of(file, Export.NOBODY, Export.TODAY);
		assertThat(file.ignoredColumns()).containsExactly("Shoe size");
		assertThat(plan.refused()).extracting((refused) -> refused.line() + " " + refused.column())
			.containsExactly("3 entry_date", "5 manager_personnel_number", "6 manager_personnel_number", "7 role",
					"7 exit_date", "7 fte", "7 languages", "8 personnel_number", "9 sign_in_name", "10 job_title",
					"11 first_name", "11 sign_in_name", "11 email", "12 unit_name", "13 parent_unit_code",
					"14 manager_personnel_number", "15 manager_personnel_number", "16 leads_unit",
					"17 parent_unit_code", "18 parent_unit_code", "19 null", "20 null");
		assertThat(plan.staff()).extracting(StaffMember::id).containsExactly("S-1", "S-19");
		assertThat(plan.staff().getLast().file().firstName()).isEqualTo("=HYPERLINK(\"x\")");
		ImportReport report = ImportReport.of(plan, file.ignoredColumns(), "mistakes.csv", Instant.EPOCH, "S-1");
		assertThat(report.rows()).isEqualTo(19);
		assertThat(report.accepted()).isEqualTo(2);
		assertThat(report.refusedRows()).isEqualTo(17);
	}

	private static String lead(Export export, Known known) {
		return Objects.requireNonNull(export.imported(known).units().get("U-1")).leadId();
	}

}
