package org.holdfast.mentorship.feedback;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import org.holdfast.defaults.vault.Sealed;

/**
 * All feedback of one person from one side.
 *
 * @param token random, and tied to the person nowhere else: under it a release remembers
 * that they were counted, also after they are erased
 * @param given the last of each gathering and quarter
 */
record Opinion(String id, String by, Side side, String token, List<Given> given) {

	/**
	 * What somebody thought of one gathering.
	 *
	 * @param gathering path of the gathering
	 * @param answers to the items of the side
	 */
	record Given(String gathering, Quarter quarter, Instant at, Sealed answers) {

		/** Binds the ciphertext to its place. */
		static String field(String gathering, Quarter quarter) {
			return gathering + " " + quarter;
		}

	}

	Opinion {
		given = List.copyOf(given);
	}

	static String id(Side side, String by) {
		return side.name() + ":" + by;
	}

	Opinion giving(Given next) {
		List<Given> all = new ArrayList<>(without(
				(given) -> given.gathering().equals(next.gathering()) && given.quarter().equals(next.quarter())).given);
		all.add(next);
		return new Opinion(this.id, this.by, this.side, this.token, all);
	}

	Opinion without(Predicate<Given> which) {
		return new Opinion(this.id, this.by, this.side, this.token,
				this.given.stream().filter(which.negate()).toList());
	}

	/** What the person said last about one gathering. */
	Optional<Given> about(String gathering) {
		return last((given) -> given.gathering().equals(gathering));
	}

	/** What the person said last in a quarter, about whichever gathering. */
	Optional<Given> in(Quarter quarter) {
		return last((given) -> given.quarter().equals(quarter));
	}

	private Optional<Given> last(Predicate<Given> which) {
		return this.given.stream().filter(which).max(Comparator.comparing(Given::at));
	}

}
