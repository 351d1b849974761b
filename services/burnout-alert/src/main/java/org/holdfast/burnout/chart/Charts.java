package org.holdfast.burnout.chart;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import org.holdfast.burnout.release.Answer;
import org.holdfast.burnout.release.Answers;
import org.holdfast.burnout.release.CycleChanged;
import org.holdfast.burnout.release.Published;
import org.holdfast.burnout.release.Release;
import org.holdfast.burnout.release.Scale;
import org.holdfast.burnout.setting.BurnoutSettings;
import org.holdfast.defaults.inbox.EventReader;
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

	private final Answers answers;

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

	Charts(EventReader reader, Answers answers, Outbox outbox, Priors priors, MongoOperations mongo,
			BurnoutSettings settings) {
		this.answers = answers;
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
	 * Takes an answer in, or a change of it. Where the cycle is not heard of yet, it is
	 * not known what is charted: that is made up for when the cycle is published.
	 */
	@EventListener
	@Order(0)
	void on(Answers.Held held) {
		Answer answer = held.answer();
		if (!this.charted.containsKey(answer.cycleId())) {
			outcome(answer.cycleId()).ifPresent((outcome) -> take(answer, outcome));
		}
	}

	/**
	 * An answer that is erased cannot be taken out of the sums of a chart, so the whole
	 * chart goes, and the warning with it. What is published of groups stays.
	 */
	@EventListener
	void on(Answers.Erased erased) {
		outcome(erased.answer().cycleId()).ifPresent((outcome) -> {
			String id = id(erased.answer(), outcome);
			this.people.remove(id, (chart) -> List.of(Event.tombstone(Warned.TOPIC, id)));
		});
	}

	private void take(Answer answer, Scale outcome) {
		Double score = answer.score(outcome);
		if (score == null) {
			change(answer, outcome, (chart) -> chart.drop(answer.id(), this.charted::containsKey, this.rules));
		}
		else {
			Answered answered = new Answered(answer.id(), answer.revision(), answer.cycleId(), worse(score, outcome),
					answer.answeredAt());
			change(answer, outcome, (chart) -> chart.take(answered, this.charted::containsKey, this.rules));
		}
	}

	private void change(Answer answer, Scale outcome, Function<PersonalChart, Change<PersonalChart>> what) {
		this.people.change(id(answer, outcome), (held) -> {
			Change<PersonalChart> change = what
				.apply(held.orElseGet(() -> PersonalChart.of(pseudonym(answer), outcome.id())));
			return held.map((chart) -> chart.equals(change.next())).orElse(false) ? Change.none() : change;
		});
	}

	private static String id(Answer answer, Scale outcome) {
		return PersonalChart.id(pseudonym(answer), outcome.id());
	}

	/** Of an answer that is not erased. */
	private static String pseudonym(Answer answer) {
		return Objects.requireNonNull(answer.pseudonym());
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
		Scale outcome = release.outcome();
		List<Answer> answers = this.answers.of(release.id())
			.stream()
			.filter((answer) -> answer.score(outcome) != null)
			.sorted(Comparator.comparing(Charts::pseudonym).thenComparing(Answer::id))
			.toList();
		Map<String, PersonalChart> charts = charts(answers, outcome);
		answers.stream()
			.filter((answer) -> !charts.containsKey(answer.pseudonym())
					|| !charts.get(answer.pseudonym()).holds(answer.id(), answer.revision()))
			.forEach((answer) -> {
				take(answer, outcome);
				this.people.find(id(answer, outcome)).ifPresent((chart) -> charts.put(pseudonym(answer), chart));
			});
		Map<String, List<Double>> surprises = new HashMap<>();
		for (Answer answer : answers) {
			Optional.ofNullable(charts.get(answer.pseudonym()))
				.flatMap((chart) -> chart.after(answer.id(), this.rules))
				.ifPresent((standing) -> surprises.computeIfAbsent(answer.unitId(), (id) -> new ArrayList<>())
					.add(standing.chart().q()));
		}
		return surprises;
	}

	private Map<String, PersonalChart> charts(List<Answer> answers, Scale outcome) {
		List<String> ids = answers.stream().map((answer) -> id(answer, outcome)).toList();
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

}
