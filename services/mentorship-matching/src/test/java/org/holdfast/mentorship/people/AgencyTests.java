package org.holdfast.mentorship.people;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.mentorship.people.People.in;
import static org.holdfast.mentorship.people.People.person;
import static org.holdfast.mentorship.people.People.under;

class AgencyTests {

	private static final List<Unit> UNITS = List.of(new Unit("root", null, "director"),
			new Unit("department", "root", "head"), new Unit("team", "department", "lead"),
			new Unit("sister", "department", null), new Unit("elsewhere", "root", null));

	@Test
	void everybodyUpTheChainOfManagersIsAbove() {
		Agency agency = agency(in("elsewhere", under("b", person("a"))), in("elsewhere", under("c", person("b"))),
				in("elsewhere", person("c")), in("root", person("director")));
		assertThat(agency.above("a").people()).containsExactlyInAnyOrder("b", "c", "director");
		assertThat(agency.above("a").complete()).isTrue();
		assertThat(agency.above("c").people()).containsExactly("director");
	}

	@Test
	void theLeadsOfTheUnitAndOfThoseAboveItAreAbove() {
		Agency agency = agency(in("team", person("a")), in("team", person("lead")), in("department", person("head")),
				in("root", person("director")));
		assertThat(agency.above("a").people()).containsExactlyInAnyOrder("lead", "head", "director");
		assertThat(agency.above("lead").people()).containsExactlyInAnyOrder("head", "director");
		assertThat(agency.above("director").people()).isEmpty();
	}

	@Test
	void whoeverIsAboveALeadIsAboveTheTeamToo() {
		Agency agency = agency(in("team", person("a")), in("elsewhere", under("boss", person("lead"))),
				in("elsewhere", person("boss")), in("department", person("head")), in("root", person("director")));
		assertThat(agency.above("a").people()).contains("boss");
	}

	@Test
	void circlesOfManagersAndOfUnitsComeToAnEnd() {
		Agency agency = new Agency(List.of(in("x", under("b", person("a"))), in("x", under("a", person("b")))),
				List.of(new Unit("x", "y", null), new Unit("y", "x", null)), Circumstances.NONE);
		assertThat(agency.above("a").people()).containsExactlyInAnyOrder("a", "b");
		assertThat(agency.above("b").complete()).isTrue();
	}

	@Test
	void aLineIsIncompleteWhileAManagerALeadOrAUnitIsMissing() {
		assertThat(
				agency(in("elsewhere", under("b", person("a"))), in("root", person("director"))).above("a").complete())
			.isFalse();
		assertThat(agency(in("elsewhere", person("a"))).above("a").complete()).isFalse();
		assertThat(agency(in("unheard-of", person("a"))).above("a").complete()).isFalse();
		assertThat(agency().above("nobody").complete()).isFalse();
	}

	@Test
	void unitsAreNearWhenOneHangsBelowTheOtherOrBothBelowTheSame() {
		Agency agency = agency();
		assertThat(agency.near("team", "sister")).isTrue();
		assertThat(agency.near("team", "department")).isTrue();
		assertThat(agency.near("department", "team")).isTrue();
		assertThat(agency.near("team", "elsewhere")).isFalse();
		assertThat(agency.near("root", "unheard-of")).isFalse();
	}

	private static Agency agency(Colleague... colleagues) {
		return new Agency(List.of(colleagues), UNITS, Circumstances.NONE);
	}

}
