package org.holdfast.mentorship.engine;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.holdfast.mentorship.engine.Explanation.Competition;
import org.holdfast.mentorship.engine.Explanation.WhyNot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ExplanationTests {

	/** Among all matchings there are. */
	@Property(tries = 3000)
	void itForetellsWhatAnyOtherPairWouldCost(@ForAll @IntRange(min = 1, max = 5) int mentees,
			@ForAll @IntRange(min = 1, max = 4) int mentors, @ForAll @IntRange(min = 3, max = 10) int density,
			@ForAll @IntRange(min = 1, max = 100) int highest, @ForAll long seed) {
		Given given = Given.random(mentees, mentors, density / 10.0, highest, new Random(seed));
		BestMatching best = BestMatching.of(given.pool());
		Explanation explanation = Explanation.of(given.pool(), best);
		for (int mentee = 0; mentee < mentees; mentee++) {
			for (int mentor = 0; mentor < mentors; mentor++) {
				if (given.scores()[mentee][mentor] >= 0 && given.capacities()[mentor] > 0) {
					WhyNot whyNot = explanation.whyNot(mentee, mentor);
					assertThat(after(best, whyNot)).isEqualTo(given.bestWith(mentee, mentor));
				}
			}
		}
	}

	/** The prices alone tell what searching anew with the pair held fast finds. */
	@Property(tries = 300)
	void thePricesTellWhatSearchingAnewWould(@ForAll @IntRange(min = 20, max = 60) int mentees,
			@ForAll @IntRange(min = 10, max = 40) int mentors, @ForAll @IntRange(min = 1, max = 5) int density,
			@ForAll @IntRange(min = 1, max = 100) int highest, @ForAll long seed) {
		Given given = Given.random(mentees, mentors, density / 10.0, highest, new Random(seed));
		Pool pool = given.pool();
		BestMatching best = BestMatching.of(pool);
		Explanation explanation = Explanation.of(pool, best);
		new Random(seed).ints(30, 0, mentees).forEach((mentee) -> {
			for (int pair = pool.start(mentee); pair < pool.start(mentee + 1); pair++) {
				int mentor = pool.mentor(pair);
				if (pool.capacity(mentor) > 0) {
					BestMatching others = BestMatching.of(pool.without(mentee, mentor), pool.score(pair));
					Quality real = new Quality(others.matched() + 1,
							(others.matched() == 0) ? pool.score(pair) : Math.min(others.worst(), pool.score(pair)),
							others.total() + pool.score(pair));
					assertThat(after(best, explanation.whyNot(mentee, mentor))).isEqualTo(real);
				}
			}
		});
	}

	private static Quality after(BestMatching best, WhyNot whyNot) {
		return new Quality(best.matched() - whyNot.fewer(), whyNot.worst(), best.total() - whyNot.loss());
	}

	@Example
	void anExchangeOfEquallyManyNoneWorseIsToldByPrices() {
		Pool pool = Pool.of(1, 1)
			.mentee(new int[] { 0, 1 }, new int[] { 90, 80 })
			.mentee(new int[] { 0, 1 }, new int[] { 85, 80 })
			.build();
		assertThat(Explanation.of(pool, BestMatching.of(pool)).whyNot(0, 1)).isEqualTo(new WhyNot(0, 80, 5, true));
	}

	@Example
	void aWorseWorstPairIsSearchedFor() {
		Pool pool = Pool.of(1, 1)
			.mentee(new int[] { 0, 1 }, new int[] { 90, 60 })
			.mentee(new int[] { 0, 1 }, new int[] { 80, 70 })
			.mentee(new int[] { 1 }, new int[] { 60 })
			.build();
		BestMatching best = BestMatching.of(pool);
		assertThat(best.mentorOf()).containsExactly(0, 1, BestMatching.NONE);
		Explanation explanation = Explanation.of(pool, best);
		assertThat(explanation.whyNot(0, 0)).as("is so").isEqualTo(new WhyNot(0, 70, 0, true));
		assertThat(explanation.whyNot(1, 0)).isEqualTo(new WhyNot(0, 60, 20, false));
		assertThat(explanation.whyNot(2, 1)).isEqualTo(new WhyNot(0, 60, 10, false));
	}

	@Property(tries = 500)
	void whoeverHasNoMentorCompetesWithTooManyForTooFewPlaces(@ForAll @IntRange(min = 1, max = 40) int mentees,
			@ForAll @IntRange(min = 1, max = 20) int mentors, @ForAll @IntRange(min = 1, max = 5) int density,
			@ForAll long seed) {
		Pool pool = Given.random(mentees, mentors, density / 10.0, 100, new Random(seed)).pool();
		BestMatching best = BestMatching.of(pool);
		Explanation explanation = Explanation.of(pool, best);
		for (int mentee = 0; mentee < mentees; mentee++) {
			if (best.mentorOf()[mentee] == BestMatching.NONE) {
				Competition competition = explanation.competition(mentee);
				assertThat(competition.mentees()).startsWith(mentee).doesNotHaveDuplicates();
				int[] possible = Arrays.stream(competition.mentees())
					.flatMap((each) -> IntStream.range(pool.start(each), pool.start(each + 1)))
					.map(pool::mentor)
					.distinct()
					.toArray();
				assertThat(competition.mentors()).containsExactlyInAnyOrder(possible);
				assertThat(competition.places()).isEqualTo(Arrays.stream(possible).map(pool::capacity).sum())
					.isEqualTo(competition.mentees().length - 1);
			}
		}
	}

	@Example
	void ranksCountThoseWhoWouldSuitBetter() {
		Pool pool = Pool.of(1, 1, 1)
			.mentee(new int[] { 0, 1, 2 }, new int[] { 90, 80, 80 })
			.mentee(new int[] { 0 }, new int[] { 95 })
			.mentee(new int[] { 1 }, new int[] { 10 })
			.mentee(new int[] {}, new int[] {})
			.build();
		Explanation explanation = Explanation.of(pool, BestMatching.of(pool));
		assertThat(explanation.rankOfMentor(0)).isEqualTo(2);
		assertThat(explanation.rankOfMentor(1)).isEqualTo(1);
		assertThat(explanation.rankOfMentee(1)).isEqualTo(1);
		assertThat(explanation.rankOfMentee(2)).isEqualTo(2);
		assertThatIllegalArgumentException().isThrownBy(() -> explanation.rankOfMentor(3));
		assertThatIllegalArgumentException().isThrownBy(() -> explanation.competition(0));
		assertThatIllegalArgumentException().isThrownBy(() -> explanation.whyNot(1, 2))
			.withMessageContaining("no pair");
	}

}
