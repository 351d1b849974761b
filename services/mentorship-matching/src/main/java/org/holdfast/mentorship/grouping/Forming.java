package org.holdfast.mentorship.grouping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Forms groups: first it finds out how many people can be placed, then it searches for
 * what gains most.
 */
final class Forming {

	private static final int SEARCHES = 2;

	/** Steps of a search for the most gain: for each pair, and at most. */
	private static final int STEPS = 2000;

	private static final int STEPS_AT_MOST = 2_000_000;

	/** Steps of a search for groups that break no rule: for each person, and more. */
	private static final int RULE_STEPS = 2000;

	private static final int MORE_RULE_STEPS = 20_000;

	/** So many times one more stays out, then twice as many as before. */
	private static final int PATIENCE = 8;

	private final Gathering gathering;

	private final GroupSize size;

	private final long seed;

	Forming(Gathering gathering, long seed) {
		this.gathering = gathering;
		this.size = gathering.size();
		this.seed = seed;
	}

	Grouping form() {
		int people = this.gathering.people();
		if (!this.size.fits(people)) {
			return new Grouping.Impossible(
					new Obstacle(new Rule.Size(), IntStream.range(0, people).toArray(), this.size.fitting(people)));
		}
		Survey survey = new Survey(this.gathering);
		if (survey.room == 0) {
			return new Grouping.Impossible(
					survey.obstacles.isEmpty() ? mostOften(survey.leftOut) : survey.obstacles.getFirst());
		}
		Annealing placed = most(survey);
		if (placed.fewestBroken > 0) {
			return new Grouping.Impossible(brokenIn(placed.groups()));
		}
		return formed(best(survey, placed), survey);
	}

	/** Places as many people as it finds room for; if it breaks rules, there is none. */
	private Annealing most(Survey survey) {
		int count = survey.room;
		int tooMany = count + 1;
		int fewer = 1;
		Annealing placed = place(survey, count);
		for (int tries = 1; placed.fewestBroken > 0 && this.size.fitting(count - fewer) > 0; tries++) {
			tooMany = count;
			count = this.size.fitting(count - fewer);
			fewer *= (tries < PATIENCE) ? 1 : 2;
			placed = place(survey, count);
		}
		int middle = this.size.fitting((count + tooMany) / 2);
		while (placed.fewestBroken == 0 && middle > count) {
			Annealing more = place(survey, middle);
			if (more.fewestBroken == 0) {
				placed = more;
				count = middle;
			}
			else {
				tooMany = middle;
			}
			middle = this.size.fitting((count + tooMany) / 2);
		}
		return placed;
	}

	/** Places so many in as many groups as is best, or else in more and smaller ones. */
	private Annealing place(Survey survey, int count) {
		int most = Math.min(survey.mostGroups, this.size.most(count));
		int groups = this.size.best(count, most);
		Annealing placed = place(survey, count, groups);
		while (placed.fewestBroken > 0 && groups < most) {
			groups = (groups + most + 1) / 2;
			placed = place(survey, count, groups);
		}
		return placed;
	}

	private Annealing place(Survey survey, int count, int groups) {
		return new Annealing(this.gathering, survey.people(), GroupSize.balanced(count, groups), this.seed)
			.run(MORE_RULE_STEPS + RULE_STEPS * count, 0);
	}

	/** Stops searching where nothing better is possible. */
	private Annealing best(Survey survey, Annealing placed) {
		int[] people = survey.people();
		int[] sizes = placed.groups().stream().mapToInt((group) -> group.length).toArray();
		long bound = (placed.outsiders().length == 0) ? new Bound(this.gathering, people, sizes).smallest()
				: Long.MAX_VALUE;
		int pairs = people.length * (people.length - 1) / 2;
		int steps = (int) Math.min((long) STEPS * pairs, STEPS_AT_MOST);
		Annealing best = placed;
		for (int search = 0; search < SEARCHES && best.bestScore < bound; search++) {
			Annealing other = new Annealing(this.gathering, people, sizes, this.seed + search).run(steps, bound);
			if (other.fewestBroken == 0 && other.bestScore > best.bestScore) {
				best = other;
			}
		}
		return best;
	}

	/** Whoever is left may find room in a group that becomes larger than the others. */
	private Grouping formed(Annealing best, Survey survey) {
		List<int[]> groups = new ArrayList<>(best.groups());
		List<LeftOut> leftOut = new ArrayList<>(survey.leftOut);
		for (int person : best.outsiders()) {
			switch (new Standing(this.gathering, groups).join(person)) {
				case Joining.Into(int group, long _) -> {
					int[] members = groups.get(group);
					int[] more = Arrays.copyOf(members, members.length + 1);
					more[members.length] = person;
					groups.set(group, more);
				}
				case Joining.Nowhere(Rule because) -> leftOut.add(new LeftOut(person, because));
			}
		}
		leftOut.sort(Comparator.comparingInt(LeftOut::person));
		return Grouping.Formed.of(new Standing(this.gathering, groups), List.copyOf(leftOut), survey.obstacles);
	}

	private static Obstacle mostOften(List<LeftOut> leftOut) {
		Rule rule = Standing.mostOften(leftOut.stream().map(LeftOut::because).toList());
		return new Obstacle(rule,
				leftOut.stream().filter((one) -> one.because().equals(rule)).mapToInt(LeftOut::person).toArray(), 0);
	}

	private Obstacle brokenIn(List<int[]> groups) {
		List<Rule> broken = new ArrayList<>();
		groups.forEach((group) -> broken.addAll(this.gathering.broken(group)));
		Rule rule = Standing.mostOften(broken);
		List<Integer> people = new ArrayList<>();
		for (int[] group : groups) {
			if (this.gathering.broken(group).contains(rule)) {
				Arrays.stream(group).forEach(people::add);
			}
		}
		return new Obstacle(rule, people.stream().mapToInt(Integer::intValue).sorted().toArray(), 0);
	}

}
