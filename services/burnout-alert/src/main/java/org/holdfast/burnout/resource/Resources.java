package org.holdfast.burnout.resource;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

import org.holdfast.defaults.outbox.Aggregates;
import org.holdfast.defaults.outbox.Change;
import org.holdfast.defaults.outbox.Outbox;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The directory, which begins with a few entries of our own wording. */
@Component
class Resources {

	private final Aggregates<Resource> resources;

	private final Clock clock;

	Resources(Outbox outbox, Clock clock) {
		this.resources = outbox.aggregates(Resource.class, "resources");
		this.clock = clock;
	}

	/** Adds what ships with the service and is not there yet. */
	@EventListener(ApplicationReadyEvent.class)
	void begin() {
		try (InputStream shipped = Objects.requireNonNull(Resources.class.getResourceAsStream("resources.json"))) {
			for (Shipped each : JsonMapper.shared().readValue(shipped, Shipped[].class)) {
				this.resources.change(each.id(), (held) -> held.isPresent() ? Change.none()
						: Change.to(new Resource(each.id(), List.of(each.edition(this.clock)))));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	List<Resource> all() {
		return this.resources.findAll().stream().sorted(Comparator.comparing(Resource::id)).toList();
	}

	Optional<Resource> find(String id) {
		return this.resources.find(id);
	}

	Resource change(String id, Function<Optional<Resource>, Resource> what) {
		return this.resources.change(id, (held) -> Change.to(what.apply(held)));
	}

	/** An entry as it ships. */
	private record Shipped(String id, Edition.Kind kind, Edition.Words title, Edition.Words text, List<String> needs) {

		private Edition edition(Clock clock) {
			return new Edition(1, this.kind, this.title, this.text, null, null, this.needs, true, clock.instant(), "");
		}

	}

}
