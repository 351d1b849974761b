package org.holdfast.mentorship.report;

import java.time.LocalDate;
import java.util.List;

import org.holdfast.mentorship.people.Colleague;
import org.holdfast.mentorship.people.Unit;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.mentorship.people.People.at;
import static org.holdfast.mentorship.people.People.in;
import static org.holdfast.mentorship.people.People.person;
import static org.holdfast.mentorship.people.People.since;
import static org.holdfast.mentorship.people.People.speaking;

class DivisionTests {

	@Test
	void unitsAreInTheOrderOfTheTreeAndOnlyThoseWithStaff() {
		List<Colleague> staff = List.of(in("A2", person("a")), in("B1", person("b")), in("A1", person("c")),
				in("not-told-yet", person("d")), in("A", person("e")), in("circle", person("f")));
		List<Unit> units = List.of(new Unit("B", null, null), new Unit("A", null, null), new Unit("A2", "A", null),
				new Unit("B1", "B", null), new Unit("A1", "A", null), new Unit("circle", "circle", null));
		assertThat(Division.byUnit(staff, units).names()).containsExactly("A", "A1", "A2", "B1", "circle",
				"not-told-yet");
	}

	@Test
	void lengthOfServiceIsToldInFourClasses() {
		LocalDate today = LocalDate.of(2026, 6, 1);
		List<Colleague> staff = List.of(since(LocalDate.of(2025, 6, 3), person("a")),
				since(LocalDate.of(2025, 5, 30), person("b")), since(LocalDate.of(2019, 6, 3), person("c")),
				since(LocalDate.of(2010, 1, 1), person("d")), person("e"));
		Division division = Division.byService(staff, today);
		assertThat(division.names()).containsExactly("<1", "1-3", "3-7", "7+", "unknown");
		assertThat(staff).extracting(division.name()::apply).containsExactly("<1", "1-3", "3-7", "7+", "unknown");
	}

	@Test
	void whoSpeaksSeveralLanguagesCountsUnderTheRarest() {
		List<Colleague> staff = List.of(speaking(person("a"), "en"), speaking(person("b"), "en", "es"),
				speaking(person("c"), "es", "vi", "en"), speaking(person("d")));
		Division division = Division.byLanguage(staff);
		assertThat(staff).extracting(division.name()::apply).containsExactly("en", "es", "vi", "unknown");
		assertThat(division.names()).containsExactly("en", "es", "vi", "unknown");
	}

	@Test
	void placesAreToldTheLargestFirst() {
		List<Colleague> staff = List.of(at("south", person("a")), at("north", person("b")), at("north", person("c")),
				person("d"));
		assertThat(Division.byPlace(staff).names()).containsExactly("north", "south", "unknown");
	}

}
