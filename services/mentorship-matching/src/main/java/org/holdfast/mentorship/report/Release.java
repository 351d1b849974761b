package org.holdfast.mentorship.report;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The reports of one month, made once.
 *
 * @param id the month, such as 2026-05
 * @param madeAt some time after it
 * @param fairness null as long as there was too little to compare
 * @param counted of whom figures were made; never shown
 */
record Release(String id, Instant madeAt, Pool pool, Outcomes outcomes, @Nullable Fairness fairness,
		List<Counted> counted) {

	/** As long it is remembered of whom figures were made. */
	private static final int MEMORY = 12;

	Release {
		counted = List.copyOf(counted);
	}

	/**
	 * Makes the reports.
	 * @param earlier all releases there are
	 * @param rules all of them, except in tests
	 */
	static Release of(Material now, Collection<Release> earlier, Set<Rule> rules) {
		String remembered = now.month().minusMonths(MEMORY).toString();
		Memory memory = new Memory(earlier.stream()
			.filter((each) -> each.id().compareTo(remembered) >= 0)
			.flatMap((each) -> each.counted().stream())
			.toList(), rules);
		Optional<Release> last = earlier.stream().max(Comparator.comparing(Release::id));
		Pool.Count count = new Pool.Count(now, last.map(Release::pool).orElse(Pool.none(now.month().toString())),
				memory, rules);
		Pool pool = count.pool();
		return new Release(now.month().toString(), now.now(), pool,
				Outcomes.of(now, last.map(Release::outcomes).orElse(Outcomes.NONE), rules),
				Fairness.of(now, last.map(Release::fairness).orElse(null), count.listed(), rules), count.counted());
	}

}
