package org.holdfast.mentorship.programme;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import org.holdfast.defaults.outbox.Aggregates;
import org.holdfast.defaults.outbox.Change;
import org.holdfast.defaults.outbox.Outbox;
import org.holdfast.defaults.problem.Refusal;
import org.holdfast.mentorship.fit.Programme;
import org.holdfast.mentorship.people.Unsettled;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Keeps every version of the programme; none is ever changed.
 */
@Component
public class Programmes {

	private final Aggregates<Version> versions;

	private final ApplicationEventPublisher inside;

	Programmes(Outbox outbox, ApplicationEventPublisher inside) {
		this.versions = outbox.aggregates(Version.class, "programmes");
		this.inside = inside;
	}

	/** All versions, the one in force last. */
	public List<Programme> all() {
		return Stream
			.concat(Stream.of(Programme.USUAL),
					this.versions.findAll()
						.stream()
						.map(Version::programme)
						.sorted(Comparator.comparingInt(Programme::version)))
			.toList();
	}

	public Programme current() {
		return all().getLast();
	}

	/**
	 * A version.
	 * @throws Refusal (404) if there is none
	 */
	public Programme version(int version) {
		return all().stream()
			.filter((programme) -> programme.version() == version)
			.findFirst()
			.orElseThrow(() -> Refusal.notFound("no-such-programme", "There is no version " + version + "."));
	}

	/**
	 * Adds a version.
	 * @param next from the one in force
	 * @throws Refusal (409) if somebody else was quicker
	 */
	Programme decide(Function<Programme, Programme> next) {
		Programme decided = next.apply(current());
		this.versions.change(id(decided.version()), (found) -> {
			if (found.isPresent()) {
				throw changedMeanwhile(decided.version());
			}
			return Change.to(new Version(id(decided.version()), decided));
		});
		this.inside.publishEvent(new Unsettled());
		return decided;
	}

	static Refusal changedMeanwhile(int current) {
		return Refusal.conflict("changed-meanwhile",
				"Somebody else changed the programme since you read it; version %d is in force. Read it and decide again."
					.formatted(current))
			.with("version", current);
	}

	private static String id(int version) {
		return Integer.toString(version);
	}

	/** A version as it is stored. */
	record Version(String id, Programme programme) {

	}

}
