package org.holdfast.checkin.instrument;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads an instrument from its JSON definition; whatever is unknown, missing or
 * contradictory stops the start.
 */
public final class Definition {

	private static final JsonMapper JSON = JsonMapper.builder()
		.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
				DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
				DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
		.build();

	private Definition() {
	}

	/**
	 * The pulse that ships with the suite: five items in our own words.
	 * @return the instrument
	 */
	public static Instrument pulse() {
		try (InputStream json = Definition.class.getResourceAsStream("pulse.json")) {
			if (json == null) {
				throw new IllegalStateException("pulse.json is not on the class path");
			}
			return read(json);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static Instrument read(InputStream json) {
		return JSON.readValue(json, Instrument.class);
	}

}
