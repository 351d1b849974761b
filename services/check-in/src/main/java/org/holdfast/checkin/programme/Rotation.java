package org.holdfast.checkin.programme;

import java.util.ArrayList;
import java.util.List;

import org.holdfast.checkin.instrument.Combination;
import org.holdfast.checkin.instrument.Instrument;
import org.holdfast.checkin.instrument.Scale;
import org.holdfast.checkin.pulse.Form;
import org.holdfast.defaults.problem.Refusal;

/**
 * Which items are asked every time, and how many of the others take turns.
 *
 * @param anchors asked every time; scales of several items are scored on them alone
 * @param turns how many of the others are asked each time
 */
record Rotation(List<String> anchors, int turns) {

	Rotation {
		anchors = List.copyOf(anchors);
	}

	/**
	 * Checks that the outcome has a score every time.
	 * @throws Refusal (400) if it would not, or an item is unknown
	 */
	void requireFits(Instrument instrument) {
		List<String> others = others(instrument);
		if (!instrument.items().containsAll(this.anchors)
				|| this.anchors.stream().distinct().count() != this.anchors.size()) {
			throw refused("Anchors are items of %s, each once: %s.".formatted(instrument.id(),
					String.join(", ", instrument.items())));
		}
		if (this.turns < 1 || this.turns > others.size()) {
			throw refused("Of the %d other items, 1 to %d can take turns.".formatted(others.size(), others.size()));
		}
		Scale outcome = instrument.outcome();
		long anchored = outcome.items().stream().filter(this.anchors::contains).count();
		if (anchored < outcome.minimumAnswered()
				|| (outcome.combination() == Combination.SUM && anchored < outcome.items().size())) {
			throw refused(
					"The anchors hold %d items of %s, which needs %d answers for a score; without it rounds cannot be compared."
						.formatted(anchored, outcome.id(), outcome.minimumAnswered()));
		}
	}

	/** What is asked in a round, which are counted from 0. */
	Form form(Instrument instrument, long round) {
		List<String> others = others(instrument);
		List<String> asked = new ArrayList<>(this.anchors);
		for (int i = 0; i < this.turns; i++) {
			asked.add(others.get((int) ((round * this.turns + i) % others.size())));
		}
		return new Form(instrument.items().stream().filter(asked::contains).toList(), this.anchors);
	}

	private List<String> others(Instrument instrument) {
		return instrument.items().stream().filter((item) -> !this.anchors.contains(item)).toList();
	}

	private static Refusal refused(String detail) {
		return Refusal.invalid("invalid-rotation", detail)
			.with("errors", List.of(java.util.Map.of("pointer", "/rotation", "detail", detail)));
	}

}
