package org.holdfast.checkin.pulse;

import java.util.List;
import java.util.Map;

import org.holdfast.checkin.instrument.Instrument;
import org.holdfast.defaults.problem.Refusal;

/**
 * Which items of an instrument a cycle asks.
 *
 * @param items those asked this time, in the order of the instrument
 * @param anchors those asked every time, on which scales of several items are scored
 */
public record Form(List<String> items, List<String> anchors) {

	public Form {
		items = List.copyOf(items);
		anchors = List.copyOf(anchors);
	}

	/**
	 * Everything, every time.
	 * @param instrument what is asked
	 * @return all its items
	 */
	public static Form whole(Instrument instrument) {
		return new Form(instrument.items(), instrument.items());
	}

	/**
	 * How long it takes.
	 * @param instrument what is asked
	 * @return minutes, rounded up
	 */
	public int minutes(Instrument instrument) {
		return Math.ceilDiv(instrument.minutes() * this.items.size(), instrument.items().size());
	}

	void requireAsked(Map<String, String> answers) {
		for (String item : answers.keySet()) {
			if (!this.items.contains(item)) {
				String pointer = "/answers/" + item;
				String detail = "%s is not asked this time; the items are %s.".formatted(item,
						String.join(", ", this.items));
				throw Refusal.invalid("invalid-answer", pointer + ": " + detail)
					.with("errors", List.of(Map.of("pointer", pointer, "detail", detail)));
			}
		}
	}

}
