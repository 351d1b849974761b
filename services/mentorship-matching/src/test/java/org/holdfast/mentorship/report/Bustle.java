package org.holdfast.mentorship.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;

import org.holdfast.defaults.inbox.Received;
import org.holdfast.defaults.test.Tokens;
import org.holdfast.defaults.time.HoldfastClock;
import org.holdfast.mentorship.Office;
import org.holdfast.mentorship.matching.Matching;
import org.holdfast.mentorship.people.Colleague;
import org.holdfast.mentorship.people.People;
import org.holdfast.mentorship.people.Unit;
import tools.jackson.databind.JsonNode;

import org.springframework.http.HttpMethod;

/**
 * An agency that never stands still: people join, leave, move, and want a mentor or not
 * any more, and relationships begin and end. Every third month only two people join,
 * which is what an attacker waits for.
 */
final class Bustle {

	static final YearMonth START = YearMonth.of(2026, 1);

	private final Matching matching;

	private final HoldfastClock clock;

	private final Office office;

	private final Random random = new Random(5);

	private final Map<String, Integer> sequences = new HashMap<>();

	private final Map<String, Colleague> staff = new TreeMap<>();

	private int joined;

	Bustle(Matching matching, HoldfastClock clock, Office office) {
		this.matching = matching;
		this.clock = clock;
		this.office = office;
	}

	/** Who works there now, by id. */
	Map<String, Colleague> staff() {
		return Map.copyOf(this.staff);
	}

	/**
	 * Some months go by.
	 * @param over is told of each month once it is
	 */
	void live(int months, Consumer<YearMonth> over) {
		goTo(START, 2);
		for (int department = 0; department < 3; department++) {
			tell(new Unit("D" + department, null, null));
			for (int unit = 0; unit < 4; unit++) {
				tell(new Unit("D%d-%d".formatted(department, unit), "D" + department, null));
			}
		}
		for (int person = 0; person < 300; person++) {
			join(person % 4 == 0, person % 2 == 1);
		}
		for (int month = 0; month < months; month++) {
			YearMonth present = START.plusMonths(month);
			goTo(present, 9);
			if (month % 3 == 2) {
				join(false, true);
				join(false, true);
			}
			else {
				change();
				this.matching.settle();
				answer();
			}
			goTo(present.plusMonths(1), 1);
			over.accept(present);
		}
	}

	void goTo(YearMonth month, int day) {
		this.clock.set(month.atDay(day).atStartOfDay().toInstant(ZoneOffset.UTC));
	}

	private void change() {
		List<Colleague> all = new ArrayList<>(this.staff.values());
		for (int each = 0; each < 28; each++) {
			join(each < 8, each > 9);
		}
		for (int each = 0; each < 6; each++) {
			Colleague leaver = all.remove(this.random.nextInt(all.size()));
			this.staff.remove(leaver.staffId());
			tell(People.gone(leaver));
		}
		for (int each = 0; each < 20; each++) {
			Colleague other = all.remove(this.random.nextInt(all.size()));
			tell(People.with(other,
					People.mentoring(null, (each < 18) ? People.asking("skill-" + this.random.nextInt(4)) : null)));
		}
		for (int each = 0; each < 3; each++) {
			tell(People.in(aUnit(), all.remove(this.random.nextInt(all.size()))));
		}
	}

	private void join(boolean mentor, boolean wants) {
		String id = "S-" + this.joined++;
		Colleague person = mentor ? People.mentor(id, 1, "skill-" + this.random.nextInt(4))
				: wants ? People.mentee(id, "skill-" + this.random.nextInt(4)) : People.person(id);
		if (this.random.nextInt(4) == 0) {
			person = People.speaking(person, "en", "es");
		}
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), ZoneOffset.UTC);
		tell(People.at("place-" + this.random.nextInt(3),
				People.since(today.minusDays(this.random.nextInt(4000)), People.in(aUnit(), person))));
	}

	private String aUnit() {
		return "D%d-%d".formatted(this.random.nextInt(3), this.random.nextInt(4));
	}

	/** Most say yes, some no, and some nothing; some relationships end. */
	private void answer() {
		this.office.send(HttpMethod.GET, Tokens.of("hr", "hr"), "/matches", null).json().forEach((match) -> {
			String state = match.get("state").asString();
			int mood = this.random.nextInt(10);
			if (state.equals("proposed") && mood < 7) {
				say(match, "mentor", "active");
				say(match, "mentee", "active");
			}
			else if (!state.equals("ended") && mood > 7) {
				say(match, "mentee", "ended");
			}
		});
	}

	private void say(JsonNode match, String side, String state) {
		this.office
			.put(match.get(side).get("staffId").asString(),
					"/me/matches/%s/state".formatted(match.get("matchId").asString()),
					"{\"state\": \"%s\"}".formatted(state))
			.json();
	}

	private void tell(Colleague person) {
		if (person.active()) {
			this.staff.put(person.staffId(), person);
		}
		this.matching.onColleague(received(person.staffId(), person));
	}

	private void tell(Unit unit) {
		this.matching.onUnit(received(unit.unitId(), unit));
	}

	private <T> Received<T> received(String id, T value) {
		Instant now = this.clock.instant();
		return new Received<>(id, this.sequences.merge(id, 1, Integer::sum), now, value);
	}

}
