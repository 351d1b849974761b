package org.holdfast.checkin.instrument;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.holdfast.defaults.problem.Refusal;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads instruments from JSON; whatever is unknown, missing or contradictory is refused
 * as a whole, with its place.
 */
public final class Definition {

	/**
	 * What ships with the suite: two of our own, and the keys of published ones.
	 */
	static final List<String> SHIPPED = List.of("pulse", "week", "cbi", "olbi", "proqol-5", "single-item-burnout",
			"stss", "who-5");

	private static final int LARGEST = 512 * 1024;

	private static final JsonMapper JSON = JsonMapper.builder()
		.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
				DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
		.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
		.disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
		.build();

	private Definition() {
	}

	/**
	 * The pulse that ships with the suite: five items in our own words.
	 * @return the instrument
	 */
	public static Instrument pulse() {
		return shipped("pulse");
	}

	static Instrument shipped(String id) {
		try (InputStream json = Definition.class.getResourceAsStream(id + ".json")) {
			if (json == null) {
				throw new IllegalStateException(id + ".json is not on the class path");
			}
			return JSON.readValue(json, Instrument.class);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static String write(Instrument instrument) {
		return JSON.writeValueAsString(instrument);
	}

	static Instrument stored(String json) {
		return JSON.readValue(json, Instrument.class);
	}

	/**
	 * Reads what an agency sent.
	 * @throws Refusal (400, with the place) if it is not exactly a {@code type}
	 */
	static <T> T sent(byte[] json, Class<T> type) {
		requireSize(json);
		try {
			T read = JSON.readValue(json, type);
			if (read == null) {
				throw refused("", "The body is null.");
			}
			return read;
		}
		catch (JacksonException ex) {
			throw refused(ex);
		}
	}

	/**
	 * Reads what an agency sent in a format that is not ours.
	 * @throws Refusal (400, with the place) if it is no JSON
	 */
	static JsonNode tree(byte[] json) {
		requireSize(json);
		try {
			return JSON.readTree(json);
		}
		catch (JacksonException ex) {
			throw refused(ex);
		}
	}

	static Refusal refused(String pointer, String detail) {
		return refused(List.of(Map.of("pointer", pointer, "detail", detail)));
	}

	static Refusal refused(List<Map<String, String>> errors) {
		return Refusal
			.invalid("invalid-instrument",
					errors.stream()
						.map((error) -> "%s: %s".formatted(error.get("pointer"), error.get("detail")))
						.collect(Collectors.joining(" ", "Nothing was imported. ", "")))
			.with("errors", errors);
	}

	private static void requireSize(byte[] json) {
		if (json.length > LARGEST) {
			throw refused("", "The body is larger than %d kB.".formatted(LARGEST / 1024));
		}
	}

	private static Refusal refused(JacksonException ex) {
		String pointer = ex.getPath()
			.stream()
			.map((step) -> "/" + ((step.getPropertyName() != null) ? step.getPropertyName() : step.getIndex()))
			.collect(Collectors.joining());
		return switch (ex) {
			case StreamReadException syntax -> refused(pointer, "No JSON at line %d, column %d."
				.formatted(syntax.getLocation().getLineNr(), syntax.getLocation().getColumnNr()));
			case UnrecognizedPropertyException ignored -> refused(pointer, "There is no such member.");
			case InvalidFormatException format when format.getTargetType().isEnum() -> refused(pointer,
					"This must be one of %s."
						.formatted(java.util.Arrays.stream(format.getTargetType().getEnumConstants())
							.map(String::valueOf)
							.collect(Collectors.joining(", "))));
			case ValueInstantiationException refusal when refusal
				.getCause() instanceof IllegalArgumentException cause ->
				refused(pointer, "Contradictory: %s.".formatted(cause.getMessage()));
			default -> refused(pointer, "Missing, null or of the wrong type.");
		};
	}

}
