package org.holdfast.burnout.crosscut;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

import org.holdfast.defaults.outbox.Aggregates;
import org.holdfast.defaults.outbox.Outbox;

import org.springframework.stereotype.Component;

/** All cross-cuts that there are and were. */
@Component
public class CrossCuts {

	private final Aggregates<CrossCut> crossCuts;

	CrossCuts(Outbox outbox) {
		this.crossCuts = outbox.aggregates(CrossCut.class, "cross-cuts");
	}

	public Optional<CrossCut> find(String id) {
		return this.crossCuts.find(id);
	}

	/** Returns what holds for a cycle that opened at an instant, by id. */
	public SortedMap<String, CrossCut.Edition> at(Instant opened) {
		SortedMap<String, CrossCut.Edition> holding = new TreeMap<>();
		this.crossCuts.findAll()
			.forEach((crossCut) -> crossCut.at(opened).ifPresent((edition) -> holding.put(crossCut.id(), edition)));
		return holding;
	}

	/** Returns all of them by name, those that ended last. */
	List<CrossCut> all() {
		return this.crossCuts.findAll()
			.stream()
			.sorted(Comparator.comparing((CrossCut crossCut) -> !crossCut.current().active())
				.thenComparing((crossCut) -> crossCut.current().name())
				.thenComparing(CrossCut::id))
			.toList();
	}

	CrossCut change(String id, Function<Optional<CrossCut>, CrossCut> what) {
		return this.crossCuts.change(id, (held) -> what.apply(held).tell());
	}

}
