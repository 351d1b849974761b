package org.holdfast.mentorship.feedback;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.holdfast.defaults.outbox.Aggregates;
import org.holdfast.defaults.outbox.Change;
import org.holdfast.defaults.outbox.Outbox;
import org.holdfast.mentorship.feedback.Opinion.Given;
import org.holdfast.mentorship.feedback.Release.Counted;

import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/**
 * Decides each quarter the first time that anybody asks after its end, in order, and
 * never again: neither what people say later nor an erasure changes what was released, so
 * there is nothing to compare it with.
 */
@Component
class Releases {

	private final Aggregates<Release> releases;

	private final Opinions opinions;

	private final Clock clock;

	Releases(Outbox outbox, Opinions opinions, Clock clock) {
		this.releases = outbox.aggregates(Release.class, "feedback-releases");
		this.opinions = opinions;
		this.clock = clock;
	}

	/** Those of all quarters that are over, the newest first. */
	List<Release> all() {
		return Stream.of(Side.values())
			.flatMap((side) -> all(side).stream())
			.sorted(Comparator.comparing(Release::quarter).reversed().thenComparing(Release::side))
			.toList();
	}

	private List<Release> all(Side side) {
		Instant now = this.clock.instant();
		List<Release> all = new ArrayList<>(this.releases.find(Query.query(Criteria.where("side").is(side.name()))));
		all.sort(Comparator.comparing(Release::quarter));
		List<Opinion> opinions = this.opinions.from(side);
		Set<String> counted = new HashSet<>();
		all.forEach((release) -> counted.addAll(release.counted()));
		Optional<Quarter> next = all.isEmpty() ? first(opinions) : Optional.of(all.getLast().quarter().next());
		while (next.filter((quarter) -> quarter.isOver(now)).isPresent()) {
			Release release = decide(Release.of(side, next.get(), people(side, next.get(), opinions, counted)));
			counted.addAll(release.counted());
			all.add(release);
			next = next.map(Quarter::next);
		}
		return all;
	}

	private static Optional<Quarter> first(List<Opinion> opinions) {
		return opinions.stream()
			.flatMap((opinion) -> opinion.given().stream())
			.map(Given::quarter)
			.min(Comparator.naturalOrder());
	}

	private List<Counted> people(Side side, Quarter quarter, List<Opinion> opinions, Set<String> counted) {
		return opinions.stream()
			.filter((opinion) -> !counted.contains(opinion.token()))
			.flatMap((opinion) -> opinion.in(quarter)
				.flatMap((given) -> this.opinions.answers(side, opinion.by(), given))
				.map((answers) -> new Counted(opinion.token(), answers))
				.stream())
			.toList();
	}

	/** Whoever decides first decides for all. */
	private Release decide(Release release) {
		return this.releases.change(release.id(), (found) -> found.isPresent() ? Change.none() : Change.to(release));
	}

}
