package org.holdfast.mentorship.engine;

import java.util.Random;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** Against two methods that have nothing in common with it. */
class BestMatchingTests {

	@Property(tries = 3000)
	void nothingIsBetterAmongAllThereIs(@ForAll @IntRange(max = 5) int mentees, @ForAll @IntRange(max = 4) int mentors,
			@ForAll @IntRange(min = 1, max = 10) int density, @ForAll @IntRange(min = 1, max = 100) int highest,
			@ForAll long seed) {
		Given given = Given.random(mentees, mentors, density / 10.0, highest, new Random(seed));
		assertThat(Quality.of(BestMatching.of(given.pool())))
			.isEqualTo(given.best(0, given.capacities().clone(), Quality.NONE));
	}

	@Property(tries = 150)
	void anotherMethodComesToTheSame(@ForAll @IntRange(min = 1, max = 40) int mentees,
			@ForAll @IntRange(min = 1, max = 20) int mentors, @ForAll @IntRange(min = 1, max = 10) int density,
			@ForAll @IntRange(min = 1, max = 100) int highest, @ForAll long seed) {
		Given given = Given.random(mentees, mentors, density / 10.0, highest, new Random(seed));
		Quality most = given.flow(0);
		Quality best = most;
		for (int lowest = Pool.BEST; lowest > 0; lowest--) {
			Quality flow = given.flow(lowest);
			if (flow.matched() == most.matched()) {
				best = flow;
				break;
			}
		}
		assertThat(Quality.of(BestMatching.of(given.pool()))).isEqualTo(best);
	}

	@Example
	void aPlaceForEverybodyIsWorthMoreThanTheBestPair() {
		BestMatching matching = BestMatching
			.of(Pool.of(1, 1).mentee(ints(0, 1), ints(100, 1)).mentee(ints(0), ints(0)).build());
		assertThat(matching.mentorOf()).containsExactly(1, 0);
		assertThat(Quality.of(matching)).isEqualTo(new Quality(2, 0, 1));
	}

	@Example
	void aBetterWorstPairIsWorthMoreThanTheTotal() {
		BestMatching matching = BestMatching
			.of(Pool.of(1, 1).mentee(ints(0, 1), ints(100, 50)).mentee(ints(0, 1), ints(50, 49)).build());
		assertThat(Quality.of(matching)).isEqualTo(new Quality(2, 50, 100));
	}

	@Example
	void withNobodyOrNoPlaceNothingIsWrong() {
		assertThat(BestMatching.of(Pool.of().build()).mentorOf()).isEmpty();
		BestMatching matching = BestMatching.of(Pool.of(0).mentee(ints(0), ints(7)).mentee(ints(), ints()).build());
		assertThat(matching.mentorOf()).containsOnly(BestMatching.NONE);
		assertThat(Quality.of(matching)).isEqualTo(new Quality(0, 0, 0));
	}

	@Example
	void morePlacesThanThereAreNumbersAreNoTrouble() {
		int all = Integer.MAX_VALUE;
		BestMatching matching = BestMatching
			.of(Pool.of(all, all, all).mentee(ints(0, 1), ints(3, 4)).mentee(ints(1, 2), ints(5, 4)).build());
		assertThat(matching.mentorOf()).containsExactly(1, 1);
	}

	/** It would throw if one certificate did not hold. */
	@Property(tries = 60)
	void aLargerPoolHasItsProofToo(@ForAll @IntRange(min = 100, max = 400) int mentees,
			@ForAll @IntRange(min = 50, max = 300) int mentors, @ForAll @IntRange(min = 2, max = 30) int density,
			@ForAll @IntRange(min = 1, max = 100) int highest, @ForAll long seed) {
		Pool pool = Given.random(mentees, mentors, density / 100.0, highest, new Random(seed)).pool();
		BestMatching matching = BestMatching.of(pool);
		assertThat(matching.matched()).isPositive();
		assertThat(BestMatching.of(pool).mentorOf()).isEqualTo(matching.mentorOf());
	}

	@Example
	void whatIsNoPoolIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> Pool.of(-1));
		assertThatIllegalArgumentException().isThrownBy(() -> Pool.of(1).mentee(ints(1), ints(5)))
			.withMessageContaining("no mentor 1");
		assertThatIllegalArgumentException().isThrownBy(() -> Pool.of(1).mentee(ints(0), ints(101)));
		assertThatIllegalArgumentException().isThrownBy(() -> Pool.of(1).mentee(ints(0, 0), ints(5, 6)))
			.withMessageContaining("twice");
	}

	/** Whoever changes a result or its proof by as little as can be is caught. */
	@Property(tries = 300)
	void theCertificateProvesNothingElse(@ForAll long seed) {
		Random random = new Random(seed);
		Pool pool = Given.random(8, 4, .8, 100, random).pool();
		BestMatching matching = BestMatching.of(pool);
		int someone = random.nextInt(8);
		int[] other = matching.mentorOf().clone();
		other[someone] = (other[someone] == BestMatching.NONE) ? 0 : BestMatching.NONE;
		refuses(pool, new BestMatching(other, matching.matched(), matching.worst(), matching.total(),
				matching.certificate()));
		refuses(pool, new BestMatching(matching.mentorOf(), matching.matched(), matching.worst(), matching.total() + 1,
				matching.certificate()));
		Certificate certificate = matching.certificate();
		for (int mentor = 0; mentor < pool.mentorCount(); mentor++) {
			int[] prices = certificate.mentorPrices().clone();
			prices[mentor]++;
			if (pool.capacity(mentor) > 0) {
				refuses(pool, with(matching, new Certificate(certificate.crowd(), certificate.crowdAbove(),
						certificate.menteePrices(), prices)));
			}
		}
		if (matching.matched() < 8) {
			refuses(pool, with(matching, new Certificate(new int[0], certificate.crowdAbove(),
					certificate.menteePrices(), certificate.mentorPrices())));
		}
		if (matching.matched() > 0) {
			refuses(pool, with(matching, new Certificate(certificate.crowd(), new int[0], certificate.menteePrices(),
					certificate.mentorPrices())));
		}
	}

	private static void refuses(Pool pool, BestMatching matching) {
		assertThatIllegalStateException().isThrownBy(() -> matching.certificate().verify(pool, matching));
	}

	private static BestMatching with(BestMatching matching, Certificate certificate) {
		return new BestMatching(matching.mentorOf(), matching.matched(), matching.worst(), matching.total(),
				certificate);
	}

	private static int[] ints(int... numbers) {
		return numbers;
	}

}
