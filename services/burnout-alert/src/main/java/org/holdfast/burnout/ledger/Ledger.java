package org.holdfast.burnout.ledger;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import io.micrometer.core.instrument.MeterRegistry;
import org.holdfast.burnout.release.Release;
import org.holdfast.burnout.release.Releases;
import org.holdfast.burnout.unit.Units;
import org.holdfast.defaults.outbox.Aggregates;
import org.holdfast.defaults.outbox.Change;
import org.holdfast.defaults.outbox.Outbox;
import org.holdfast.defaults.problem.Refusal;

import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** What came of each published cycle. */
@Component
class Ledger {

	private final Aggregates<Response> responses;

	private final Releases releases;

	private final Units units;

	private final Clock clock;

	Ledger(Outbox outbox, Releases releases, Units units, Clock clock, MeterRegistry meters) {
		this.responses = outbox.aggregates(Response.class, "ledger");
		this.releases = releases;
		this.units = units;
		this.clock = clock;
		meters.gauge("holdfast.ledger.overdue", this,
				(ledger) -> ledger.entries().stream().filter(Entry::overdue).count());
	}

	/** Returns all published cycles, those with something overdue first. */
	List<Entry> entries() {
		List<Response> all = this.responses.findAll();
		Map<String, String> names = this.units.names(Entry.unitIds(all));
		Map<String, List<Response>> responses = all.stream().collect(Collectors.groupingBy(Response::cycleId));
		Instant now = this.clock.instant();
		return this.releases.all()
			.stream()
			.map((release) -> Entry.of(release, responses.getOrDefault(release.id(), List.of()), names, now))
			.sorted(Entry.ORDER)
			.toList();
	}

	Entry entry(String cycleId) {
		Release release = this.releases.all()
			.stream()
			.filter((each) -> each.id().equals(cycleId))
			.findFirst()
			.orElseThrow(() -> Refusal.notFound("no-such-cycle",
					"No such cycle is published. GET /ledger lists those that are."));
		List<Response> responses = this.responses.find(Query.query(Criteria.where("cycleId").is(cycleId)));
		return Entry.of(release, responses, this.units.names(Entry.unitIds(responses)), this.clock.instant());
	}

	/** Publishes a response; there is one for a cycle, and one for each of its units. */
	void publish(Response response) {
		this.responses.change(response.id(), (held) -> {
			if (held.isPresent()) {
				throw Refusal.conflict("already-answered",
						"This cycle has that response already; what was published stays as it is.");
			}
			return Change.to(response);
		});
	}

	Optional<Response> withPromise(String cycleId, String promiseId) {
		return this.responses.find(Query.query(Criteria.where("cycleId").is(cycleId)))
			.stream()
			.filter((response) -> response.promises().stream().anyMatch((promise) -> promise.id().equals(promiseId)))
			.findFirst();
	}

	void change(String responseId, UnaryOperator<Response> what) {
		this.responses.change(responseId, (held) -> Change.to(what.apply(held.orElseThrow())));
	}

}
