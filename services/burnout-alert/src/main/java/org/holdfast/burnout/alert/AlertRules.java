package org.holdfast.burnout.alert;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.holdfast.burnout.release.Figure;
import org.holdfast.burnout.release.Release;
import org.jspecify.annotations.Nullable;

/**
 * When a published block calls for an alert: the first rule that applies says why. Rules
 * see what is published and nothing else.
 */
final class AlertRules {

	/** The rules in the order in which they are asked. */
	static final List<Rule> RULES = List.of(AlertRules::levelIsHigh);

	private AlertRules() {
	}

	/** A rule: why this block of a release is in trouble, if it is. */
	interface Rule {

		Optional<String> because(Release.Block block, Release release);

	}

	static Optional<String> levelIsHigh(Release.Block block, Release release) {
		Figure figure = block.figure();
		if (!figure.reaches(release.threshold())) {
			return Optional.empty();
		}
		String strain = (figure.level() != null) ? figure.level().toString() : "at least " + figure.atLeast();
		return Optional.of("Strain %s of 100 in a group of %s people; the threshold is %d".formatted(strain,
				figure.people(), release.threshold()));
	}

	/**
	 * Returns the alerts that a series of releases calls for. A group's alert goes on
	 * while each of its units was in a group in trouble the cycle before; where one was
	 * not, that is news.
	 * @param releases by the close of their cycles, earliest first
	 */
	static List<Alert> alerts(List<Release> releases) {
		List<Alert> alerts = new ArrayList<>();
		Set<String> before = Set.of();
		for (Release release : releases) {
			Set<String> inTrouble = new HashSet<>();
			for (Release.Block block : release.blocks()) {
				String because = because(block, release);
				if (because != null) {
					inTrouble.addAll(block.unitIds());
					if (!before.containsAll(block.unitIds())) {
						alerts.add(Alert.of(block, release, because));
					}
				}
			}
			before = inTrouble;
		}
		return alerts;
	}

	private static @Nullable String because(Release.Block block, Release release) {
		return RULES.stream().flatMap((rule) -> rule.because(block, release).stream()).findFirst().orElse(null);
	}

}
