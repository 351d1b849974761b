package org.holdfast.mentorship.report;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.holdfast.mentorship.fit.Points;
import org.holdfast.mentorship.fit.Programme;
import org.holdfast.mentorship.people.Agency;
import org.holdfast.mentorship.people.Circumstances;
import org.holdfast.mentorship.people.Colleague;
import org.holdfast.mentorship.people.People;
import org.holdfast.mentorship.people.Unit;
import org.holdfast.mentorship.pool.Situation;
import org.holdfast.mentorship.relationship.Match;

/** An agency with waits that went one way or the other, to make releases of. */
final class World {

	static final YearMonth MAY = YearMonth.of(2026, 5);

	/** The 90th day of waits since then is in May. */
	private static final Instant FEBRUARY = Instant.parse("2026-02-10T08:00:00Z");

	private final Map<String, Colleague> staff = new HashMap<>();

	private final Map<String, Unit> units = new HashMap<>();

	private final Map<String, Wish> wishes = new HashMap<>();

	private final Map<String, Match> matches = new HashMap<>();

	private int sequence;

	/** A way to be for people to come. */
	record Kind(String unit, String language, String place, int score) {

		static Kind in(String unit) {
			return new Kind(unit, "en", "north", 70);
		}

		Kind speaking(String language) {
			return new Kind(this.unit, language, this.place, this.score);
		}

		Kind at(String place) {
			return new Kind(this.unit, this.language, place, this.score);
		}

		Kind scoring(int score) {
			return new Kind(this.unit, this.language, this.place, score);
		}

	}

	/** People who want nothing. */
	World others(int count, Kind kind) {
		add(count, kind, false);
		return this;
	}

	/** People who have waited in vain since February. */
	World inVain(int count, Kind kind) {
		return waiting(count, kind, FEBRUARY);
	}

	World waiting(int count, Kind kind, Instant since) {
		add(count, kind, true).forEach((id) -> this.wishes.put(id, new Wish(id, since)));
		return this;
	}

	/** People who waited in vain and have a proposal now, which HR sees. */
	World late(int count, Kind kind) {
		add(count, kind, true).forEach((id) -> {
			this.wishes.put(id, new Wish(id, FEBRUARY));
			match(id, "somebody", Match.State.PROPOSED, MAY.atDay(30).atStartOfDay().toInstant(ZoneOffset.UTC), null,
					null, kind.score());
		});
		return this;
	}

	/** People who found a mentor within two weeks. */
	World found(int count, Kind kind) {
		add(count, kind, true).forEach((id) -> {
			this.wishes.put(id, new Wish(id, FEBRUARY));
			match(id, "somebody", Match.State.ACTIVE, FEBRUARY, FEBRUARY.plus(Duration.ofDays(14)), null, kind.score());
		});
		return this;
	}

	World match(String mentee, String mentor, Match.State state, Instant at, Instant since, Match.End end, int score) {
		Match match = new Match(mentee + "-1", mentor, mentee, state,
				new Match.Offer(at, at.plus(Duration.ofDays(4)), at.plus(Duration.ofDays(7))), Set.of(), since,
				List.of(new Points("skills", score, "")), 1, end, Set.of());
		this.matches.put(match.id(), match);
		return this;
	}

	World mentors(int count, int places, Kind kind, String... skills) {
		for (int each = 0; each < count; each++) {
			put(People.mentor(id(), places, skills), kind);
		}
		return this;
	}

	World wanting(int count, Kind kind, String... needs) {
		for (int each = 0; each < count; each++) {
			String id = id();
			put(People.mentee(id, needs), kind);
			this.wishes.put(id, new Wish(id, FEBRUARY));
		}
		return this;
	}

	World unit(String unitId, String parentId) {
		this.units.put(unitId, new Unit(unitId, parentId, null));
		return this;
	}

	Material in(YearMonth month) {
		Instant now = month.plusMonths(1).atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC).plus(Duration.ofHours(1));
		Agency agency = new Agency(this.staff.values(), this.units.values(),
				new Circumstances(LocalDate.ofInstant(now, ZoneOffset.UTC), Set.of(), Set.of(), Set.of()));
		return new Material(month, now, new Situation(agency, Programme.USUAL, Map.of(), this.matches),
				List.copyOf(this.wishes.values()));
	}

	Release release(Set<Rule> rules, Release... earlier) {
		YearMonth month = MAY.plusMonths(earlier.length);
		return Release.of(in(month), List.of(earlier), rules);
	}

	/** Whom HR can list under one of the names, by some division. */
	Set<String> listed(Division division, Collection<String> names, YearMonth month) {
		Set<String> unseen = in(month).unseen();
		return this.staff.values()
			.stream()
			.filter((colleague) -> unseen.contains(colleague.staffId())
					&& names.contains(division.name().apply(colleague)))
			.map(Colleague::staffId)
			.collect(Collectors.toSet());
	}

	private List<String> add(int count, Kind kind, boolean wants) {
		List<String> ids = new ArrayList<>();
		for (int each = 0; each < count; each++) {
			String id = id();
			put(wants ? People.mentee(id) : People.person(id), kind);
			ids.add(id);
		}
		return ids;
	}

	private void put(Colleague colleague, Kind kind) {
		Colleague speaking = kind.language().equals("en") ? colleague
				: People.speaking(colleague, "en", kind.language());
		this.staff.put(colleague.staffId(), People.at(kind.place(), People.in(kind.unit(), speaking)));
		this.units.putIfAbsent(kind.unit(), new Unit(kind.unit(), null, null));
	}

	private String id() {
		return "p%03d".formatted(this.sequence++);
	}

}
