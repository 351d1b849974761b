package org.holdfast.defaults.inbox;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Executable;
import java.util.List;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.exc.ValueInstantiationException;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads an event's value strictly: a member that is missing or null is refused unless the
 * record's component is {@code @Nullable}, a text is no number, and a number is never
 * made up. Members that the record does not name are ignored.
 */
final class EventJson {

	private final JsonMapper json = JsonMapper.builder()
		.annotationIntrospector(new NullnessIntrospector())
		.disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
		.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
		.enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
		.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.build();

	/**
	 * Reads a value.
	 * @throws Malformed with the place and the kind of mistake, without any value of the
	 * event
	 */
	<T> T read(byte[] value, Class<T> type) {
		try {
			T read = this.json.readValue(value, type);
			if (read == null) {
				throw new Malformed("the value is null; expected " + type.getSimpleName());
			}
			return read;
		}
		catch (StreamReadException ex) {
			throw new Malformed("no JSON at line %d, column %d".formatted(ex.getLocation().getLineNr(),
					ex.getLocation().getColumnNr()));
		}
		catch (ValueInstantiationException ex) {
			throw new Malformed(path(ex) + ": " + ((ex.getCause() != null) ? ex.getCause().getMessage() : "refused"));
		}
		catch (JacksonException ex) {
			throw new Malformed("%s: missing, null or of the wrong type; expected as in %s".formatted(path(ex),
					type.getSimpleName()));
		}
	}

	private static String path(JacksonException ex) {
		List<JacksonException.Reference> path = ex.getPath();
		return path.isEmpty() ? "the value" : path.stream()
			.map((step) -> (step.getPropertyName() != null) ? step.getPropertyName() : String.valueOf(step.getIndex()))
			.collect(Collectors.joining("/"));
	}

	private static final class NullnessIntrospector extends JacksonAnnotationIntrospector {

		private static final long serialVersionUID = 1L;

		@Override
		public @Nullable Boolean hasRequiredMarker(MapperConfig<?> config, AnnotatedMember member) {
			return (member instanceof AnnotatedParameter parameter) ? !isNullable(parameter)
					: super.hasRequiredMarker(config, member);
		}

		@Override
		public JsonSetter.Value findSetterInfo(MapperConfig<?> config, Annotated annotated) {
			return (annotated instanceof AnnotatedParameter parameter)
					? JsonSetter.Value.construct(isNullable(parameter) ? Nulls.SET : Nulls.FAIL, Nulls.FAIL)
					: super.findSetterInfo(config, annotated);
		}

		private static boolean isNullable(AnnotatedParameter parameter) {
			if (parameter.getOwner().getAnnotated() instanceof Executable executable) {
				AnnotatedType[] types = executable.getAnnotatedParameterTypes();
				return types[parameter.getIndex()].isAnnotationPresent(Nullable.class);
			}
			return false;
		}

	}

}
