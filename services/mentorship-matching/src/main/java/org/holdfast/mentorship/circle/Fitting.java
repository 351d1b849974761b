package org.holdfast.mentorship.circle;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.holdfast.mentorship.circle.Rescue.Move;
import org.holdfast.mentorship.circle.peers.Peer;
import org.holdfast.mentorship.circle.peers.Peers;
import org.holdfast.mentorship.grouping.GroupSize;
import org.holdfast.mentorship.grouping.Joining;
import org.holdfast.mentorship.grouping.Mending;
import org.holdfast.mentorship.grouping.Standing;
import org.holdfast.mentorship.people.Agency;
import org.holdfast.mentorship.people.Colleague;

/**
 * Who fits into which of the circles there are, by the same rules by which they are
 * formed. What people have in common matters when somebody comes; whom they must not be
 * with matters as long as they stay.
 */
final class Fitting {

	private final Agency agency;

	Fitting(Agency agency) {
		this.agency = agency;
	}

	/**
	 * What somebody would gain with the members of a circle on average, in hundredths of
	 * a point; empty where they do not fit, whether it has a place or not.
	 */
	OptionalLong join(Circle circle, Colleague colleague) {
		Set<String> members = company(circle);
		if (!circle.isLiving() || members.isEmpty() || members.contains(colleague.staffId())) {
			return OptionalLong.empty();
		}
		Peers peers = peers(new GroupSize(2, members.size() + 1),
				Stream.concat(settled(circle), Stream.of(Peer.free(colleague, false))).toList());
		Standing standing = new Standing(peers.gathering(), List.of(peers.numbers(known(members))));
		return switch (standing.join(peers.numbers(List.of(colleague.staffId()))[0])) {
			case Joining.Into(int _, long points) -> OptionalLong.of(100 * points / members.size());
			case Joining.Nowhere(var _) -> OptionalLong.empty();
		};
	}

	/**
	 * Where the members of a circle that has too few of them could go.
	 * @param others who could take them
	 * @return none if there is no place for all
	 */
	List<Move> mend(Circle small, List<Circle> others) {
		List<String> leaving = known(small.memberIds());
		if (leaving.isEmpty() || others.isEmpty()) {
			return List.of();
		}
		Peers peers = peers(small.kind().size(),
				Stream.concat(free(small), others.stream().flatMap(this::settled)).toList());
		List<int[]> groups = new ArrayList<>(List.of(peers.numbers(leaving)));
		others.forEach((other) -> groups.add(peers.numbers(known(company(other)))));
		return switch (new Standing(peers.gathering(), groups).mend(0)) {
			case Mending.Merge(int into, long _) ->
				leaving.stream().map((id) -> new Move(id, others.get(into - 1).id(), false)).toList();
			case Mending.Spread(int[] into) -> IntStream.range(0, into.length)
				.mapToObj((at) -> new Move(leaving.get(at), others.get(into[at] - 1).id(), false))
				.toList();
			case Mending.Nothing(var _) -> List.of();
		};
	}

	/** Whether what was proposed to the members of a circle can still be. */
	boolean isPossible(Circle small, Rescue rescue, Map<String, Circle> circles) {
		return rescue.moves().stream().map(Move::staffId).sorted().toList().equals(small.memberIds())
				&& rescue.circleIds().stream().allMatch((id) -> {
					Circle into = circles.get(id);
					return into != null && into.isLiving() && canTake(into, small, rescue.into(id));
				});
	}

	private boolean canTake(Circle circle, Circle small, Set<String> coming) {
		Set<String> together = new TreeSet<>(company(circle));
		together.addAll(coming);
		Peers peers = peers(circle.kind().size(),
				Stream
					.concat(settled(circle).filter((peer) -> !coming.contains(peer.colleague().staffId())),
							free(small).filter((peer) -> coming.contains(peer.colleague().staffId())))
					.toList());
		return peers.gathering().broken(peers.numbers(known(together))).isEmpty();
	}

	/**
	 * Somebody who cannot stay: who has left or wants no circle any more, who stands
	 * above another one in it, or who asked not to be with another one in it.
	 * @param wantsApart tells whether the first asked not to be with the second
	 */
	Optional<String> hasToGo(Circle circle, BiPredicate<String, String> wantsApart) {
		List<String> placed = circle.placed();
		return placed.stream()
			.filter((staffId) -> !mayStay(circle, staffId) || placed.stream()
				.filter((other) -> !other.equals(staffId))
				.anyMatch((other) -> this.agency.above(other).people().contains(staffId)
						|| (this.agency.areKeptApart(staffId, other) && wantsApart.test(staffId, other))))
			.findFirst();
	}

	boolean isErased(String staffId) {
		return this.agency.colleague(staffId).isEmpty();
	}

	private boolean mayStay(Circle circle, String staffId) {
		return this.agency.colleague(staffId)
			.filter((colleague) -> colleague.active() && circle.kind().isWantedBy(colleague))
			.isPresent()
				&& !(this.agency.isOnHold(staffId) && circle.member(staffId).filter(Member::isInvited).isPresent());
	}

	/** Everybody who has a place in a circle, those who may come included. */
	private static Set<String> company(Circle circle) {
		Set<String> company = new TreeSet<>(circle.placed());
		company.addAll(circle.expected());
		return company;
	}

	private Stream<Peer> settled(Circle circle) {
		return colleagues(company(circle))
			.map((colleague) -> Peer.settled(colleague, circle.plan().halfDay(), circle.differentUnits()));
	}

	private Stream<Peer> free(Circle circle) {
		return colleagues(circle.memberIds()).map((colleague) -> Peer.free(colleague, circle.differentUnits()));
	}

	private Stream<Colleague> colleagues(Collection<String> staffIds) {
		return staffIds.stream().flatMap((id) -> this.agency.colleague(id).stream());
	}

	private List<String> known(Collection<String> staffIds) {
		return colleagues(staffIds).map(Colleague::staffId).sorted().toList();
	}

	private Peers peers(GroupSize size, Collection<Peer> peers) {
		return Peers.of(size, this.agency, peers, List.of());
	}

}
