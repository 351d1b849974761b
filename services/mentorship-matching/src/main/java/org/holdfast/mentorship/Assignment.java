package org.holdfast.mentorship;

import java.util.Arrays;

/**
 * The best way to give each row at most one column and each column to at most one row.
 */
final class Assignment {

	/** The score of a row and a column that must not come together. */
	static final int FORBIDDEN = -1;

	/** The column of a row that gets none. */
	static final int NONE = -1;

	private Assignment() {
	}

	/**
	 * Serves as many rows as possible and, among all ways to do that, takes one with the
	 * largest total score. Shortest augmenting paths with potentials (the Hungarian
	 * method), where a row without a column costs more than all scores together: time
	 * grows with rows² × columns. Of equally good ways it always takes the same one for
	 * the same order of rows and columns.
	 * @param scores one array per row, all of the same length, each score 0 or more or
	 * {@link #FORBIDDEN}
	 * @return the column of each row, or {@link #NONE}
	 */
	static int[] best(int[][] scores) {
		int rows = scores.length;
		int columns = Math.max(rows, (rows > 0) ? scores[0].length : 0);
		long unserved = 1
				+ Arrays.stream(scores).mapToLong((row) -> Math.max(0, Arrays.stream(row).max().orElse(0))).sum();
		// one-based, as usual for this method: row and column 0 stand for "none yet"
		long[] rowPrice = new long[rows + 1];
		long[] columnPrice = new long[columns + 1];
		int[] rowOf = new int[columns + 1];
		int[] cameFrom = new int[columns + 1];
		for (int row = 1; row <= rows; row++) {
			rowOf[0] = row;
			int column = 0;
			long[] distance = new long[columns + 1];
			Arrays.fill(distance, Long.MAX_VALUE);
			boolean[] reached = new boolean[columns + 1];
			do {
				reached[column] = true;
				int from = rowOf[column];
				long step = Long.MAX_VALUE;
				int nearest = 0;
				for (int to = 1; to <= columns; to++) {
					if (reached[to]) {
						continue;
					}
					long reduced = cost(scores[from - 1], to - 1, unserved) - rowPrice[from] - columnPrice[to];
					if (reduced < distance[to]) {
						distance[to] = reduced;
						cameFrom[to] = column;
					}
					if (distance[to] < step) {
						step = distance[to];
						nearest = to;
					}
				}
				for (int to = 0; to <= columns; to++) {
					if (reached[to]) {
						rowPrice[rowOf[to]] += step;
						columnPrice[to] -= step;
					}
					else {
						distance[to] -= step;
					}
				}
				column = nearest;
			}
			while (rowOf[column] != 0);
			while (column != 0) {
				rowOf[column] = rowOf[cameFrom[column]];
				column = cameFrom[column];
			}
		}
		int[] columnOf = new int[rows];
		Arrays.fill(columnOf, NONE);
		for (int column = 1; column <= columns; column++) {
			int row = rowOf[column] - 1;
			if (row >= 0 && column <= scores[row].length && scores[row][column - 1] != FORBIDDEN) {
				columnOf[row] = column - 1;
			}
		}
		return columnOf;
	}

	private static long cost(int[] row, int column, long unserved) {
		return (column < row.length && row[column] != FORBIDDEN) ? -row[column] : unserved;
	}

}
