package org.holdfast.checkin.pulse;

import java.util.Optional;

/**
 * What a person added to their answer in their own words, told to that person; whoever
 * keeps such words knows this package, so this package does not know them.
 */
public interface OwnWords {

	/**
	 * What was added to an answer.
	 * @param responseId of the answer
	 * @param pseudonym whose it is
	 * @return empty where nothing was added
	 */
	Optional<Words> addedTo(String responseId, String pseudonym);

	/**
	 * The words.
	 *
	 * @param text as written
	 * @param minimumGroup the fewest answers of a group among whose comments they are
	 * read
	 */
	record Words(String text, int minimumGroup) {

	}

}
