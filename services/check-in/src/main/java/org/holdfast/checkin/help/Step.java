package org.holdfast.checkin.help;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A station of a request.
 *
 * @param target whom it was addressed to
 * @param since from when on
 * @param seenAt when one of them first read it
 * @param declinedBy who of them does not take care of it
 */
record Step(Target target, Instant since, @Nullable Instant seenAt, List<String> declinedBy) {

	Step {
		declinedBy = List.copyOf(declinedBy);
	}

	Step seen(Instant now) {
		return (this.seenAt != null) ? this : new Step(this.target, this.since, now, this.declinedBy);
	}

	Step declined(String staffId) {
		List<String> declined = new ArrayList<>(this.declinedBy);
		declined.add(staffId);
		return new Step(this.target, this.since, this.seenAt, declined);
	}

	Step without(String staffId) {
		return new Step(this.target.without(staffId), this.since, this.seenAt,
				this.declinedBy.stream().filter((id) -> !id.equals(staffId)).toList());
	}

}
