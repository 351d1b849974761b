package org.holdfast.mentorship.grouping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Who could form groups: people, the rules for any group, and what each pair gains by
 * being in the same. People are numbers from 0; their order and the seed decide between
 * equally good results, and nothing else does.
 */
public final class Gathering {

	/** The highest gain of a pair; the lowest is 0. */
	public static final int BEST = 100;

	private final GroupSize size;

	private final List<Gain> gains;

	/** Of each pair, row by row. */
	private final int[] points;

	/** Who must not be with whom. */
	private final BitSet[] apart;

	/** What each person has, one row for each thing that a group has in common. */
	private final List<long[]> inCommon;

	private final BitSet experienced;

	private Gathering(Builder builder, int[] points) {
		this.size = builder.size;
		this.gains = List.copyOf(builder.gains);
		this.points = points;
		this.apart = Arrays.stream(builder.apart).map((set) -> (BitSet) set.clone()).toArray(BitSet[]::new);
		this.inCommon = List.copyOf(builder.inCommon);
		this.experienced = (BitSet) builder.experienced.clone();
	}

	/** Begins with people without any rule but the size of a group, and without gains. */
	public static Builder of(int people, GroupSize size) {
		return new Builder(people, size);
	}

	public int people() {
		return this.apart.length;
	}

	public GroupSize size() {
		return this.size;
	}

	/** Returns what two people gain by being in the same group. */
	public int points(int one, int other) {
		return this.points[one * this.apart.length + other];
	}

	List<Gain> gains() {
		return this.gains;
	}

	boolean apart(int one, int other) {
		return this.apart[one].get(other);
	}

	BitSet apart(int person) {
		return this.apart[person];
	}

	int commonThings() {
		return this.inCommon.size();
	}

	long has(int person, int which) {
		return this.inCommon.get(which)[person];
	}

	boolean experienced(int person) {
		return this.experienced.get(person);
	}

	/** Returns whether no rule keeps two people apart, were they alone. */
	boolean compatible(int one, int other) {
		return one != other && !apart(one, other)
				&& this.inCommon.stream().allMatch((has) -> (has[one] & has[other]) != 0);
	}

	/** Returns what all pairs of a group gain together. */
	long points(int[] group) {
		long points = 0;
		for (int at = 0; at < group.length; at++) {
			for (int other = 0; other < at; other++) {
				points += points(group[at], group[other]);
			}
		}
		return points;
	}

	/** Returns the rules that a group breaks, each once; none where all is well. */
	public List<Rule> broken(int... group) {
		List<Rule> broken = new ArrayList<>();
		if (group.length < this.size.min() || group.length > this.size.max()) {
			broken.add(new Rule.Size());
		}
		BitSet members = new BitSet();
		Arrays.stream(group).forEach(members::set);
		if (Arrays.stream(group).anyMatch((member) -> this.apart[member].intersects(members))) {
			broken.add(new Rule.Apart());
		}
		for (int which = 0; which < this.inCommon.size(); which++) {
			long[] has = this.inCommon.get(which);
			if (Arrays.stream(group).mapToLong((member) -> has[member]).reduce(-1L, (one, other) -> one & other) == 0) {
				broken.add(new Rule.InCommon(which));
			}
		}
		if (!this.experienced.intersects(members)) {
			broken.add(new Rule.Experienced());
		}
		return broken;
	}

	/** Takes in rules and gains. */
	public static final class Builder {

		private final GroupSize size;

		private final List<Gain> gains = new ArrayList<>();

		private final BitSet[] apart;

		private final List<long[]> inCommon = new ArrayList<>();

		private final BitSet experienced = new BitSet();

		private Builder(int people, GroupSize size) {
			if (people < 0) {
				throw new IllegalArgumentException("There are 0 people or more");
			}
			this.size = size;
			this.apart = new BitSet[people];
			Arrays.setAll(this.apart, (person) -> new BitSet(people));
			this.experienced.set(0, people);
		}

		/**
		 * Keeps people out of the same group, each from all others.
		 * @return this
		 */
		public Builder apart(int... people) {
			for (int one : people) {
				for (int other : people) {
					this.apart[one].set(other, one != other);
				}
			}
			return this;
		}

		/**
		 * Asks of each group that all have something in common.
		 * @param has of each person, a bit for each of up to 64 things
		 * @return this
		 */
		public Builder inCommon(long... has) {
			requireEverybody(has.length);
			this.inCommon.add(has.clone());
			return this;
		}

		/**
		 * Asks of each group that one of these is in it.
		 * @return this
		 */
		public Builder experienced(BitSet people) {
			this.experienced.and(people);
			return this;
		}

		/**
		 * Adds what pairs gain.
		 * @return this
		 */
		public Builder gain(Gain gain) {
			requireEverybody(gain.people());
			this.gains.add(gain);
			int most = this.gains.stream().mapToInt(Gain::most).sum();
			if (most > BEST) {
				throw new IllegalArgumentException("A pair could gain %d, more than %d".formatted(most, BEST));
			}
			return this;
		}

		private void requireEverybody(int count) {
			if (count != this.apart.length) {
				throw new IllegalArgumentException(
						"It tells about %d people, there are %d".formatted(count, this.apart.length));
			}
		}

		public Gathering build() {
			int people = this.apart.length;
			int[] points = new int[people * people];
			for (int one = 0; one < people; one++) {
				for (int other = 0; other < people; other++) {
					int[] pair = { one, other };
					points[one * people + other] = (one == other) ? 0
							: this.gains.stream().mapToInt((gain) -> gain.points(pair[0], pair[1])).sum();
				}
			}
			return new Gathering(this, points);
		}

	}

}
