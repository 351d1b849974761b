package org.holdfast.burnout.ledger;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.holdfast.burnout.release.Release;
import org.holdfast.burnout.unit.Named;

/**
 * A published cycle and what came of it.
 *
 * @param dueAt until when it is to be responded to
 * @param answered whether the agency responded
 * @param overdue whether a response, or a promise, is late
 * @param responses the agency's first, then those of units
 * @param units those that responded, as they are called now
 */
record Entry(String cycleId, Instant closesAt, Instant dueAt, boolean answered, boolean overdue,
		List<Response> responses, List<Named> units) {

	/** What is overdue comes first, then what is latest. */
	static final Comparator<Entry> ORDER = Comparator.comparing(Entry::overdue)
		.thenComparing(Entry::closesAt)
		.reversed()
		.thenComparing(Entry::cycleId);

	/**
	 * Puts together what came of a cycle.
	 * @param names of units by their ids
	 */
	static Entry of(Release release, List<Response> responses, Map<String, String> names, Instant now) {
		Instant dueAt = release.closesAt().plus(Duration.ofDays(release.policy().respondWithinDays()));
		boolean answered = responses.stream().anyMatch((response) -> response.unitId() == null);
		LocalDate today = now.atZone(ZoneOffset.UTC).toLocalDate();
		boolean late = responses.stream()
			.flatMap((response) -> response.promises().stream())
			.anyMatch((promise) -> promise.isOverdue(today));
		return new Entry(release.id(), release.closesAt(), dueAt, answered, late || (!answered && now.isAfter(dueAt)),
				responses.stream().sorted(Comparator.comparing(Response::id)).toList(),
				Named.of(unitIds(responses), names));
	}

	/** Returns the units that responded. */
	static List<String> unitIds(Collection<Response> responses) {
		return responses.stream().map(Response::unitId).filter(Objects::nonNull).distinct().sorted().toList();
	}

}
