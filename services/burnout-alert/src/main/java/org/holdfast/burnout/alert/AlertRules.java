package org.holdfast.burnout.alert;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.holdfast.burnout.chart.ChartedCycle;
import org.holdfast.burnout.release.Figure;
import org.holdfast.burnout.release.Pool;
import org.holdfast.burnout.release.Release;
import org.holdfast.burnout.release.Scale;
import org.holdfast.burnout.setting.Trouble;

/**
 * When a published block or a unit calls for an alert: the gravest rule that applies says
 * why. Rules see what is published and nothing else.
 */
final class AlertRules {

	/** The rules about blocks, the gravest first. */
	static final Map<Trouble, Rule> RULES = rules();

	/** How many cycles in a row a rise is compared with. */
	private static final int REMEMBERED = 8;

	private static final int REMEMBERED_AT_LEAST = 3;

	/** Chance alone passes this once in 400 comparisons. */
	private static final double RELIABLE = 2.807;

	private static final int SHORT_OF = 10;

	private AlertRules() {
	}

	private static Map<Trouble, Rule> rules() {
		Map<Trouble, Rule> rules = new EnumMap<>(Trouble.class);
		rules.put(Trouble.LEVEL_HIGH, AlertRules::levelIsHigh);
		rules.put(Trouble.LEVEL_ROSE, AlertRules::levelRoseReliably);
		return rules;
	}

	/** A rule: why this block of a release is in trouble, if it is. */
	interface Rule {

		/**
		 * Looks at a block.
		 * @param before how much trouble the same group was in, 0..100, in the cycles
		 * before; the latest last
		 */
		Optional<Finding> find(Release.Block block, Release release, Collection<Integer> before);

	}

	/**
	 * What a rule found.
	 *
	 * @param because the evidence in a sentence
	 * @param falseAlarms how often the rule would say so by chance
	 */
	record Finding(Trouble trouble, String because, String falseAlarms) {
	}

	static Optional<Finding> levelIsHigh(Release.Block block, Release release, Collection<Integer> before) {
		Figure figure = block.figure();
		Integer burden = figure.burden(release.outcome());
		if (burden == null || burden < release.threshold()) {
			return Optional.empty();
		}
		double chance = NormalDistribution.of(0, 1)
			.survivalProbability(SHORT_OF / Math.sqrt(Pool.WITHIN / people(figure)));
		return Optional.of(new Finding(Trouble.LEVEL_HIGH,
				"%s; the threshold is %d".formatted(level(figure, release.outcome()),
						release.outcome().burden(release.threshold())),
				"about 1 in %d cycles for a group of this size that lastingly stays %d points short of the threshold"
					.formatted(Math.round(1 / chance), SHORT_OF)));
	}

	static Optional<Finding> levelRoseReliably(Release.Block block, Release release, Collection<Integer> before) {
		Figure figure = block.figure();
		Integer burden = figure.burden(release.outcome());
		if (burden == null || figure.level() == null || before.size() < REMEMBERED_AT_LEAST) {
			return Optional.empty();
		}
		double usual = before.stream().mapToInt(Integer::intValue).average().orElseThrow();
		double chance = Math.sqrt(Pool.WITHIN / people(figure) * (1 + 1.0 / before.size()));
		if (burden - usual < RELIABLE * chance) {
			return Optional.empty();
		}
		return Optional.of(new Finding(Trouble.LEVEL_ROSE,
				"%s; it was %d on average over the %d cycles before".formatted(level(figure, release.outcome()),
						release.outcome().burden(Math.toIntExact(Math.round(usual))), before.size()),
				"about 1 in 400 cycles for a group in which nothing changes"));
	}

	/**
	 * Whether the members of a block run together above what is usual for each of them,
	 * which may be long before the level is high.
	 */
	static Optional<Finding> groupChartAlarms(Release.Block block, Release release, ChartedCycle charted) {
		if (!release.policy().rules().contains(Trouble.GROUP_CHART) || !charted.alarms(block.unitIds())) {
			return Optional.empty();
		}
		return Optional.of(new Finding(Trouble.GROUP_CHART,
				"%s; taken together, its members have been worse than is usual for each of them"
					.formatted(level(block.figure(), release.outcome())),
				charted.budget().sentence()));
	}

	private static String level(Figure figure, Scale scale) {
		String name = scale.id().substring(0, 1).toUpperCase(Locale.ROOT) + scale.id().substring(1).replace('-', ' ');
		String direction = (scale.direction() == Scale.Direction.HIGHER_IS_BETTER) ? ", where higher is better," : "";
		return "%s %s of 100%s in a group of %s people".formatted(name, figure.words(), direction, figure.people());
	}

	/** The fewest that the published band allows. */
	private static int people(Figure figure) {
		return Integer.parseInt(figure.people().substring(0, figure.people().indexOf('-')));
	}

	/**
	 * Returns the alerts that releases call for, each outcome for itself. A group's alert
	 * goes on while each of its units was in a group in trouble the cycle before; where
	 * one was not, that is news.
	 * @param releases by the close of their cycles, earliest first
	 * @param charts the group charts by cycle
	 */
	static List<Alert> alerts(List<Release> releases, Function<String, Optional<ChartedCycle>> charts) {
		Map<String, List<Release>> outcomes = new LinkedHashMap<>();
		releases.forEach(
				(release) -> outcomes.computeIfAbsent(release.outcome().id(), (id) -> new ArrayList<>()).add(release));
		List<Alert> alerts = new ArrayList<>();
		outcomes.values().forEach((series) -> {
			alerts.addAll(aboutGroups(series, charts));
			alerts.addAll(aboutSilence(series));
		});
		return alerts;
	}

	private static List<Alert> aboutGroups(List<Release> releases, Function<String, Optional<ChartedCycle>> charts) {
		List<Alert> alerts = new ArrayList<>();
		Map<List<String>, Deque<Integer>> history = new HashMap<>();
		Set<String> before = Set.of();
		for (Release release : releases) {
			Set<String> inTrouble = new HashSet<>();
			for (Release.Block block : release.blocks()) {
				Deque<Integer> remembered = history.computeIfAbsent(block.unitIds(), (units) -> new ArrayDeque<>());
				Optional<Finding> found = find(block, release, remembered).or(() -> charts.apply(release.id())
					.flatMap((charted) -> groupChartAlarms(block, release, charted)));
				if (found.isPresent()) {
					inTrouble.addAll(block.unitIds());
					if (!before.containsAll(block.unitIds())) {
						alerts.add(Alert.of(block, release, found.get()));
					}
				}
				remember(block.figure().burden(release.outcome()), remembered);
			}
			before = inTrouble;
		}
		return alerts;
	}

	private static Optional<Finding> find(Release.Block block, Release release, Collection<Integer> before) {
		return RULES.entrySet()
			.stream()
			.filter((rule) -> release.policy().rules().contains(rule.getKey()))
			.flatMap((rule) -> rule.getValue().find(block, release, before).stream())
			.findFirst();
	}

	private static void remember(@org.jspecify.annotations.Nullable Integer burden, Deque<Integer> remembered) {
		if (burden != null) {
			remembered.add(burden);
		}
		if (remembered.size() > REMEMBERED) {
			remembered.remove();
		}
	}

	/** Silence is no level: whether those who do not answer fare badly is not guessed. */
	private static List<Alert> aboutSilence(List<Release> releases) {
		List<Alert> alerts = new ArrayList<>();
		Map<String, Integer> silentFor = new HashMap<>();
		for (Release release : releases) {
			Map<String, Integer> before = silentFor;
			silentFor = new HashMap<>();
			for (Release.Shown unit : release.shown()) {
				int cycles = unit.silent() ? before.getOrDefault(unit.unitId(), 0) + 1 : 0;
				silentFor.put(unit.unitId(), cycles);
				if (cycles == release.policy().silentAfter() && release.policy().rules().contains(Trouble.SILENT)) {
					alerts.add(Alert.ofSilence(unit.unitId(), release, cycles));
				}
			}
		}
		return alerts;
	}

}
