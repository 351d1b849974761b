package org.holdfast.mentorship.engine;

import java.util.Arrays;
import java.util.Random;

/**
 * Makes pools up in which many want the same mentors: half of the pairs of a mentee go by
 * popularity, which differs log-normally, and popular mentors have the better scores.
 */
final class MadeUpPool {

	private MadeUpPool() {
	}

	/**
	 * Makes one up, the same for the same numbers.
	 * @param candidates pairs for each mentee, at most half of the mentors
	 * @param places for each mentee, on average; 1 to 4 for each mentor
	 */
	static Pool of(int mentees, int candidates, double places) {
		Random random = new Random(mentees);
		int[] capacities = capacities((int) Math.round(mentees * places), random);
		double[] popularity = random.doubles(capacities.length).map((any) -> random.nextGaussian()).toArray();
		double[] upTo = new double[capacities.length];
		double sum = 0;
		for (int mentor = 0; mentor < upTo.length; mentor++) {
			sum += Math.exp(popularity[mentor]);
			upTo[mentor] = sum;
		}
		Pool.Builder pool = Pool.of(capacities);
		int[] mentors = new int[candidates];
		int[] scores = new int[candidates];
		int[] chosenBy = new int[capacities.length];
		for (int mentee = 1; mentee <= mentees; mentee++) {
			for (int pair = 0; pair < candidates; pair++) {
				int mentor;
				do {
					mentor = random.nextBoolean() ? random.nextInt(capacities.length)
							: Math.abs(Arrays.binarySearch(upTo, random.nextDouble() * sum) + 1);
				}
				while (mentor >= capacities.length || chosenBy[mentor] == mentee);
				chosenBy[mentor] = mentee;
				mentors[pair] = mentor;
				scores[pair] = Math.clamp(Math.round(60 + 12 * popularity[mentor] + 14 * random.nextGaussian()), 0,
						Pool.BEST);
			}
			pool.mentee(mentors, scores);
		}
		return pool.build();
	}

	private static int[] capacities(int places, Random random) {
		int[] capacities = new int[places];
		int mentors = 0;
		for (int left = places; left > 0; left -= capacities[mentors++]) {
			capacities[mentors] = Math.min(left, 1 + random.nextInt(4));
		}
		return Arrays.copyOf(capacities, mentors);
	}

}
