package org.holdfast.mentorship.circle;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is to become of a circle with too few members: they go on in other circles once
 * all of them have agreed and nobody there has objected until the time is over; otherwise
 * the circle ends.
 *
 * @param answerBy when it is decided
 * @param moves who would go where; none as long as no place is found
 */
record Rescue(Instant answerBy, List<Move> moves) {

	/** Somebody who would go on in another circle. */
	record Move(String staffId, String circleId, boolean agreed) {

	}

	Rescue {
		moves = List.copyOf(moves);
	}

	/** Whether there is something to agree to. */
	boolean isProposed() {
		return !this.moves.isEmpty();
	}

	boolean isAgreed() {
		return isProposed() && this.moves.stream().allMatch(Move::agreed);
	}

	boolean isDue(Instant now) {
		return !now.isBefore(this.answerBy);
	}

	Optional<Move> move(String staffId) {
		return this.moves.stream().filter((move) -> move.staffId().equals(staffId)).findFirst();
	}

	/** Ids of those who would come into a circle. */
	Set<String> into(String circleId) {
		return this.moves.stream()
			.filter((move) -> move.circleId().equals(circleId))
			.map(Move::staffId)
			.collect(Collectors.toSet());
	}

	Set<String> circleIds() {
		return this.moves.stream().map(Move::circleId).collect(Collectors.toSet());
	}

	Rescue agreedBy(String staffId) {
		return new Rescue(this.answerBy,
				this.moves.stream()
					.map((move) -> move.staffId().equals(staffId) ? new Move(staffId, move.circleId(), true) : move)
					.toList());
	}

	Rescue without(String staffId) {
		return new Rescue(this.answerBy,
				this.moves.stream().filter((move) -> !move.staffId().equals(staffId)).toList());
	}

	/** The same as long as no place is found. */
	Rescue withoutMoves() {
		return new Rescue(this.answerBy, List.of());
	}

}
