package org.holdfast.burnout.chart;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import org.holdfast.burnout.release.CycleChanged;
import org.holdfast.burnout.release.Published;
import org.holdfast.burnout.release.Release;
import org.holdfast.burnout.release.ResponseRecorded;
import org.holdfast.burnout.release.Scale;
import org.holdfast.burnout.setting.BurnoutSettings;
import org.holdfast.defaults.inbox.EventReader;
import org.holdfast.defaults.inbox.Received;
import org.holdfast.defaults.inbox.Rows;
import org.holdfast.defaults.outbox.Aggregates;
import org.holdfast.defaults.outbox.Change;
import org.holdfast.defaults.outbox.Event;
import org.holdfast.defaults.outbox.Outbox;

import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/**
 * Takes each timely answer into its person's chart, and charts the blocks of each cycle
 * when it is published.
 * <p>
 * Once a cycle is charted its answers can no longer change. Until then a changed answer
 * takes the place of what it was. Charts of groups follow from releases in the order of
 * their close and from people's answers in the order of time, so neither duplicates nor
 * the order in which people's answers arrive make a difference.
 */
@Component
public class Charts {

	private static final String CYCLES = "group-charts";

	private final Rows<Row> rows;

	private final Aggregates<PersonalChart> people;

	private final Priors priors;

	private final MongoOperations mongo;

	private final BurnoutSettings settings;

	private final PersonalChart.Rules rules;

	private final Rows<CycleChanged> cycles;

	/** What each cycle is about. */
	private final Map<String, Scale> outcomes = new ConcurrentHashMap<>();

	/** The cycles that are charted. */
	private final Map<String, ChartedCycle> charted = new ConcurrentHashMap<>();

	Charts(EventReader reader, Outbox outbox, Priors priors, MongoOperations mongo, BurnoutSettings settings) {
		this.rows = reader.rows(Row.class, "charted");
		this.cycles = reader.rows(CycleChanged.class, "cycles");
		this.people = outbox.aggregates(PersonalChart.class, "charts");
		this.priors = priors;
		this.mongo = mongo;
		this.settings = settings;
		int years = Math.max(1, Math.round(settings.personalRunLength() / 52f));
		this.rules = new PersonalChart.Rules(priors::at, Limits.personal(settings.personalRunLength()),
				"about one in %d years of weekly answers".formatted(years));
		mongo.findAll(ChartedCycle.class, CYCLES).forEach((cycle) -> this.charted.put(cycle.id(), cycle));
	}

	/**
	 * Takes an answer in, or a change of it, or takes it back. To be called before the
	 * answer may count for its cycle's release.
	 */
	public void onResponse(Received<ResponseRecorded> event) {
		ResponseRecorded response = event.value();
		if (response == null) {
			takeBack(event);
		}
		else if (!response.late()) {
			Row row = Row.of(event.key(), response, event.seq());
			if (this.rows.put(event.key(), event.seq(), row)) {
				take(row);
			}
			else {
				this.rows.find(event.key()).ifPresent(this::take);
			}
		}
	}

	/**
	 * Where the cycle is not heard of yet, it is not known what is charted: that is made
	 * up for when the cycle is published.
	 */
	private void take(Row row) {
		if (!this.charted.containsKey(row.cycleId())) {
			outcome(row.cycleId()).ifPresent((outcome) -> take(row, outcome));
		}
	}

	private void take(Row row, Scale outcome) {
		Double score = row.scores().get(outcome.id());
		if (score == null) {
			change(row, outcome, (chart) -> chart.drop(row.id(), this.charted::containsKey, this.rules));
		}
		else {
			Answered answer = new Answered(row.id(), row.revision(), row.cycleId(), worse(score, outcome),
					row.answeredAt());
			change(row, outcome, (chart) -> chart.take(answer, this.charted::containsKey, this.rules));
		}
	}

	private void change(Row row, Scale outcome, Function<PersonalChart, Change<PersonalChart>> what) {
		this.people.change(PersonalChart.id(row.pseudonym(), outcome.id()), (held) -> {
			Change<PersonalChart> change = what
				.apply(held.orElseGet(() -> PersonalChart.of(row.pseudonym(), outcome.id())));
			return held.map((chart) -> chart.equals(change.next())).orElse(false) ? Change.none() : change;
		});
	}

	/** Brings a score to 0..100, higher is worse, whatever its scale. */
	private static double worse(double score, Scale scale) {
		double share = 100 * (score - scale.minimum()) / (scale.maximum() - scale.minimum());
		return Math.clamp((scale.direction() == Scale.Direction.HIGHER_IS_WORSE) ? share : 100 - share, 0, 100);
	}

	private Optional<Scale> outcome(String cycleId) {
		Scale known = this.outcomes.get(cycleId);
		if (known != null) {
			return Optional.of(known);
		}
		Optional<Scale> found = this.cycles.find(cycleId).map(CycleChanged::outcome);
		found.ifPresent((outcome) -> this.outcomes.put(cycleId, outcome));
		return found;
	}

	/**
	 * An answer that is erased cannot be taken out of the sums of a chart, so the whole
	 * chart goes, and the warning with it. What is published of groups stays.
	 */
	private void takeBack(Received<ResponseRecorded> event) {
		this.rows.find(event.key()).ifPresent((row) -> row.scales().forEach((scale) -> {
			String id = PersonalChart.id(row.pseudonym(), scale);
			this.people.remove(id, (chart) -> List.of(Event.tombstone(Warned.TOPIC, id)));
		}));
		this.rows.remove(event.key(), event.seq());
	}

	/** Charts the cycles that are published and not charted yet, in order. */
	@EventListener
	@Order(0)
	void on(Published published) {
		for (Release release : published.releases()) {
			if (!this.charted.containsKey(release.id())) {
				chart(release);
			}
		}
	}

	private void chart(Release release) {
		String scale = release.outcome().id();
		ChartedCycle before = latest(scale).orElse(null);
		Priors.Estimate estimate = estimate(scale, release.closesAt());
		Map<String, List<Double>> surprises = surprises(release);
		List<List<String>> blocks = release.blocks().stream().map(Release.Block::unitIds).toList();
		Budget budget = new Budget(blocks.size(), this.settings.cyclesPerQuarter(),
				this.settings.falseAlarmsPerQuarter());
		add(ChartedCycle.of(release.id(), scale, release.closesAt(), blocks, surprises, before, budget,
				estimate.alike()));
	}

	private void add(ChartedCycle cycle) {
		ChartedCycle held = cycle;
		try {
			this.mongo.insert(cycle, CYCLES);
		}
		catch (DuplicateKeyException ex) {
			// another instance was quicker, and that stands
			ChartedCycle theirs = this.mongo.findById(cycle.id(), ChartedCycle.class, CYCLES);
			held = (theirs != null) ? theirs : cycle;
		}
		this.charted.put(held.id(), held);
	}

	/** Returns what each member's answer to a cycle was against the usual, by unit. */
	private Map<String, List<Double>> surprises(Release release) {
		String scale = release.outcome().id();
		List<Row> rows = this.rows.find(Query.query(Criteria.where("cycleId").is(release.id())))
			.stream()
			.filter((row) -> row.scores().containsKey(scale))
			.sorted(Comparator.comparing(Row::pseudonym).thenComparing(Row::id))
			.toList();
		Map<String, PersonalChart> charts = charts(rows, scale);
		rows.stream()
			.filter((row) -> !charts.containsKey(row.pseudonym())
					|| !charts.get(row.pseudonym()).holds(row.id(), row.revision()))
			.forEach((row) -> {
				take(row, release.outcome());
				this.people.find(PersonalChart.id(row.pseudonym(), scale))
					.ifPresent((chart) -> charts.put(row.pseudonym(), chart));
			});
		Map<String, List<Double>> surprises = new HashMap<>();
		for (Row row : rows) {
			Optional.ofNullable(charts.get(row.pseudonym()))
				.flatMap((chart) -> chart.after(row.id(), this.rules))
				.ifPresent((standing) -> surprises.computeIfAbsent(row.unitId(), (id) -> new ArrayList<>())
					.add(standing.chart().q()));
		}
		return surprises;
	}

	private Map<String, PersonalChart> charts(List<Row> rows, String scale) {
		List<String> ids = rows.stream().map((row) -> PersonalChart.id(row.pseudonym(), scale)).toList();
		Map<String, PersonalChart> charts = new HashMap<>();
		this.people.find(Query.query(Criteria.where("_id").in(ids)))
			.forEach((chart) -> charts.put(chart.pseudonym(), chart));
		return charts;
	}

	/** Returns the estimate of a quarter, made with the first cycle that closes in it. */
	private Priors.Estimate estimate(String scale, Instant closesAt) {
		int quarter = Priors.quarter(closesAt);
		Priors.Estimate latest = this.priors.estimate(scale, quarter);
		List<ChartedCycle> earlier = charted(scale);
		if (earlier.isEmpty() || Priors.quarter(earlier.getLast().closesAt()) == quarter) {
			return latest;
		}
		List<Tally> tallies = this.people.find(Query.query(Criteria.where("scale").is(scale)))
			.stream()
			.sorted(Comparator.comparing(PersonalChart::id))
			.map((chart) -> chart.settled(this.charted::containsKey, this.rules))
			.flatMap(Optional::stream)
			.map(Standing::tally)
			.toList();
		Priors.Estimate estimate = latest.next(quarter, tallies,
				earlier.stream().mapToDouble(ChartedCycle::products).sum(),
				earlier.stream().mapToDouble(ChartedCycle::pairs).sum());
		this.priors.add(estimate);
		return estimate;
	}

	private List<ChartedCycle> charted(String scale) {
		return this.charted.values()
			.stream()
			.filter((cycle) -> cycle.scale().equals(scale))
			.sorted(ChartedCycle.BY_CLOSE)
			.toList();
	}

	private Optional<ChartedCycle> latest(String scale) {
		return charted(scale).stream().reduce((earlier, later) -> later);
	}

	/** Returns the group charts of a cycle, once it is charted. */
	public Optional<ChartedCycle> of(String cycleId) {
		return Optional.ofNullable(this.charted.get(cycleId));
	}

	/** Returns the latest charted cycle of each scale, by scale. */
	List<ChartedCycle> latest() {
		return this.charted.values()
			.stream()
			.map(ChartedCycle::scale)
			.distinct()
			.sorted()
			.map(this::latest)
			.flatMap(Optional::stream)
			.toList();
	}

	/**
	 * A timely answer, to find the charts again that it went into.
	 *
	 * @param scores by scale, where there is one
	 * @param scales also those without a score
	 * @param revision the sequence number of the event it came with
	 */
	record Row(String id, String cycleId, String unitId, String pseudonym, Instant answeredAt,
			Map<String, Double> scores, List<String> scales, long revision) {

		Row {
			scores = Map.copyOf(scores);
			scales = List.copyOf(scales);
		}

		static Row of(String id, ResponseRecorded response, long revision) {
			Map<String, Double> scores = new HashMap<>();
			List<String> scales = new ArrayList<>();
			response.scores().properties().forEach((score) -> {
				scales.add(score.getKey());
				if (!score.getValue().isNull()) {
					scores.put(score.getKey(), score.getValue().doubleValue());
				}
			});
			return new Row(id, response.cycleId(), response.unitId(), response.pseudonym(), response.answeredAt(),
					scores, scales, revision);
		}

	}

}
