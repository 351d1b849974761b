package org.holdfast.checkin.comment;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * What is shown of a group's comments. The group comes from another service; the promise
 * was made by this one, so this one counts for itself.
 *
 * @param people the number of answers as a band, null where there are too few
 * @param texts the comments, in random order
 * @param reason why none are shown; null where they are
 */
record Shown(@Nullable String people, List<String> texts, @Nullable Reason reason) {

	Shown {
		texts = List.copyOf(texts);
	}

	/**
	 * Decides what is shown.
	 * @param answers how many timely scored answers the group gave
	 * @param minimumGroup the fewest it takes, as set now; what was promised with a
	 * comment may only be more
	 * @param comments all of the group
	 * @param words finds the words of a comment, empty where they are gone
	 */
	static Shown of(int answers, int minimumGroup, List<Comment> comments, Function<Comment, Optional<String>> words) {
		int promised = comments.stream().mapToInt(Comment::minimumGroup).max().orElse(Comment.FEWEST);
		if (answers < Math.max(minimumGroup, Math.max(promised, Comment.FEWEST))) {
			return new Shown(null, List.of(), Reason.TOO_FEW);
		}
		List<Optional<String>> texts = comments.stream()
			.sorted(Comparator.comparingLong(Comment::order).thenComparing(Comment::id))
			.map(words)
			.toList();
		if (!texts.stream().allMatch(Optional::isPresent)) {
			return new Shown(band(answers), List.of(), Reason.TAKEN_DOWN);
		}
		return new Shown(band(answers), texts.stream().flatMap(Optional::stream).toList(), null);
	}

	/**
	 * The same bands as published figures have: 10-19, 20-49, 50-99, 100-199 and so on.
	 */
	private static String band(int people) {
		int from = 1;
		for (int step = 0;; step++) {
			int next = (step % 3 == 1) ? from / 2 * 5 : from * 2;
			if (people < next) {
				return from + "-" + (next - 1);
			}
			from = next;
		}
	}

	/** Why comments are not shown. */
	enum Reason {

		/** The figures of the cycle are not published yet. */
		NOT_YET,
		/** Fewer answered than was promised. */
		TOO_FEW,
		/** Who asks does not lead every unit of the group. */
		NOT_ALL_LED,
		/** Somebody was erased, and one would see whose words are missing. */
		TAKEN_DOWN

	}

}
