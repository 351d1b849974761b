package org.holdfast.mentorship;

import java.util.Random;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import static org.assertj.core.api.Assertions.assertThat;

class AssignmentTests {

	@Property(tries = 3000)
	void servesAsManyAsPossibleAndThenScoresMost(@ForAll @IntRange(max = 5) int rows,
			@ForAll @IntRange(max = 5) int columns, @ForAll @IntRange(min = 1, max = 10) int density,
			@ForAll @IntRange(min = 1, max = 100) int highest, @ForAll long seed) {
		int[][] scores = random(rows, columns, density / 10.0, highest, new Random(seed));
		int[] assigned = Assignment.best(scores);
		Outcome outcome = new Outcome(0, 0);
		boolean[] used = new boolean[columns];
		for (int row = 0; row < rows; row++) {
			int column = assigned[row];
			if (column != Assignment.NONE) {
				assertThat(scores[row][column]).isNotEqualTo(Assignment.FORBIDDEN);
				assertThat(used[column]).as("column %d twice", column).isFalse();
				used[column] = true;
				outcome = outcome.with(scores[row][column]);
			}
		}
		assertThat(outcome).isEqualTo(bruteForce(scores, 0, new boolean[columns]));
	}

	@Example
	void aServedRowIsWorthMoreThanAnyScore() {
		int no = Assignment.FORBIDDEN;
		assertThat(Assignment.best(new int[][] { { 100, 0 }, { 0, no } })).containsExactly(1, 0);
	}

	@Example
	void nothingToAssignIsNoProblem() {
		assertThat(Assignment.best(new int[0][0])).isEmpty();
		assertThat(Assignment.best(new int[3][0])).containsOnly(Assignment.NONE);
	}

	private static int[][] random(int rows, int columns, double density, int highest, Random random) {
		int[][] scores = new int[rows][columns];
		for (int[] row : scores) {
			for (int column = 0; column < columns; column++) {
				row[column] = (random.nextDouble() < density) ? random.nextInt(highest + 1) : Assignment.FORBIDDEN;
			}
		}
		return scores;
	}

	private static Outcome bruteForce(int[][] scores, int row, boolean[] used) {
		if (row == scores.length) {
			return new Outcome(0, 0);
		}
		Outcome best = bruteForce(scores, row + 1, used);
		for (int column = 0; column < used.length; column++) {
			if (!used[column] && scores[row][column] != Assignment.FORBIDDEN) {
				used[column] = true;
				Outcome outcome = bruteForce(scores, row + 1, used).with(scores[row][column]);
				best = outcome.isBetterThan(best) ? outcome : best;
				used[column] = false;
			}
		}
		return best;
	}

	private record Outcome(int served, int score) {

		Outcome with(int score) {
			return new Outcome(this.served + 1, this.score + score);
		}

		boolean isBetterThan(Outcome other) {
			return this.served > other.served || (this.served == other.served && this.score > other.score);
		}

	}

}
