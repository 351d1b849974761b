package org.holdfast.mentorship.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class DeferredAcceptanceTests {

	@Property(tries = 500)
	void inNoPairWouldBothRatherHaveEachOther(@ForAll @IntRange(min = 1, max = 60) int mentees,
			@ForAll @IntRange(min = 1, max = 30) int mentors, @ForAll @IntRange(min = 1, max = 10) int density,
			@ForAll @IntRange(min = 1, max = 100) int highest, @ForAll long seed) {
		TwoViews views = TwoViews.random(mentees, mentors, density / 10.0, highest, new Random(seed));
		int[] mentorOf = DeferredAcceptance.of(views.preferences());
		assertThat(views.isStable(mentorOf)).isTrue();
		assertThat(views.preferences().blockingPairs(mentorOf)).isZero();
	}

	@Property(tries = 1000)
	void eachMenteeHasTheBestOfAllStableMatchings(@ForAll @IntRange(min = 1, max = 5) int mentees,
			@ForAll @IntRange(min = 1, max = 4) int mentors, @ForAll @IntRange(min = 1, max = 100) int highest,
			@ForAll long seed) {
		TwoViews views = TwoViews.random(mentees, mentors, .8, highest, new Random(seed));
		int[] mentorOf = DeferredAcceptance.of(views.preferences());
		List<int[]> stable = views.allStable(0, new int[mentees]);
		assertThat(stable).anySatisfy((other) -> assertThat(other).isEqualTo(mentorOf));
		for (int[] other : stable) {
			for (int mentee = 0; mentee < mentees; mentee++) {
				assertThat(views.prefers(mentee, other[mentee], mentorOf[mentee])).isFalse();
			}
		}
	}

	@Property(tries = 1000)
	void noMenteeGainsByStatingOtherPreferences(@ForAll @IntRange(min = 2, max = 10) int mentees,
			@ForAll @IntRange(min = 2, max = 6) int mentors, @ForAll @IntRange(min = 1, max = 100) int highest,
			@ForAll long seed) {
		Random random = new Random(seed);
		TwoViews views = TwoViews.random(mentees, mentors, .8, highest, random);
		int[] honest = DeferredAcceptance.of(views.preferences());
		for (int mentee = 0; mentee < mentees; mentee++) {
			for (int lie = 0; lie < 10; lie++) {
				int[] dishonest = DeferredAcceptance.of(views.stating(mentee, random).preferences());
				assertThat(views.prefers(mentee, dishonest[mentee], honest[mentee])).isFalse();
			}
		}
	}

	@Property(tries = 500)
	void blockingPairsAreCountedOfAnyMatching(@ForAll @IntRange(min = 1, max = 12) int mentees,
			@ForAll @IntRange(min = 1, max = 8) int mentors, @ForAll @IntRange(min = 1, max = 100) int highest,
			@ForAll long seed) {
		TwoViews views = TwoViews.random(mentees, mentors, .7, highest, new Random(seed));
		int[] mentorOf = BestMatching.of(views.mentees.pool()).mentorOf();
		assertThat(views.preferences().blockingPairs(mentorOf)).isEqualTo(views.blockingPairs(mentorOf));
	}

	@Example
	void theLargestMatchingCanLeaveTwoWhoWouldRatherHaveEachOther() {
		Pool pool = Pool.of(1, 1)
			.mentee(new int[] { 0, 1 }, new int[] { 90, 20 })
			.mentee(new int[] { 0 }, new int[] { 50 })
			.build();
		assertThat(DeferredAcceptance.of(Preferences.of(pool))).containsExactly(0, BestMatching.NONE);
		assertThat(Preferences.of(pool).blockingPairs(BestMatching.of(pool).mentorOf())).isEqualTo(1);
	}

	@Example
	void viewsOfDifferentPeopleAreRefused() {
		Pool one = Pool.of(1).mentee(new int[] { 0 }, new int[] { 5 }).build();
		assertThatIllegalArgumentException().isThrownBy(() -> new Preferences(one, Pool.of(1).build()));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new Preferences(one, Pool.of(1).mentee(new int[0], new int[0]).build()))
			.withMessageContaining("no score");
	}

	/** What each side thinks of the other. */
	private record TwoViews(Given mentees, Given mentors) {

		static TwoViews random(int mentees, int mentors, double density, int highest, Random random) {
			Given given = Given.random(mentees, mentors, density, highest, random);
			int[][] scores = Arrays.stream(given.scores())
				.map((row) -> Arrays.stream(row)
					.map((score) -> (score < 0) ? -1 : random.nextInt(highest + 1))
					.toArray())
				.toArray(int[][]::new);
			return new TwoViews(given, new Given(given.capacities(), scores));
		}

		Preferences preferences() {
			return new Preferences(this.mentees.pool(), this.mentors.pool());
		}

		/** One mentee leaves out some mentors and ranks the others anew. */
		TwoViews stating(int mentee, Random random) {
			int[][] scores = this.mentees.scores().clone();
			scores[mentee] = Arrays.stream(scores[mentee])
				.map((score) -> (score < 0 || random.nextInt(4) == 0) ? -1 : random.nextInt(Pool.BEST + 1))
				.toArray();
			return new TwoViews(new Given(this.mentees.capacities(), scores), this.mentors);
		}

		/** Nobody is the last choice of all. */
		boolean prefers(int mentee, int one, int other) {
			return prefers(this.mentees.scores()[mentee], one, other);
		}

		private static boolean prefers(int[] scores, int one, int other) {
			if (one < 0 || other < 0) {
				return one >= 0 && other < 0;
			}
			return scores[one] > scores[other] || scores[one] == scores[other] && one < other;
		}

		boolean isStable(int[] mentorOf) {
			for (int mentee = 0; mentee < mentorOf.length; mentee++) {
				for (int mentor = 0; mentor < this.mentees.capacities().length; mentor++) {
					if (this.mentees.scores()[mentee][mentor] >= 0 && prefers(mentee, mentor, mentorOf[mentee])
							&& wouldTake(mentor, mentee, mentorOf)) {
						return false;
					}
				}
			}
			return true;
		}

		private boolean wouldTake(int mentor, int mentee, int[] mentorOf) {
			int[] opinion = Arrays.stream(this.mentors.scores()).mapToInt((row) -> row[mentor]).toArray();
			int taken = 0;
			boolean better = false;
			for (int other = 0; other < mentorOf.length; other++) {
				if (mentorOf[other] == mentor) {
					taken++;
					better |= prefers(opinion, mentee, other);
				}
			}
			return taken < this.mentees.capacities()[mentor] || better;
		}

		/** Equal scores are no reason to change. */
		int blockingPairs(int[] mentorOf) {
			int blocking = 0;
			for (int mentee = 0; mentee < mentorOf.length; mentee++) {
				int[] row = this.mentees.scores()[mentee];
				for (int mentor = 0; mentor < row.length; mentor++) {
					int now = mentorOf[mentee];
					if (row[mentor] >= 0 && (now < 0 || row[mentor] > row[now])) {
						List<Integer> has = new ArrayList<>();
						for (int other = 0; other < mentorOf.length; other++) {
							if (mentorOf[other] == mentor) {
								has.add(this.mentors.scores()[other][mentor]);
							}
						}
						boolean free = has.size() < this.mentees.capacities()[mentor];
						if (free || !has.isEmpty() && Collections.min(has) < this.mentors.scores()[mentee][mentor]) {
							blocking++;
						}
					}
				}
			}
			return blocking;
		}

		/** Tries everything. */
		List<int[]> allStable(int mentee, int[] mentorOf) {
			List<int[]> all = new ArrayList<>();
			if (mentee == mentorOf.length) {
				if (isPossible(mentorOf) && isStable(mentorOf)) {
					all.add(mentorOf.clone());
				}
				return all;
			}
			for (int mentor = BestMatching.NONE; mentor < this.mentees.capacities().length; mentor++) {
				if (mentor == BestMatching.NONE || this.mentees.scores()[mentee][mentor] >= 0) {
					mentorOf[mentee] = mentor;
					all.addAll(allStable(mentee + 1, mentorOf));
				}
			}
			return all;
		}

		private boolean isPossible(int[] mentorOf) {
			for (int mentor = 0; mentor < this.mentees.capacities().length; mentor++) {
				int each = mentor;
				if (Arrays.stream(mentorOf).filter((has) -> has == each).count() > this.mentees.capacities()[mentor]) {
					return false;
				}
			}
			return true;
		}

	}

}
