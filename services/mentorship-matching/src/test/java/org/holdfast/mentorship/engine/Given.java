package org.holdfast.mentorship.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

import org.jgrapht.Graph;
import org.jgrapht.alg.flow.mincost.CapacityScalingMinimumCostFlow;
import org.jgrapht.alg.flow.mincost.MinimumCostFlowProblem.MinimumCostFlowProblemImpl;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleDirectedWeightedGraph;

/** Capacities, and a score or a negative number for each mentee and mentor. */
record Given(int[] capacities, int[][] scores) {

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

	/** Returns the best with a pair in it. */
	Quality bestWith(int mentee, int mentor) {
		int[][] others = this.scores.clone();
		others[mentee] = new int[this.capacities.length];
		Arrays.fill(others[mentee], -1);
		int[] free = this.capacities.clone();
		free[mentor]--;
		return new Given(free, others).best(0, free, Quality.NONE.with(this.scores[mentee][mentor]));
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

	private int capacity(Graph<Integer, DefaultWeightedEdge> graph, DefaultWeightedEdge edge, int mentees, int source,
			int sink) {
		int from = graph.getEdgeSource(edge);
		if (from == source && graph.getEdgeTarget(edge) == sink) {
			return mentees;
		}
		return (from >= mentees && from < source) ? this.capacities[from - mentees] : 1;
	}

	private static DefaultWeightedEdge edge(Graph<Integer, DefaultWeightedEdge> graph, int from, int to, long cost) {
		DefaultWeightedEdge edge = graph.addEdge(from, to);
		graph.setEdgeWeight(edge, cost);
		return edge;
	}

	@Override
	public String toString() {
		return Arrays.toString(this.capacities) + " " + Arrays.deepToString(this.scores);
	}

}
