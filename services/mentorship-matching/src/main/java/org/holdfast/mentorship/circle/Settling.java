package org.holdfast.mentorship.circle;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.holdfast.mentorship.circle.Circle.State;
import org.holdfast.mentorship.circle.Rescue.Move;
import org.holdfast.mentorship.circle.peers.Kind;
import org.holdfast.mentorship.participation.Participations;
import org.holdfast.mentorship.people.Agency;

import org.springframework.stereotype.Component;

/**
 * Makes the circles follow from what was decided and from what profile tells. It looks at
 * everything as it is and does what is left to do, so it does not matter what caused it,
 * how often it runs, or where an earlier run was cut short.
 * <p>
 * Members of a circle with too few of them go on in others in steps that may each be
 * repeated: it is proposed; places are kept for them; once it is agreed their circle ends
 * as merged; they come, each into the place that was kept and only while it is.
 */
@Component
public class Settling {

	/** More passes than that mean that somebody else keeps changing things: later. */
	private static final int PASSES = 100;

	private final Circles circles;

	private final Entering entering;

	private final Participations participations;

	Settling(Circles circles, Entering entering, Participations participations) {
		this.circles = circles;
		this.entering = entering;
		this.participations = participations;
	}

	/**
	 * Does what is left to do.
	 * @param agency everybody as they are now
	 * @return whether there was anything
	 */
	public boolean settle(Agency agency) {
		Fitting fitting = new Fitting(agency);
		int passes = 0;
		while (passes < PASSES && settleOnce(fitting)) {
			passes++;
		}
		return passes > 0;
	}

	private boolean settleOnce(Fitting fitting) {
		List<Circle> all = this.circles.all().stream().sorted(Comparator.comparing(Circle::id)).toList();
		return tick(all) || takeOut(fitting, all) || keepOne(all) || admit(all) || keepPlaces(all)
				|| rescue(fitting, all);
	}

	private boolean tick(List<Circle> all) {
		boolean changed = false;
		for (Circle circle : all) {
			changed |= this.circles.tick(circle, this.participations::holdForSilence);
		}
		return changed;
	}

	private boolean takeOut(Fitting fitting, List<Circle> all) {
		boolean changed = false;
		for (Circle circle : all) {
			Circle left = circle;
			for (Optional<String> one = hasToGo(fitting, left); one.isPresent(); one = hasToGo(fitting, left)) {
				changed = true;
				if (fitting.isErased(one.get())) {
					// it was proposed at the moment of the erasure
					this.circles.forget(one.get());
					break;
				}
				left = this.circles.takeOut(circle.id(), one.get());
			}
		}
		return changed;
	}

	private Optional<String> hasToGo(Fitting fitting, Circle circle) {
		return (circle.state() == State.ENDED) ? Optional.empty()
				: fitting.hasToGo(circle, this.participations::wantsApart);
	}

	/** Somebody may have come into two circles of a kind at the same moment. */
	private boolean keepOne(List<Circle> all) {
		Map<Kind, Set<String>> placed = new EnumMap<>(Kind.class);
		boolean changed = false;
		for (Circle circle : all) {
			Set<String> others = placed.computeIfAbsent(circle.kind(), (kind) -> new HashSet<>());
			if (circle.state() != State.ENDED) {
				for (String staffId : circle.placed()) {
					changed |= !others.add(staffId) && this.entering.keepOne(staffId, circle.kind());
				}
			}
		}
		return changed;
	}

	/** Those whose circle has ended as merged come where it was agreed. */
	private boolean admit(List<Circle> all) {
		boolean changed = false;
		for (Circle circle : all) {
			Rescue rescue = circle.rescue();
			if (rescue != null && !circle.isLiving()) {
				all.stream()
					.filter((into) -> into.isLiving() && rescue.circleIds().contains(into.id()))
					.forEach((into) -> this.circles.change(into.id(),
							(present) -> present.admitting(rescue.into(into.id()), this.circles.now())));
				this.circles.change(circle.id(), (present) -> present.moving(null));
				changed = true;
			}
		}
		return changed;
	}

	/** Places are kept for those who may come, and for nobody else. */
	private boolean keepPlaces(List<Circle> all) {
		Map<String, Set<String>> coming = new HashMap<>();
		all.stream()
			.filter((circle) -> circle.isLiving() && circle.rescue() != null)
			.flatMap((circle) -> circle.rescue().moves().stream())
			.forEach((move) -> coming.computeIfAbsent(move.circleId(), (id) -> new HashSet<>()).add(move.staffId()));
		boolean changed = false;
		for (Circle circle : all) {
			Set<String> expected = coming.getOrDefault(circle.id(), Set.of());
			if (circle.isLiving() && !circle.expected().equals(expected)) {
				changed |= !this.circles
					.change(circle.id(), (present) -> present.expecting(expected).unlessTooFew(this.circles.now()))
					.equals(circle);
			}
		}
		return changed;
	}

	/** One step for one circle at a time, as others are concerned by it. */
	private boolean rescue(Fitting fitting, List<Circle> all) {
		Map<String, Circle> living = new TreeMap<>();
		all.stream().filter(Circle::isLiving).forEach((circle) -> living.put(circle.id(), circle));
		for (Circle circle : living.values()) {
			Circle next = next(fitting, circle, living);
			if (next != circle) {
				this.circles.change(circle.id(), (present) -> present.equals(circle) ? next : present);
				return true;
			}
		}
		return false;
	}

	private Circle next(Fitting fitting, Circle circle, Map<String, Circle> living) {
		Rescue rescue = circle.rescue();
		Instant now = this.circles.now();
		if (!circle.isSmall()) {
			return (rescue == null) ? circle : circle.moving(null);
		}
		if (rescue == null) {
			return circle.moving(new Rescue(this.circles.answerBy(), List.of()));
		}
		if (rescue.isProposed() && !fitting.isPossible(circle, rescue, living)) {
			return circle.moving(rescue.withoutMoves());
		}
		if (rescue.isDue(now)) {
			return circle.ended(now, rescue.isAgreed() && rescue.circleIds()
				.stream()
				.allMatch((id) -> living.containsKey(id) && living.get(id).expected().containsAll(rescue.into(id))));
		}
		if (rescue.isProposed()) {
			return circle;
		}
		List<Move> moves = fitting.mend(circle,
				living.values().stream().filter((other) -> mayTakeOthers(other, circle)).toList());
		return moves.isEmpty() ? circle : circle.moving(new Rescue(this.circles.answerBy(), moves));
	}

	private static boolean mayTakeOthers(Circle other, Circle circle) {
		return other.kind() == circle.kind() && !other.id().equals(circle.id()) && other.expected().isEmpty()
				&& (other.rescue() == null || !other.rescue().isProposed());
	}

}
