package org.holdfast.mentorship.circle.peers;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

import org.holdfast.mentorship.grouping.Gain;
import org.holdfast.mentorship.grouping.Gathering;
import org.holdfast.mentorship.grouping.GroupSize;
import org.holdfast.mentorship.grouping.Obstacle;
import org.holdfast.mentorship.grouping.Rule;
import org.holdfast.mentorship.people.Agency;
import org.holdfast.mentorship.people.Colleague;
import org.jspecify.annotations.Nullable;

/**
 * People as the numbers with which groups are formed, in the order of their ids.
 * <p>
 * A pair gains 0 to 100 points: 25 if they work in different units ({@code perspective});
 * 5 for each step between their lengths of service, of less than 1, 3, 6, 10 years and
 * more, an unknown one counting as the middle ({@code service}, up to 20); 10 for each
 * shared topic ({@code topics}, up to 30); 5 for each kind of work that both do
 * ({@code sharedCaseload}, up to 15), and 10 if one does something that the other does
 * not ({@code otherCaseload}).
 */
public final class Peers {

	/** What a circle has in common, in the order in which it is asked for. */
	static final List<Hindrance> IN_COMMON = List.of(Hindrance.commonTime, Hindrance.commonLanguage,
			Hindrance.commonTopic);

	/** Who has been here for so many years is experienced. */
	private static final int EXPERIENCED = 3;

	/** Up to how many years each step of service lasts, but for the last one. */
	private static final List<Integer> STEPS = List.of(1, 3, 6, 10);

	private static final int UNKNOWN_STEP = 2;

	private final List<Peer> peers;

	private final Map<String, Integer> numbers = new HashMap<>();

	private final Map<String, Gain> gains;

	private final Gathering gathering;

	private Peers(GroupSize size, Agency agency, List<Peer> peers, Collection<Set<String>> former) {
		this.peers = peers;
		peers.forEach((peer) -> this.numbers.put(peer.id(), this.numbers.size()));
		this.gains = gains(agency.today());
		Gathering.Builder builder = Gathering.of(peers.size(), size)
			.inCommon(bits(Peer::times))
			.inCommon(bits((peer) -> peer.colleague().languages()))
			.inCommon(bits(Peer::topics))
			.experienced(experienced(agency.today()));
		this.gains.values().forEach(builder::gain);
		keepApart(builder, agency, former);
		this.gathering = builder.build();
	}

	/**
	 * Numbers people, each given once.
	 * @param size of a circle
	 * @param former the members of circles whom nobody should meet again
	 */
	public static Peers of(GroupSize size, Agency agency, Collection<Peer> peers, Collection<Set<String>> former) {
		return new Peers(size, agency, peers.stream().sorted(Comparator.comparing(Peer::id)).toList(), former);
	}

	/**
	 * Whether somebody may be proposed a circle: they want it, work here, take something
	 * new, and it is known who is above them.
	 */
	public static boolean mayBeProposed(Kind kind, Agency agency, Colleague colleague) {
		return colleague.active() && kind.isWantedBy(colleague) && !agency.isOnHold(colleague.staffId())
				&& agency.above(colleague.staffId()).complete();
	}

	public static boolean isExperienced(Colleague colleague, LocalDate today) {
		return colleague.startedOn() != null && !colleague.startedOn().isAfter(today.minusYears(EXPERIENCED));
	}

	public Gathering gathering() {
		return this.gathering;
	}

	/** The person of a number. */
	public Peer peer(int number) {
		return this.peers.get(number);
	}

	/** The numbers of people who are among these. */
	public int[] numbers(Collection<String> staffIds) {
		return staffIds.stream().sorted().mapToInt((id) -> {
			Integer number = this.numbers.get(id);
			if (number == null) {
				throw new IllegalArgumentException(id + " is not among these people");
			}
			return number;
		}).toArray();
	}

	/** What all pairs of a group gain together, part by part. */
	public Map<String, Integer> points(int[] group) {
		Map<String, Integer> points = new LinkedHashMap<>();
		this.gains.forEach((part, gain) -> points.put(part,
				IntStream.range(0, group.length)
					.map((at) -> IntStream.range(0, at).map((other) -> gain.points(group[at], group[other])).sum())
					.sum()));
		return points;
	}

	/** What is told about an obstacle. */
	public Hindrance told(Obstacle obstacle) {
		return switch (obstacle.rule()) {
			case Rule.Size _ -> Hindrance.size;
			case Rule.Apart _ -> areOfOneUnit(obstacle.people()) ? Hindrance.differentUnits : Hindrance.apart;
			case Rule.InCommon _, Rule.Experienced _ -> Hindrance.of(obstacle.rule());
		};
	}

	private boolean areOfOneUnit(int[] people) {
		return IntStream.of(people).allMatch((person) -> peer(person).differentUnits())
				&& IntStream.of(people).mapToObj((person) -> peer(person).colleague().unitId()).distinct().count() == 1;
	}

	private Map<String, Gain> gains(LocalDate today) {
		Map<String, Gain> gains = new LinkedHashMap<>();
		gains.put("perspective", new Gain.Different(25, kinds((peer) -> peer.colleague().unitId())));
		gains.put("service", new Gain.Distance(5,
				this.peers.stream().mapToInt((peer) -> step(peer.colleague().startedOn(), today)).toArray()));
		gains.put("topics", new Gain.Shared(10, 3, bits(Peer::topics)));
		gains.put("sharedCaseload", new Gain.Shared(5, 3, bits(Peer::caseloads)));
		gains.put("otherCaseload", new Gain.Different(10, kinds(Peer::caseloads)));
		return gains;
	}

	private static int step(@Nullable LocalDate startedOn, LocalDate today) {
		return (startedOn == null) ? UNKNOWN_STEP
				: (int) STEPS.stream().filter((years) -> !startedOn.isAfter(today.minusYears(years))).count();
	}

	private BitSet experienced(LocalDate today) {
		BitSet experienced = new BitSet();
		IntStream.range(0, this.peers.size())
			.filter((person) -> isExperienced(peer(person).colleague(), today))
			.forEach(experienced::set);
		return experienced;
	}

	private void keepApart(Gathering.Builder builder, Agency agency, Collection<Set<String>> former) {
		for (int one = 0; one < this.peers.size(); one++) {
			for (int other = 0; other < one; other++) {
				if (areApart(agency, peer(one), peer(other))) {
					builder.apart(one, other);
				}
			}
		}
		former.forEach(
				(together) -> builder.apart(numbers(together.stream().filter(this.numbers::containsKey).toList())));
	}

	private static boolean areApart(Agency agency, Peer one, Peer other) {
		return agency.above(one.id()).people().contains(other.id())
				|| agency.above(other.id()).people().contains(one.id()) || agency.areKeptApart(one.id(), other.id())
				|| ((one.differentUnits() || other.differentUnits())
						&& one.colleague().unitId().equals(other.colleague().unitId()));
	}

	/** A number for each of what people have. */
	private int[] kinds(Function<Peer, ?> having) {
		Map<Object, Integer> kinds = new HashMap<>();
		return this.peers.stream()
			.map(having)
			.mapToInt((each) -> kinds.computeIfAbsent(each, (unheardOf) -> kinds.size()))
			.toArray();
	}

	/**
	 * A bit for each thing that people have; of more than 64, for those that most have.
	 */
	private long[] bits(Function<Peer, Set<String>> having) {
		Map<String, Integer> counts = new HashMap<>();
		this.peers.forEach((peer) -> having.apply(peer).forEach((thing) -> counts.merge(thing, 1, Integer::sum)));
		List<String> things = new ArrayList<>(counts.keySet());
		things.sort(Comparator.comparing((String thing) -> -counts.getOrDefault(thing, 0))
			.thenComparing(Comparator.naturalOrder()));
		return this.peers.stream()
			.mapToLong((peer) -> IntStream.range(0, Math.min(Long.SIZE, things.size()))
				.filter((at) -> having.apply(peer).contains(things.get(at)))
				.mapToLong((at) -> 1L << at)
				.sum())
			.toArray();
	}

}
