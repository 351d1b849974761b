package org.holdfast.mentorship.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jgrapht.Graph;
import org.jgrapht.alg.flow.mincost.CapacityScalingMinimumCostFlow;
import org.jgrapht.alg.flow.mincost.MinimumCostFlowProblem.MinimumCostFlowProblemImpl;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleDirectedWeightedGraph;

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
			.isEqualTo(given.best(0, given.capacities.clone(), Quality.NONE));
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
			if (flow.matched == most.matched) {
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

	/** How good a matching is. */
	private record Quality(int matched, int worst, long total) {

		static final Quality NONE = new Quality(0, 0, 0);

		private static final Comparator<Quality> ORDER = Comparator.comparingInt(Quality::matched)
			.thenComparingInt(Quality::worst)
			.thenComparingLong(Quality::total);

		static Quality of(BestMatching matching) {
			return new Quality(matching.matched(), matching.worst(), matching.total());
		}

		Quality with(int score) {
			return new Quality(this.matched + 1, (this.matched == 0) ? score : Math.min(this.worst, score),
					this.total + score);
		}

	}

	/** Capacities, and a score or a negative number for each mentee and mentor. */
	private record Given(int[] capacities, int[][] scores) {

		static Given random(int mentees, int mentors, double density, int highest, Random random) {
			int[] capacities = random.ints(mentors, 0, 4).toArray();
			int[][] scores = new int[mentees][mentors];
			for (int[] row : scores) {
				for (int mentor = 0; mentor < mentors; mentor++) {
					row[mentor] = (random.nextDouble() < density) ? random.nextInt(highest + 1) : -1;
				}
			}
			return new Given(capacities, scores);
		}

		Pool pool() {
			Pool.Builder pool = Pool.of(this.capacities);
			for (int[] row : this.scores) {
				List<Integer> mentors = new ArrayList<>();
				for (int mentor = 0; mentor < row.length; mentor++) {
					if (row[mentor] >= 0) {
						mentors.add(mentor);
					}
				}
				Collections.shuffle(mentors, new Random(row.length));
				pool.mentee(all(mentors, Function.identity()), all(mentors, (mentor) -> row[mentor]));
			}
			return pool.build();
		}

		private static int[] all(List<Integer> mentors, Function<Integer, Integer> what) {
			return mentors.stream().map(what).mapToInt(Integer::intValue).toArray();
		}

		/** Tries everything. */
		Quality best(int mentee, int[] free, Quality soFar) {
			if (mentee == this.scores.length) {
				return soFar;
			}
			Quality best = best(mentee + 1, free, soFar);
			for (int mentor = 0; mentor < free.length; mentor++) {
				if (this.scores[mentee][mentor] >= 0 && free[mentor] > 0) {
					free[mentor]--;
					Quality other = best(mentee + 1, free, soFar.with(this.scores[mentee][mentor]));
					best = (Quality.ORDER.compare(other, best) > 0) ? other : best;
					free[mentor]++;
				}
			}
			return best;
		}

		/**
		 * A flow of least cost, where to serve somebody is worth more than all scores.
		 */
		Quality flow(int lowest) {
			Graph<Integer, DefaultWeightedEdge> graph = new SimpleDirectedWeightedGraph<>(DefaultWeightedEdge.class);
			int mentees = this.scores.length;
			int source = mentees + this.capacities.length;
			int sink = source + 1;
			for (int node = 0; node <= sink; node++) {
				graph.addVertex(node);
			}
			long served = 100L * mentees + 1;
			List<DefaultWeightedEdge> pairs = new ArrayList<>();
			edge(graph, source, sink, 0);
			for (int mentee = 0; mentee < mentees; mentee++) {
				edge(graph, source, mentee, 0);
				for (int mentor = 0; mentor < this.capacities.length; mentor++) {
					if (this.scores[mentee][mentor] >= lowest && this.scores[mentee][mentor] >= 0) {
						pairs.add(edge(graph, mentee, mentees + mentor, -served - this.scores[mentee][mentor]));
					}
				}
			}
			for (int mentor = 0; mentor < this.capacities.length; mentor++) {
				edge(graph, mentees + mentor, sink, 0);
			}
			var flow = new CapacityScalingMinimumCostFlow<Integer, DefaultWeightedEdge>()
				.getMinimumCostFlow(new MinimumCostFlowProblemImpl<>(graph,
						(node) -> (node == source) ? mentees : (node == sink) ? -mentees : 0,
						(edge) -> capacity(graph, edge, mentees, source, sink)));
			Quality quality = Quality.NONE;
			for (DefaultWeightedEdge pair : pairs) {
				if (flow.getFlow(pair) > 0) {
					quality = quality.with(this.scores[graph.getEdgeSource(pair)][graph.getEdgeTarget(pair) - mentees]);
				}
			}
			return quality;
		}

		private int capacity(Graph<Integer, DefaultWeightedEdge> graph, DefaultWeightedEdge edge, int mentees,
				int source, int sink) {
			int from = graph.getEdgeSource(edge);
			if (from == source && graph.getEdgeTarget(edge) == sink) {
				return mentees;
			}
			return (from >= mentees && from < source) ? this.capacities[from - mentees] : 1;
		}

		private static DefaultWeightedEdge edge(Graph<Integer, DefaultWeightedEdge> graph, int from, int to,
				long cost) {
			DefaultWeightedEdge edge = graph.addEdge(from, to);
			graph.setEdgeWeight(edge, cost);
			return edge;
		}

		@Override
		public String toString() {
			return Arrays.toString(this.capacities) + " " + Arrays.deepToString(this.scores);
		}

	}

}
