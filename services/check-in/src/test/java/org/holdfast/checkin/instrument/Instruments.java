package org.holdfast.checkin.instrument;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
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
		try (InputStream json = Instruments.class.getResourceAsStream("/instruments/" + id + ".json")) {
			if (json == null) {
				throw new IllegalArgumentException(id);
			}
			return Definition.read(json);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static Map<String, String> all(Instrument instrument, int points) {
		return instrument.items().stream().collect(Collectors.toMap(Function.identity(), (item) -> "" + points));
	}

}
