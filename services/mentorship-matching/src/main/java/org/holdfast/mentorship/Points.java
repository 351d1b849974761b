package org.holdfast.mentorship;

import java.util.Collection;

/**
 * What one criterion contributes to the score of a pair, and why in words.
 */
record Points(String criterion, int points, String because) {

	static int sum(Collection<Points> points) {
		return points.stream().mapToInt(Points::points).sum();
	}

}
