package org.holdfast.mentorship.pool;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.holdfast.mentorship.participation.Participations;
import org.holdfast.mentorship.people.Agency;
import org.holdfast.mentorship.people.Circumstances.Two;
import org.holdfast.mentorship.people.Directory;
import org.holdfast.mentorship.programme.Programmes;
import org.holdfast.mentorship.relationship.Match;
import org.holdfast.mentorship.relationship.Matches;
import org.holdfast.mentorship.relationship.Mentor;
import org.holdfast.mentorship.relationship.Places;

import org.springframework.stereotype.Component;

/**
 * Looks at everything as it is now.
 */
@Component
public class Situations {

	private final Directory directory;

	private final Participations participations;

	private final Programmes programmes;

	private final Places places;

	private final Matches matches;

	private final Clock clock;

	Situations(Directory directory, Participations participations, Programmes programmes, Places places,
			Matches matches, Clock clock) {
		this.directory = directory;
		this.participations = participations;
		this.programmes = programmes;
		this.places = places;
		this.matches = matches;
		this.clock = clock;
	}

	public Situation now() {
		// places first: what a match needs is there before the match
		Map<String, Mentor> mentors = index(this.places.mentors(), Mentor::id);
		Map<String, Match> all = index(this.matches.all(), Match::id);
		Set<Two> tried = all.values()
			.stream()
			.filter(Match::wasTried)
			.map((match) -> new Two(match.mentorId(), match.menteeId()))
			.collect(Collectors.toSet());
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), ZoneOffset.UTC);
		Agency agency = this.directory.agency(this.participations.circumstances(today, tried));
		return new Situation(agency, this.programmes.current(), mentors, all);
	}

	private static <T> Map<String, T> index(Collection<T> things, Function<T, String> id) {
		return things.stream().collect(Collectors.toMap(id, Function.identity()));
	}

}
