package org.holdfast.mentorship.fit;

import java.util.List;

import org.holdfast.mentorship.people.Agency;
import org.holdfast.mentorship.people.Colleague;

/**
 * A mentor and a mentee who might be brought together, seen in the agency of that moment
 * and by what the programme wants.
 *
 * @param taken how many places of the mentor would be taken before this one
 */
public record Pair(Agency agency, Programme programme, Colleague mentor, Colleague mentee, int taken) {

	/** Points per criterion, in the order of the criteria; they add up to the score. */
	public List<Points> points() {
		return Criterion.ALL.stream().map((criterion) -> criterion.judge(this)).toList();
	}

	/** How well the two fit, 0 to 100. */
	public int score() {
		return Criterion.ALL.stream().mapToInt((criterion) -> criterion.points(this)).sum();
	}

	/** On how many half days a week both can meet. */
	int commonTimes() {
		return (int) this.mentor.timesToMeet()
			.stream()
			.filter((time) -> this.mentee.timesToMeet().contains(time))
			.count();
	}

	/**
	 * What one side thinks of the other, 0 to 100: the points of the criteria that make
	 * its opinion, of all that they could be.
	 */
	int score(Criterion.View side) {
		List<Criterion> criteria = Criterion.ALL.stream().filter((criterion) -> criterion.view().isOf(side)).toList();
		int most = criteria.stream().mapToInt(this.programme::weight).sum();
		int points = criteria.stream().mapToInt((criterion) -> criterion.points(this)).sum();
		return (most == 0) ? 0 : 100 * points / most;
	}

}
