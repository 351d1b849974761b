package org.holdfast.burnout.release;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

import io.micrometer.core.instrument.MeterRegistry;
import org.holdfast.burnout.crosscut.CrossCuts;
import org.holdfast.burnout.setting.BurnoutSettings;
import org.holdfast.burnout.setting.Policies;
import org.holdfast.burnout.setting.Policy;
import org.holdfast.defaults.inbox.EventReader;
import org.holdfast.defaults.inbox.Received;
import org.holdfast.defaults.inbox.Rows;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Collects the answers of each cycle and publishes its release when the cycle is closed
 * and exactly the answers that were counted at the close have arrived, in whatever order.
 * <p>
 * Everything follows from the rows: what a crash interrupts, the next look completes. So
 * does whoever listens: after each look they are told of all releases and do what of it
 * is not done yet.
 */
@Component
public class Cycles {

	private static final Logger logger = LoggerFactory.getLogger(Cycles.class);

	private final Answers answers;

	private final Rows<CycleChanged> cycles;

	private final Releases releases;

	private final ApplicationEventPublisher listeners;

	private final BurnoutSettings settings;

	private final Policies policies;

	private final CrossCuts crossCuts;

	/** All of them; tests leave one out to see that it is needed. */
	private volatile Set<PartitionRelease.Rule> rules = EnumSet.allOf(PartitionRelease.Rule.class);

	/** Cycles that something came for since they were last looked at. */
	private final Set<String> touched = ConcurrentHashMap.newKeySet();

	private final ReentrantLock looking = new ReentrantLock();

	/** Closed cycles that lack answers, and since when this process knows. */
	private final Map<String, Long> waiting = new ConcurrentHashMap<>();

	/** Closed cycles that let an earlier one go first. */
	private final Set<String> held = ConcurrentHashMap.newKeySet();

	/** When a cycle was last heard of. */
	private volatile long heard = System.nanoTime() - Duration.ofDays(1).toNanos();

	private final Set<String> warned = ConcurrentHashMap.newKeySet();

	Cycles(EventReader reader, Answers answers, Releases releases, ApplicationEventPublisher listeners,
			Policies policies, CrossCuts crossCuts, BurnoutSettings settings, MeterRegistry meters) {
		this.answers = answers;
		this.cycles = reader.rows(CycleChanged.class, "cycles");
		this.releases = releases;
		this.listeners = listeners;
		this.settings = settings;
		this.policies = policies;
		this.crossCuts = crossCuts;
		meters.gaugeMapSize("holdfast.cycles.incomplete", List.of(), this.waiting);
	}

	/**
	 * After the person's chart has it, for a cycle may be published by the last answer.
	 */
	@EventListener
	@Order(1)
	void on(Answers.Held held) {
		this.touched.add(held.answer().cycleId());
	}

	public void onCycle(Received<CycleChanged> event) {
		CycleChanged cycle = event.required();
		this.cycles.append(event.key(), event.seq(), cycle);
		this.heard = System.nanoTime();
		this.touched.add(cycle.cycleId());
	}

	/** Publishes what became complete; many answers that came together are one look. */
	@Scheduled(fixedDelayString = "${holdfast.burnout.publish-every:200ms}")
	void publishTouched() {
		List<String> since = List.copyOf(this.touched);
		if (!since.isEmpty() && isSettled()) {
			since.forEach(this.touched::remove);
			try {
				List<CycleChanged> closed = Stream.concat(since.stream(), this.held.stream())
					.distinct()
					.map(this.cycles::find)
					.flatMap(Optional::stream)
					.filter(CycleChanged::closed)
					.toList();
				if (!closed.isEmpty()) {
					publish(closed);
				}
			}
			catch (RuntimeException ex) {
				this.touched.addAll(since);
				throw ex;
			}
		}
	}

	/** Publishes what is complete at the start, and what was left over since. */
	@Scheduled(fixedDelayString = "${holdfast.burnout.sweep-every:30s}")
	void publishDue() {
		if (!isSettled()) {
			return;
		}
		List<String> published = this.releases.reload().stream().map(Release::id).toList();
		List<CycleChanged> due = this.cycles
			.find(Query.query(Criteria.where("state").is(CycleChanged.State.CLOSED).and("_id").nin(published)));
		this.waiting.keySet().retainAll(due.stream().map(CycleChanged::cycleId).toList());
		publish(due);
	}

	/** Leaves rules out from now on. */
	void publishBy(Set<PartitionRelease.Rule> rules) {
		this.rules = Set.copyOf(rules);
	}

	private boolean isSettled() {
		return System.nanoTime() - this.heard >= this.settings.settleAfter().toNanos();
	}

	private void publish(Collection<CycleChanged> closed) {
		this.looking.lock();
		try {
			closed.stream()
				.sorted(Comparator.comparing(CycleChanged::closesAt).thenComparing(CycleChanged::cycleId))
				.forEach(this::publish);
			this.listeners.publishEvent(new Published(this.releases.all()));
		}
		finally {
			this.looking.unlock();
		}
	}

	private void publish(CycleChanged cycle) {
		this.held.remove(cycle.cycleId());
		if (!this.releases.holds(cycle.cycleId())) {
			if (isNotTheNext(cycle)) {
				this.held.add(cycle.cycleId());
				return;
			}
			List<Answer> arrived = this.answers.of(cycle.cycleId());
			long incomplete = incompleteUnits(cycle, arrived);
			if (incomplete > 0) {
				await(cycle, incomplete);
				return;
			}
			Policy policy = this.policies.at(cycle.opensAt()).atLeast(this.policies.current().minimumGroup());
			this.releases.add(PartitionRelease.of(cycle, arrived, policy, this.crossCuts.at(cycle.opensAt()),
					this.releases.all(), this.rules));
			logger.info("Published cycle {}", cycle.cycleId());
		}
		this.waiting.remove(cycle.cycleId());
	}

	/**
	 * Tells whether an earlier cycle that it has to agree with is still to be published:
	 * the blocks of a quarter depend on each other in the order of time.
	 */
	private boolean isNotTheNext(CycleChanged cycle) {
		List<String> published = this.releases.all().stream().map(Release::id).toList();
		boolean another = this.cycles
			.find(Query.query(Criteria.where("closesAt").lt(cycle.closesAt()).and("_id").nin(published)))
			.stream()
			.anyMatch((earlier) -> earlier.outcome().id().equals(cycle.outcome().id())
					&& Release.quarter(earlier.closesAt()) == Release.quarter(cycle.closesAt()));
		return another && !hasWaitedTooLong(cycle);
	}

	/** Counts the units whose answers are not exactly those that the cycle counted. */
	private static long incompleteUnits(CycleChanged cycle, Collection<Answer> arrived) {
		Map<String, Missing> missing = new HashMap<>();
		for (CycleChanged.Unit unit : cycle.units()) {
			missing.put(unit.unitId(), new Missing(unit.responses(), unit.revisions()));
		}
		for (Answer answer : arrived) {
			if (answer.counts(cycle)) {
				missing.merge(answer.unitId(), new Missing(-1, -answer.revision()), Missing::plus);
			}
		}
		return missing.values().stream().filter((each) -> !each.isNothing()).count();
	}

	private void await(CycleChanged cycle, long incomplete) {
		if (hasWaitedTooLong(cycle) && this.warned.add(cycle.cycleId())) {
			logger.warn(
					"Cycle {} closed at {} and is not published: in {} of {} units the answers that arrived are not "
							+ "those that were counted at the close",
					cycle.cycleId(), cycle.closesAt(), incomplete, cycle.units().size());
		}
	}

	private boolean hasWaitedTooLong(CycleChanged cycle) {
		// real time, also where the clock is simulated: events are on their way in real
		// time
		long now = System.nanoTime();
		long since = this.waiting.computeIfAbsent(cycle.cycleId(), (id) -> now);
		return now - since >= this.settings.incompleteAfter().toNanos();
	}

	/**
	 * What a unit still lacks of the answers that were counted.
	 *
	 * @param answers how many; below zero where there are too many
	 * @param revisions the sum of their sequence numbers
	 */
	private record Missing(int answers, long revisions) {

		Missing plus(Missing other) {
			return new Missing(this.answers + other.answers, this.revisions + other.revisions);
		}

		boolean isNothing() {
			return this.answers == 0 && this.revisions == 0;
		}

	}

}
