package org.holdfast.mentorship.gathering;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import io.swagger.v3.oas.annotations.media.Schema;
import org.holdfast.defaults.problem.Refusal;
import org.holdfast.mentorship.people.Colleague;
import org.holdfast.mentorship.people.Directory;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Lets the members of a gathering, and nobody else in any role, see and change what is
 * kept with it.
 */
@Component
public class Members {

	private final List<Gatherings> gatherings;

	private final Erasure erasure;

	private final Directory directory;

	Members(List<Gatherings> gatherings, Erasure erasure, Directory directory) {
		this.gatherings = gatherings;
		this.erasure = erasure;
		this.directory = directory;
	}

	/**
	 * A gathering of a person.
	 * @throws Refusal (404) if there is none, or it is that of others
	 */
	public Gathering gathering(String staffId, String kind, String id) {
		return find(kind + "/" + id).filter((gathering) -> gathering.has(staffId)).orElseThrow(Members::noSuchOne);
	}

	/** The gathering under a path; empty once it is erased. */
	public Optional<Gathering> find(String path) {
		return Gatherings.find(this.gatherings, path);
	}

	/**
	 * Lets a person keep or change something with a gathering of theirs; what an erasure
	 * at the same moment could not see yet is gone before this returns.
	 * @throws Refusal (404) if it is none of theirs, or not any more
	 */
	public <T> T change(String staffId, String kind, String id, Function<Gathering, T> change) {
		Gathering gathering = gathering(staffId, kind, id);
		T changed = change.apply(gathering);
		if (this.directory.colleague(staffId).isEmpty()) {
			this.erasure.forget(staffId);
			throw noSuchOne();
		}
		if (find(gathering.path()).isEmpty()) {
			this.erasure.removeWhatIsKeptWithNothing();
			throw noSuchOne();
		}
		return changed;
	}

	/** Somebody by name. */
	public Person person(String staffId) {
		return new Person(staffId, this.directory.colleague(staffId).map(Colleague::displayName).orElse(null));
	}

	/**
	 * That an id leads to something that is kept with another gathering.
	 * @return to be thrown (409)
	 */
	public static Refusal taken(String id) {
		return Refusal.conflict("id-is-taken", "Something else has the id " + id + ". Make up another UUID.");
	}

	private static Refusal noSuchOne() {
		return Refusal.notFound("no-such-gathering", "You belong to nothing of this kind and id.");
	}

	/** Somebody by name; without one once they are erased. */
	public record Person(String staffId, @Schema(
			description = "null for somebody who is not on the staff list any more") @Nullable String displayName) {

	}

}
