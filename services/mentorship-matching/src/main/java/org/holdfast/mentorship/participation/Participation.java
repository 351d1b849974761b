package org.holdfast.mentorship.participation;

import java.util.Set;

/**
 * How a person takes part for the time being.
 *
 * @param id the staff id
 * @param hold whether new matches are proposed to them
 * @param apart ids of those with whom they do not want to be brought together
 */
record Participation(String id, Hold hold, Set<String> apart) {

	enum Hold {

		/** Matches may be proposed. */
		NONE,

		/** The person wants none for a while. */
		CHOSEN,

		/**
		 * The person did not answer a proposal; they need only say that they are here.
		 */
		SILENT

	}

	Participation {
		apart = Set.copyOf(apart);
	}

	static Participation open(String id) {
		return new Participation(id, Hold.NONE, Set.of());
	}

	boolean isOnHold() {
		return this.hold != Hold.NONE;
	}

	/** As the person says; who keeps a hold that came by silence has chosen it now. */
	Participation saying(boolean onHold, Set<String> apart) {
		return new Participation(this.id, onHold ? Hold.CHOSEN : Hold.NONE, apart);
	}

	Participation silent() {
		return isOnHold() ? this : new Participation(this.id, Hold.SILENT, this.apart);
	}

	Participation without(String staffId) {
		return new Participation(this.id, this.hold,
				this.apart.stream()
					.filter((each) -> !each.equals(staffId))
					.collect(java.util.stream.Collectors.toSet()));
	}

}
