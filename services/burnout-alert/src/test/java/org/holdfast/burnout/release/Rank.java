package org.holdfast.burnout.release;

import java.util.ArrayList;
import java.util.List;

/** Gaussian elimination modulo a large prime, exact for systems this small. */
final class Rank {

	private static final long PRIME = 1_000_000_007;

	static int of(List<long[]> rows) {
		List<long[]> left = new ArrayList<>(rows.stream().map(long[]::clone).toList());
		int rank = 0;
		int columns = left.isEmpty() ? 0 : left.get(0).length;
		for (int column = 0; column < columns; column++) {
			int at = column;
			long[] pivot = left.stream().filter((row) -> row[at] != 0).findFirst().orElse(null);
			if (pivot == null) {
				continue;
			}
			left.remove(pivot);
			rank++;
			long inverse = power(pivot[column], PRIME - 2);
			for (long[] row : left) {
				long factor = row[column] * inverse % PRIME;
				for (int each = 0; each < columns; each++) {
					row[each] = Math.floorMod(row[each] - factor * pivot[each], PRIME);
				}
			}
		}
		return rank;
	}

	private static long power(long base, long exponent) {
		long result = 1;
		for (long square = base, left = exponent; left > 0; left >>= 1, square = square * square % PRIME) {
			result = ((left & 1) == 1) ? result * square % PRIME : result;
		}
		return result;
	}

}
