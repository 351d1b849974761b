package org.holdfast.checkin.help;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a person asked for and agreed to, beside their words.
 *
 * @param kind of whom they want help
 * @param personId of exactly whom, null for no choice
 * @param urgency how soon
 * @param goesOnTo whom it may go on to when nobody reacts, in this order
 * @param wordsGoOn whether those may read the words too
 */
record Wish(Kind kind, @Nullable String personId, Urgency urgency, List<Target> goesOnTo, boolean wordsGoOn) {

	Wish {
		goesOnTo = List.copyOf(goesOnTo);
	}

	Wish without(String staffId) {
		return new Wish(this.kind, staffId.equals(this.personId) ? Target.NOBODY : this.personId, this.urgency,
				this.goesOnTo.stream().map((target) -> target.without(staffId)).toList(), this.wordsGoOn);
	}

}
