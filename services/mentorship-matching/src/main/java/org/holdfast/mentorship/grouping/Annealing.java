package org.holdfast.mentorship.grouping;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A search for groups of given sizes that break no rule and gain as much as can be, by
 * simulated annealing (Kirkpatrick, Gelatt and Vecchi 1983): two people swap their
 * groups, or one moves and makes the larger group the smaller one; what is worse is taken
 * with a chance that falls step by step. A broken rule weighs as much as all that a group
 * could give to somebody, so rules come first when the search cools down, and yet it may
 * pass through what they forbid. It takes a number of steps that is fixed in advance and
 * never looks at the clock.
 */
final class Annealing {

	/** In the sum of what a person has of others, each who must not be there. */
	private static final int APART = 1 << 20;

	private static final int COOLINGS = 256;

	/** Chances of what is worse: quantiles of the exponential distribution. */
	private static final double[] CHANCES = new double[1024];

	static {
		Arrays.setAll(CHANCES, (at) -> -StrictMath.log((at + .5) / CHANCES.length));
	}

	private final int[] people;

	private final int count;

	/** What a broken rule weighs. */
	private final int weight;

	private final SplittableRandom random;

	/** Of each pair, row by row. */
	private final int[] worth;

	private final long[] has;

	private final int things;

	private final boolean[] experienced;

	/** The members of each group; after the last one, those who are in none. */
	private final int[][] members;

	private final int[] sizes;

	private final int[] groupOf;

	private final int[] seatOf;

	/** How often each group breaks a rule, apart from who must not meet. */
	private final int[] strains;

	/** How often a rule is broken. */
	private int broken;

	private long score;

	int fewestBroken = Integer.MAX_VALUE;

	long bestScore;

	private int[][] best = new int[0][];

	/**
	 * Begins with people in groups at random.
	 * @param people who take part
	 * @param sizes of the groups; those who are left over are in none
	 */
	Annealing(Gathering gathering, int[] people, int[] sizes, long seed) {
		this.people = people;
		this.count = gathering.people();
		this.random = new SplittableRandom(seed);
		this.things = gathering.commonThings();
		this.worth = new int[this.count * this.count];
		this.has = new long[this.count * this.things];
		this.experienced = new boolean[this.count];
		for (int one : people) {
			this.experienced[one] = gathering.experienced(one);
			for (int which = 0; which < this.things; which++) {
				this.has[one * this.things + which] = gathering.has(one, which);
			}
			for (int other : people) {
				this.worth[one * this.count + other] = gathering.points(one, other)
						+ (gathering.apart(one, other) ? APART : 0);
			}
		}
		int max = Arrays.stream(sizes).max().orElse(0);
		this.weight = Gathering.BEST * max;
		int groups = sizes.length;
		this.sizes = Arrays.copyOf(sizes, groups + 1);
		this.sizes[groups] = people.length - Arrays.stream(sizes).sum();
		this.members = new int[groups + 1][];
		this.groupOf = new int[this.count];
		this.seatOf = new int[this.count];
		this.strains = new int[groups + 1];
		seat();
	}

	private void seat() {
		int[] shuffled = this.people.clone();
		for (int at = shuffled.length - 1; at > 0; at--) {
			int other = this.random.nextInt(at + 1);
			int person = shuffled[at];
			shuffled[at] = shuffled[other];
			shuffled[other] = person;
		}
		int next = 0;
		for (int group = 0; group < this.members.length; group++) {
			this.members[group] = Arrays.copyOf(Arrays.copyOfRange(shuffled, next, next + this.sizes[group]),
					this.sizes[group] + 1);
			for (int seat = 0; seat < this.sizes[group]; seat++) {
				this.groupOf[this.members[group][seat]] = group;
				this.seatOf[this.members[group][seat]] = seat;
			}
			next += this.sizes[group];
		}
		int twice = 0;
		long twiceScore = 0;
		for (int group = 0; group < outside(); group++) {
			for (int seat = 0; seat < this.sizes[group]; seat++) {
				int sum = sum(this.members[group][seat], group, -1);
				twice += sum / APART;
				twiceScore += sum % APART;
			}
			this.strains[group] = strain(group, -1, -1);
			this.broken += this.strains[group];
		}
		this.broken += twice / 2;
		this.score = twiceScore / 2;
		keep();
	}

	private int outside() {
		return this.members.length - 1;
	}

	/** Goes on for so many steps, or until no rule is broken and so much is gained. */
	Annealing run(int steps, long enough) {
		double heat = this.weight / 4.0;
		double cooling = StrictMath.pow(1 / heat, 1.0 / COOLINGS);
		boolean uneven = Arrays.stream(this.sizes, 0, outside()).distinct().count() > 1;
		for (int at = 0; at < COOLINGS; at++) {
			for (int step = 0; step < steps / COOLINGS; step++) {
				if (this.fewestBroken == 0 && this.bestScore >= enough) {
					return this;
				}
				int one = this.people[this.random.nextInt(this.people.length)];
				int other = this.people[this.random.nextInt(this.people.length)];
				int from = this.groupOf[one];
				int to = this.groupOf[other];
				if (from == to) {
					continue;
				}
				boolean move = uneven && from < outside() && to < outside() && this.sizes[from] == this.sizes[to] + 1
						&& (this.random.nextInt() & 3) == 0;
				change(one, move ? -1 : other, from, to, heat);
			}
			heat *= cooling;
		}
		return this;
	}

	/** Brings one to another group, and somebody back, unless that is too much worse. */
	private void change(int one, int back, int from, int to, double heat) {
		int gained = sum(one, to, back);
		int lost = sum(one, from, -1);
		if (back >= 0) {
			gained += sum(back, from, one);
			lost += sum(back, to, -1);
		}
		int points = gained % APART - lost % APART;
		int breaks = gained / APART - lost / APART;
		double tolerated = heat * CHANCES[this.random.nextInt() & (CHANCES.length - 1)];
		int eased = this.strains[from] + this.strains[to];
		if ((double) this.weight * (breaks - eased) - points > tolerated) {
			return;
		}
		int strainFrom = strain(from, one, back);
		int strainTo = strain(to, back, one);
		breaks += strainFrom + strainTo - eased;
		if ((double) this.weight * breaks - points > tolerated) {
			return;
		}
		this.strains[from] = strainFrom;
		this.strains[to] = strainTo;
		this.broken += breaks;
		this.score += points;
		if (back >= 0) {
			put(back, from, this.seatOf[one], put(one, to, this.seatOf[back], this.seatOf[one]));
		}
		else {
			int seat = this.seatOf[one];
			int last = this.members[from][--this.sizes[from]];
			this.members[from][seat] = last;
			this.seatOf[last] = seat;
			if (this.members[to].length == this.sizes[to]) {
				this.members[to] = Arrays.copyOf(this.members[to], this.sizes[to] + 1);
			}
			put(one, to, this.sizes[to]++, 0);
		}
		if (this.broken < this.fewestBroken || this.broken == this.fewestBroken && this.score > this.bestScore) {
			keep();
		}
	}

	private int put(int person, int group, int seat, int old) {
		this.members[group][seat] = person;
		this.groupOf[person] = group;
		this.seatOf[person] = seat;
		return old;
	}

	/** Returns the best groups that were found. */
	List<int[]> groups() {
		return List.of(this.best).subList(0, outside());
	}

	/** Returns who is in none of them. */
	int[] outsiders() {
		return this.best[outside()];
	}

	private void keep() {
		this.fewestBroken = this.broken;
		this.bestScore = this.score;
		if (this.best.length == 0) {
			this.best = new int[this.members.length][];
		}
		for (int group = 0; group < this.best.length; group++) {
			this.best[group] = Arrays.copyOf(this.members[group], this.sizes[group]);
		}
	}

	/** Returns what somebody has of a group in which another is no more. */
	private int sum(int person, int group, int without) {
		if (group == outside()) {
			return 0;
		}
		int sum = (without < 0) ? 0 : -this.worth[person * this.count + without];
		int[] with = this.members[group];
		for (int seat = 0; seat < this.sizes[group]; seat++) {
			sum += this.worth[person * this.count + with[seat]];
		}
		return sum;
	}

	/**
	 * Returns how far a group would be from having everything in common: how many would
	 * have to leave for each; and one more without anybody experienced.
	 */
	private int strain(int group, int leaves, int comes) {
		if (group == outside()) {
			return 0;
		}
		int[] with = this.members[group];
		int size = this.sizes[group];
		int strain = 0;
		for (int which = 0; which < this.things; which++) {
			long common = (comes < 0) ? -1L : this.has[comes * this.things + which];
			for (int seat = 0; seat < size; seat++) {
				if (with[seat] != leaves) {
					common &= this.has[with[seat] * this.things + which];
				}
			}
			if (common == 0) {
				strain += tooMany(group, which, leaves, comes);
			}
		}
		boolean guided = comes >= 0 && this.experienced[comes];
		for (int seat = 0; seat < size && !guided; seat++) {
			guided = with[seat] != leaves && this.experienced[with[seat]];
		}
		return strain + (guided ? 0 : 1);
	}

	private int tooMany(int group, int which, int leaves, int comes) {
		long all = (comes < 0) ? 0 : this.has[comes * this.things + which];
		int size = (comes < 0) ? 0 : 1;
		for (int seat = 0; seat < this.sizes[group]; seat++) {
			int person = this.members[group][seat];
			if (person != leaves) {
				all |= this.has[person * this.things + which];
				size++;
			}
		}
		int most = 0;
		for (long rest = all; rest != 0; rest &= rest - 1) {
			long bit = rest & -rest;
			int having = (comes >= 0 && (this.has[comes * this.things + which] & bit) != 0) ? 1 : 0;
			for (int seat = 0; seat < this.sizes[group]; seat++) {
				int person = this.members[group][seat];
				having += (person != leaves && (this.has[person * this.things + which] & bit) != 0) ? 1 : 0;
			}
			most = Math.max(most, having);
		}
		return size - most;
	}

}
