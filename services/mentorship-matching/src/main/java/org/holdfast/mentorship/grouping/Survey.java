package org.holdfast.mentorship.grouping;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What can be said before any search: who can be in no group at all and why, what else
 * limits how many can be placed, and how many that leaves at most.
 */
final class Survey {

	private final Gathering gathering;

	/** Everybody who could be in a group, as far as is known. */
	private final BitSet placeable;

	private final Company company;

	final List<LeftOut> leftOut = new ArrayList<>();

	final List<Obstacle> obstacles = new ArrayList<>();

	/** How many groups there can be at most. */
	int mostGroups;

	/** How many people can be placed at most. */
	int room;

	Survey(Gathering gathering) {
		this.gathering = gathering;
		this.placeable = new BitSet();
		this.placeable.set(0, gathering.people());
		this.company = new Company(gathering, this.placeable);
		leaveOut();
		limit();
	}

	int[] people() {
		return this.placeable.stream().toArray();
	}

	/** Leaves out who finds no company, until all who remain do. */
	private void leaveOut() {
		for (int before = -1; before != this.leftOut.size();) {
			before = this.leftOut.size();
			List<LeftOut> alone = this.placeable.stream()
				.filter((person) -> !this.company.isThereFor(person))
				.mapToObj((person) -> new LeftOut(person, rule(person)))
				.toList();
			alone.forEach((one) -> this.placeable.clear(one.person()));
			this.leftOut.addAll(alone);
		}
	}

	/**
	 * Returns the rule without which somebody would find company, or if there is none,
	 * the one that leaves them the fewest others.
	 */
	private Rule rule(int person) {
		if (this.placeable.cardinality() < this.gathering.size().min()) {
			return new Rule.Size();
		}
		List<Rule> rules = new ArrayList<>(List.of(new Rule.Apart()));
		IntStream.range(0, this.gathering.commonThings()).forEach((which) -> rules.add(new Rule.InCommon(which)));
		rules.add(new Rule.Experienced());
		return rules.stream()
			.filter((rule) -> this.company.wouldBeThereFor(person, rule))
			.findFirst()
			.orElseGet(
					() -> rules.stream().min(Comparator.comparingLong((rule) -> others(person, rule))).orElseThrow());
	}

	private long others(int person, Rule rule) {
		return this.placeable.stream().filter((other) -> switch (rule) {
			case Rule.Size _ -> true;
			case Rule.Apart _ -> !this.gathering.apart(person, other);
			case Rule.InCommon(int which) ->
				(this.gathering.has(person, which) & this.gathering.has(other, which)) != 0;
			case Rule.Experienced _ -> true;
		}).count();
	}

	/**
	 * Each group has somebody experienced, and one at most of those who are all kept
	 * apart from each other.
	 */
	private void limit() {
		GroupSize size = this.gathering.size();
		int people = this.placeable.cardinality();
		int experienced = (int) this.placeable.stream().filter(this.gathering::experienced).count();
		int guided = Math.min(people, experienced * size.max());
		List<int[]> crowds = crowds();
		this.room = size.fitting(guided);
		for (int before = -1; before != this.room;) {
			before = this.room;
			this.mostGroups = Math.min(experienced, size.most(this.room));
			int tooMany = crowds.stream().mapToInt((crowd) -> Math.max(0, crowd.length - this.mostGroups)).sum();
			this.room = size.fitting(Math.min(guided, people - tooMany));
		}
		if (guided < people) {
			this.obstacles.add(new Obstacle(new Rule.Experienced(), people(), guided));
		}
		crowds.stream()
			.filter((crowd) -> crowd.length > this.mostGroups)
			.forEach((crowd) -> this.obstacles.add(new Obstacle(new Rule.Apart(), crowd, this.mostGroups)));
	}

	/**
	 * Divides people into sets who are all kept apart from each other, one after the
	 * other as large as one finds them by going to whom most of the rest are kept apart
	 * from.
	 */
	private List<int[]> crowds() {
		List<int[]> crowds = new ArrayList<>();
		BitSet rest = (BitSet) this.placeable.clone();
		while (!rest.isEmpty()) {
			BitSet crowd = new BitSet();
			for (BitSet open = (BitSet) rest.clone(); !open.isEmpty();) {
				BitSet from = (BitSet) open.clone();
				int next = open.stream()
					.boxed()
					.max(Comparator.comparingInt((person) -> common(from, this.gathering.apart(person))))
					.orElseThrow();
				crowd.set(next);
				open.and(this.gathering.apart(next));
			}
			crowds.add(crowd.stream().toArray());
			rest.andNot(crowd);
		}
		return crowds;
	}

	private static int common(BitSet some, BitSet others) {
		BitSet common = (BitSet) some.clone();
		common.and(others);
		return common.cardinality();
	}

}
