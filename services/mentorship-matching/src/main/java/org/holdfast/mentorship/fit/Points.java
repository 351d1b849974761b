package org.holdfast.mentorship.fit;

import java.util.Collection;

/**
 * What one criterion contributes to the score of a pair, and why in words.
 */
public record Points(String criterion, int points, String because) {

	public static int sum(Collection<Points> points) {
		return points.stream().mapToInt(Points::points).sum();
	}

}
