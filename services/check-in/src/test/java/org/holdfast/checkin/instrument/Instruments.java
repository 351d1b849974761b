package org.holdfast.checkin.instrument;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Keys of published measures, without their texts, for tests.
 */
final class Instruments {

	static final List<String> IDS = List.of("cbi", "who-5", "proqol-5", "stss", "olbi", "single-item-burnout");

	private Instruments() {
	}

	static Instrument published(String id) {
		return Definition.shipped(id);
	}

	/** The scale that its authors call so. */
	static Scale scale(Instrument instrument, String name) {
		return instrument.scales()
			.stream()
			.filter((scale) -> scale.id().endsWith("-" + name))
			.findFirst()
			.orElseThrow();
	}

	static Map<String, String> all(Instrument instrument, int points) {
		return instrument.items().stream().collect(Collectors.toMap(Function.identity(), (item) -> "" + points));
	}

}
