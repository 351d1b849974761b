package org.holdfast.mentorship.grouping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What no groups of these people in these sizes can gain more than. A part of each gain
 * is bounded by how often its lines can run inside groups at all, were each line alone:
 * as often as possible where its people are spread evenly. That knows that three of two
 * kinds are never all different. The rest is bounded pair by pair, the rules included: no
 * pair that is allowed is worth more than a price for any pair and the prices of both
 * people, and in a group of so many each is in one pair less than that (the dual of a
 * fractional b-matching). Each of the two holds for any parts and prices, so their sum
 * does, and the search only makes it small.
 */
final class Bound {

	/** What a gain is divided into. */
	static final int PARTS = 4;

	/** Lines count half points; everything is a whole number. */
	private static final int SCALE = 2 * PARTS;

	private static final int SWEEPS = 4;

	private final int people;

	private final int[] sizes;

	/** In how many pairs a person is at most. */
	private final int degree;

	private final long pairs;

	/** Of each gain, what its lines are worth at most, in half points. */
	private final long[] linesAtMost;

	/** Of each gain, the points of each pair, row by row. */
	private final List<int[]> points = new ArrayList<>();

	private final boolean[] compatible;

	/**
	 * Of each pair, what is bounded pair by pair, in eighths; below 0 where forbidden.
	 */
	private final int[] worth;

	/**
	 * Prepares a bound.
	 * @param members who is in any group
	 * @param sizes of the groups
	 */
	Bound(Gathering gathering, int[] members, int[] sizes) {
		this.people = members.length;
		this.sizes = sizes.clone();
		this.degree = Arrays.stream(this.sizes).max().orElse(1) - 1;
		this.pairs = Arrays.stream(this.sizes).mapToLong((size) -> size * (size - 1L) / 2).sum();
		this.compatible = new boolean[this.people * this.people];
		this.worth = new int[this.compatible.length];
		for (int pair = 0; pair < this.compatible.length; pair++) {
			this.compatible[pair] = gathering.compatible(members[pair / this.people], members[pair % this.people]);
		}
		this.linesAtMost = new long[gathering.gains().size()];
		for (int at = 0; at < this.linesAtMost.length; at++) {
			Gain gain = gathering.gains().get(at);
			int[] points = new int[this.compatible.length];
			Arrays.setAll(points, (pair) -> gain.points(members[pair / this.people], members[pair % this.people]));
			this.points.add(points);
			for (Gain.Line line : gain.lines()) {
				int inside = (int) Arrays.stream(members).filter(line.inside()::get).count();
				this.linesAtMost[at] += line.halfPoints() * runs(inside);
			}
		}
	}

	/**
	 * Returns between how many pairs a line around so many can run: each goes where it
	 * runs between most then, which is best because each further one adds less.
	 */
	private long runs(int inside) {
		int[] taken = new int[this.sizes.length];
		long runs = 0;
		for (int person = 0; person < inside; person++) {
			int to = 0;
			for (int group = 1; group < taken.length; group++) {
				if (this.sizes[group] - 2 * taken[group] > this.sizes[to] - 2 * taken[to]) {
					to = group;
				}
			}
			runs += this.sizes[to] - 2 * taken[to] - 1;
			taken[to]++;
		}
		return runs;
	}

	/** Returns the smallest bound that is found. */
	long smallest() {
		int gains = this.linesAtMost.length;
		int[] parts = new int[gains];
		for (int gain = 0; gain < gains; gain++) {
			parts[gain] = (this.linesAtMost[gain] == 0) ? PARTS : 0;
		}
		long smallest = price(parts);
		for (int step = 0; step < 2 * gains; step++) {
			int gain = step % gains;
			if (this.linesAtMost[gain] == 0) {
				continue;
			}
			int best = parts[gain];
			for (int part = 0; part <= PARTS; part++) {
				parts[gain] = part;
				long bound = (part == best) ? smallest : price(parts);
				if (bound < smallest) {
					smallest = bound;
					best = part;
				}
			}
			parts[gain] = best;
		}
		return smallest;
	}

	/**
	 * Returns a bound where so many parts of each gain are bounded pair by pair, with
	 * prices that are improved one after the other, once from a price for all pairs, once
	 * from the people's own.
	 */
	private long price(int[] parts) {
		weigh(parts);
		int[] prices = new int[this.people];
		long smallest = improve(prices, bestPerPair(prices));
		for (int person = 0; person < this.people; person++) {
			prices[person] = bestPrice(person, new int[this.people], 0) / 2;
		}
		smallest = Math.min(smallest, improve(prices, 0));
		return (lines(parts) + smallest) / SCALE;
	}

	private long improve(int[] prices, int perPairAtFirst) {
		int perPair = perPairAtFirst;
		long smallest = priced(prices, perPair);
		for (int sweep = 0; sweep < SWEEPS; sweep++) {
			for (int person = 0; person < this.people; person++) {
				prices[person] = bestPrice(person, prices, perPair);
			}
			perPair = bestPerPair(prices);
			smallest = Math.min(smallest, priced(prices, perPair));
		}
		return smallest;
	}

	/**
	 * Returns what nothing can gain more than, by any such numbers.
	 * @param parts of each gain that are bounded pair by pair, 0 to {@value #PARTS}, and
	 * {@value #PARTS} where it has no lines
	 * @param prices of each member in their order, 0 or more, in eighths of a point
	 * @param perPair price of any pair, in eighths of a point
	 */
	long value(int[] parts, int[] prices, int perPair) {
		weigh(parts);
		return (lines(parts) + priced(prices, perPair)) / SCALE;
	}

	private long lines(int[] parts) {
		long value = 0;
		for (int gain = 0; gain < parts.length; gain++) {
			value += (PARTS - parts[gain]) * this.linesAtMost[gain];
		}
		return value;
	}

	private long priced(int[] prices, int perPair) {
		long value = perPair * this.pairs;
		for (int one = 0; one < this.people; one++) {
			value += (long) this.degree * prices[one];
			for (int other = 0; other < one; other++) {
				value += Math.max(0, this.worth[one * this.people + other] - perPair - prices[one] - prices[other]);
			}
		}
		return value;
	}

	private void weigh(int[] parts) {
		for (int pair = 0; pair < this.worth.length; pair++) {
			this.worth[pair] = -1;
			if (this.compatible[pair]) {
				this.worth[pair] = 0;
				for (int gain = 0; gain < parts.length; gain++) {
					this.worth[pair] += 2 * parts[gain] * this.points.get(gain)[pair];
				}
			}
		}
	}

	/** Returns the price from which on fewer pairs than there can be would pay more. */
	private int bestPrice(int person, int[] prices, int perPair) {
		int[] highest = new int[this.degree + 1];
		for (int other = 0; other < this.people; other++) {
			int left = this.worth[person * this.people + other] - perPair - prices[other];
			if (left > highest[this.degree]) {
				int at = this.degree;
				for (; at > 0 && highest[at - 1] < left; at--) {
					highest[at] = highest[at - 1];
				}
				highest[at] = left;
			}
		}
		return (this.degree == 0) ? 0 : (highest[this.degree - 1] + highest[this.degree]) / 2;
	}

	private int bestPerPair(int[] prices) {
		int[] counts = new int[SCALE * Gathering.BEST + 1];
		for (int one = 0; one < this.people; one++) {
			for (int other = 0; other < one; other++) {
				counts[Math.max(0, this.worth[one * this.people + other] - prices[one] - prices[other])]++;
			}
		}
		int price = counts.length - 1;
		for (long above = counts[price]; above < this.pairs && price > 0; above += counts[price]) {
			price--;
		}
		return price;
	}

}
