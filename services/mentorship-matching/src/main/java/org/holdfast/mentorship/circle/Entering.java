package org.holdfast.mentorship.circle;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

import org.holdfast.defaults.problem.Refusal;
import org.holdfast.mentorship.circle.Circle.State;
import org.holdfast.mentorship.circle.peers.Kind;
import org.holdfast.mentorship.circle.peers.Peers;
import org.holdfast.mentorship.people.Agency;
import org.holdfast.mentorship.people.Colleague;
import org.holdfast.mentorship.people.Directory;

import org.springframework.stereotype.Component;

/**
 * Lets people into circles: those they are proposed, and those they choose. A place is
 * part of the circle's document, so of any number who want the last one exactly one gets
 * it. Nobody stays in two circles of a kind: who came into two at the same moment leaves
 * the later one.
 */
@Component
class Entering {

	private final Circles circles;

	private final Directory directory;

	Entering(Circles circles, Directory directory) {
		this.circles = circles;
		this.directory = directory;
	}

	/**
	 * Says yes to a proposal; saying it again changes nothing.
	 * @throws Refusal (404) if it is none of the person's; (409) if it is over, or they
	 * are in another circle
	 */
	Circle accept(String staffId, String id) {
		requireInNoOther(staffId, this.circles.of(staffId, id));
		Predicate<String> experienced = (member) -> this.directory.colleague(member)
			.filter((colleague) -> Peers.isExperienced(colleague, Circle.day(this.circles.now())))
			.isPresent();
		return come(staffId, id, (present) -> present.acceptedBy(staffId, experienced, this.circles.now()));
	}

	/** The circles that a person could join, those first that they would gain most in. */
	List<Circle> open(String staffId) {
		record Open(Circle circle, long gain) {
		}
		Agency agency = this.circles.agency();
		Optional<Colleague> colleague = agency.colleague(staffId);
		return this.circles.all()
			.stream()
			.filter((circle) -> !circle.isFull() && !isInOther(staffId, circle))
			.flatMap((circle) -> colleague
				.flatMap((each) -> gain(agency, circle, each).stream()
					.mapToObj((gain) -> new Open(circle, gain))
					.findFirst())
				.stream())
			.sorted(Comparator.comparing((Open each) -> -each.gain()).thenComparing((each) -> each.circle().id()))
			.map(Open::circle)
			.toList();
	}

	/**
	 * Joins a circle that fits; nobody there need do anything. Joining again changes
	 * nothing.
	 * @throws Refusal (404) if there is no such circle, or it does not fit; (409) if it
	 * is full, or they are in another circle
	 */
	Circle join(String staffId, String id) {
		Circle circle = this.circles.circle(id).filter(Circle::isLiving).orElseThrow(() -> Circles.noSuchCircle(id));
		if (circle.memberIds().contains(staffId)) {
			return circle;
		}
		requireInNoOther(staffId, circle);
		Agency agency = this.circles.agency();
		Colleague colleague = agency.colleague(staffId).orElseThrow(() -> Circles.noSuchCircle(id));
		return come(staffId, id, (present) -> {
			if (!present.memberIds().contains(staffId) && gain(agency, present, colleague).isEmpty()) {
				throw Circles.noSuchCircle(id);
			}
			return present.joinedBy(staffId, this.circles.now());
		});
	}

	private static OptionalLong gain(Agency agency, Circle circle, Colleague colleague) {
		return Peers.mayBeProposed(circle.kind(), agency, colleague) ? new Fitting(agency).join(circle, colleague)
				: OptionalLong.empty();
	}

	/**
	 * What an erasure or another circle at the same moment could not see yet is undone.
	 */
	private Circle come(String staffId, String id, UnaryOperator<Circle> coming) {
		Circle circle = this.circles.decide(id, coming);
		if (this.directory.colleague(staffId).isEmpty()) {
			this.circles.forget(staffId);
			throw Circles.noSuchCircle(id);
		}
		if (keepOne(staffId, circle.kind()) && !this.circles.of(staffId, id).placed().contains(staffId)) {
			throw inOther();
		}
		return circle;
	}

	private void requireInNoOther(String staffId, Circle circle) {
		if (isInOther(staffId, circle)) {
			throw inOther();
		}
	}

	private boolean isInOther(String staffId, Circle circle) {
		return this.circles.of(staffId)
			.stream()
			.anyMatch((other) -> other.kind() == circle.kind() && other.isLiving() && !other.id().equals(circle.id())
					&& other.memberIds().contains(staffId));
	}

	/**
	 * Takes somebody out of all circles of a kind but one: the one they have been in
	 * longest, or if there is none, were asked for first.
	 * @return whether there was more than one
	 */
	boolean keepOne(String staffId, Kind kind) {
		List<Circle> others = this.circles.of(staffId)
			.stream()
			.filter((circle) -> circle.kind() == kind && circle.state() != State.ENDED
					&& circle.placed().contains(staffId))
			.sorted(Comparator.comparing((Circle circle) -> !circle.memberIds().contains(staffId))
				.thenComparing((circle) -> !circle.isLiving())
				.thenComparing((circle) -> circle.member(staffId).orElseThrow().at())
				.thenComparing(Circle::id))
			.skip(1)
			.toList();
		others.forEach((circle) -> this.circles.takeOut(circle.id(), staffId));
		return !others.isEmpty();
	}

	private static Refusal inOther() {
		return Refusal.conflict("in-another-circle",
				"You are in another circle of this kind. Leave that one first, if you would rather be in this one.");
	}

}
