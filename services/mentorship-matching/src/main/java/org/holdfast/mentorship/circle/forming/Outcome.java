package org.holdfast.mentorship.circle.forming;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.holdfast.mentorship.circle.peers.Common;
import org.holdfast.mentorship.circle.peers.Hindrance;
import org.holdfast.mentorship.circle.peers.Kind;
import org.holdfast.mentorship.circle.peers.Peer;
import org.holdfast.mentorship.circle.peers.Peers;
import org.holdfast.mentorship.grouping.Grouping;
import org.holdfast.mentorship.grouping.Rule;
import org.jspecify.annotations.Nullable;

/**
 * The circles that a forming would bring, or has brought.
 *
 * @param leftOut for whom there is none, in the order of their ids
 * @param obstacles what is known to be in the way of placing everybody
 * @param score what all pairs of the same circle gain together
 * @param bound proven: no circles of the same people in the same sizes gain more
 */
record Outcome(List<Made> circles, List<Left> leftOut, List<Obstacle> obstacles, long score, long bound) {

	/**
	 * A circle.
	 *
	 * @param common what they share; they meet on the first half day of it
	 * @param points what all its pairs gain together, part by part
	 */
	record Made(String circleId, List<String> memberIds, Common common, Map<String, Integer> points) {

		Made {
			memberIds = List.copyOf(memberIds);
		}

		int score() {
			return this.points.values().stream().mapToInt(Integer::intValue).sum();
		}

	}

	/** Somebody without a circle, and why. */
	record Left(String staffId, Hindrance because) {

	}

	/**
	 * What is in the way, and of how many people how many can be placed; null where the
	 * numbers would tell on somebody.
	 */
	record Obstacle(Hindrance rule, @Nullable Integer people, @Nullable Integer room) {

		static Obstacle of(Peers peers, org.holdfast.mentorship.grouping.Obstacle obstacle) {
			Hindrance rule = peers.told(obstacle);
			return (rule == Hindrance.apart) ? new Obstacle(rule, null, null)
					: new Obstacle(rule, obstacle.people().length, obstacle.room());
		}

	}

	Outcome {
		circles = List.copyOf(circles);
		leftOut = List.copyOf(leftOut);
		obstacles = List.copyOf(obstacles);
	}

	/** Forms circles; the same from the same inputs, however often. */
	static Outcome of(Inputs inputs, String formingId, Kind kind, boolean differentUnits, long seed) {
		Peers peers = Peers.of(kind.size(), inputs.agency(),
				inputs.snapshot()
					.colleagues()
					.stream()
					.filter((colleague) -> inputs.candidates().contains(colleague.staffId()))
					.map((colleague) -> Peer.free(colleague, differentUnits))
					.toList(),
				inputs.formerCompany());
		return switch (Grouping.of(peers.gathering(), seed)) {
			case Grouping.Impossible(var because) ->
				new Outcome(List.of(), List.of(), List.of(Obstacle.of(peers, because)), 0, 0);
			case Grouping.Formed formed -> new Outcome(
					IntStream.range(0, formed.groups().size())
						.mapToObj((at) -> made(peers, formingId + "-" + (at + 1), formed.groups().get(at)))
						.toList(),
					formed.leftOut()
						.stream()
						.map((left) -> new Left(id(peers, left.person()), Hindrance.of(left.because())))
						.toList(),
					formed.obstacles().stream().map((obstacle) -> Obstacle.of(peers, obstacle)).distinct().toList(),
					formed.score(), formed.bound());
		};
	}

	private static Made made(Peers peers, String circleId, int[] group) {
		return new Made(circleId, Arrays.stream(group).mapToObj((person) -> id(peers, person)).toList(),
				Common.of(Arrays.stream(group).mapToObj(peers::peer).toList()), peers.points(group));
	}

	private static String id(Peers peers, int person) {
		return peers.peer(person).colleague().staffId();
	}

	int placed() {
		return this.circles.stream().mapToInt((circle) -> circle.memberIds().size()).sum();
	}

	/** How much of the bound is reached, up to 1; null where there are no circles. */
	@Nullable Double ratio() {
		return this.circles.isEmpty() ? null : (this.bound == 0) ? 1 : (double) this.score / this.bound;
	}

	Outcome without(String staffId) {
		return new Outcome(
				this.circles.stream()
					.map((circle) -> new Made(circle.circleId(),
							circle.memberIds().stream().filter((id) -> !id.equals(staffId)).toList(), circle.common(),
							circle.points()))
					.toList(),
				this.leftOut.stream().filter((left) -> !left.staffId().equals(staffId)).toList(), this.obstacles,
				this.score, this.bound);
	}

}
