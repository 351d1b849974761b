package org.holdfast.checkin.pulse;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.holdfast.checkin.people.Unit;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TurnoutTests {

	@Test
	void everyUnitIsCountedByItself() {
		Response once = Weeks.answered("a", "U-07", Weeks.fortyFive());
		Response twice = Weeks.changed(Weeks.answered("b", "U-07", Weeks.fortyFive()), Weeks.all("never"));
		Response above = Weeks.answered("c", "U-02", Weeks.fortyFive());
		assertThat(Turnout.of(List.of(new Unit("U-07", "East", "U-02"), new Unit("U-02", "Frontline", null)),
				Map.of("a", "U-07", "b", "U-07", "c", "U-02", "d", "U-07"), Set.of(), List.of(once, twice, above)))
			.containsExactly(new Turnout("U-02", null, 1, 1, 1, 0), new Turnout("U-07", "U-02", 3, 2, 3, 0));
	}

	@Test
	void whoHasAMentorIsCountedWhetherOrNotTheyAnswered() {
		Map<String, String> asked = Map.of("a", "U-07", "b", "U-07", "c", "U-07", "d", "U-02");
		assertThat(Turnout.of(List.of(new Unit("U-07", "East", null), new Unit("U-02", "West", null)), asked,
				Set.of("a", "b", "on leave"), List.of(Weeks.answered("a", "U-07", Weeks.fortyFive()))))
			.containsExactly(new Turnout("U-02", null, 1, 0, 0, 0), new Turnout("U-07", null, 3, 1, 1, 2));
	}

	@Test
	void noResponseIsLeftOutWhenItsUnitIsGoneOrUnknown() {
		List<Turnout> turnout = Turnout.of(List.of(new Unit("U-07", "East", "U-02")), Map.of("a", "U-08"), Set.of(),
				List.of(Weeks.answered("a", "U-gone", Weeks.fortyFive())));
		assertThat(turnout).containsExactly(new Turnout("U-02", null, 0, 0, 0, 0),
				new Turnout("U-07", "U-02", 0, 0, 0, 0), new Turnout("U-08", null, 1, 0, 0, 0),
				new Turnout("U-gone", null, 0, 1, 1, 0));
	}

}
