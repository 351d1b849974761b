package org.holdfast.mentorship.circle.peers;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.holdfast.mentorship.circle.Neighbours;
import org.holdfast.mentorship.grouping.Obstacle;
import org.holdfast.mentorship.grouping.Rule;
import org.holdfast.mentorship.people.Agency;
import org.holdfast.mentorship.people.Circumstances;
import org.holdfast.mentorship.people.Colleague;
import org.holdfast.mentorship.people.People;

import static org.assertj.core.api.Assertions.assertThat;

class PeersTests {

	private static final LocalDate TODAY = LocalDate.of(2026, 5, 18);

	@Property(tries = 200)
	void aPairGainsZeroToAHundredPointsAndThePartsAddUp(@ForAll long seed) {
		Random random = new Random(seed);
		List<Colleague> people = IntStream.range(0, 8).mapToObj((i) -> anybody("p" + i, random)).toList();
		Peers peers = peers(people);
		for (int one = 0; one < 8; one++) {
			for (int other = 0; other < one; other++) {
				int points = peers.points(new int[] { other, one }).values().stream().mapToInt(Integer::intValue).sum();
				assertThat(points).isBetween(0, 100).isEqualTo(peers.gathering().points(one, other));
			}
		}
	}

	@Example
	void whoDiffersMostAndSharesMostGainsAHundredAndWhoIsTheSameAndSharesNothingNone() {
		Colleague one = working(Set.of("a", "b", "c", "d"), talking(Set.of("x", "y", "z"), since(20, "p1")));
		Colleague other = working(Set.of("a", "b", "c"), talking(Set.of("x", "y", "z", "w"), since(0, "p2")));
		assertThat(peers(List.of(one, other)).points(new int[] { 0, 1 })).containsExactlyInAnyOrderEntriesOf(
				Map.of("perspective", 25, "service", 20, "topics", 30, "sharedCaseload", 15, "otherCaseload", 10));
		Colleague same = People.in("U-p1", talking(Set.of("v"), since(20, "p3")));
		Colleague alike = talking(Set.of("x"), since(20, "p1"));
		assertThat(peers(List.of(alike, same)).gathering().points(0, 1)).isZero();
	}

	@Example
	void anUnknownLengthOfServiceCountsAsTheMiddle() {
		Colleague unknown = talking(Set.of("x"), People.person("p1"));
		for (int years : List.of(0, 20)) {
			Colleague other = talking(Set.of("x"), since(years, "p2"));
			assertThat(peers(List.of(unknown, other)).points(new int[] { 0, 1 })).containsEntry("service", 10);
		}
		assertThat(Peers.isExperienced(unknown, TODAY)).isFalse();
		assertThat(Peers.isExperienced(since(3, "p1"), TODAY)).isTrue();
		assertThat(Peers.isExperienced(People.since(TODAY.minusYears(3).plusDays(1), unknown), TODAY)).isFalse();
	}

	@Example
	void ofMoreTopicsThanCanBeToldApartThoseCountThatMostHaveNamed() {
		List<Colleague> people = new ArrayList<>();
		for (int i = 0; i < 6; i++) {
			int person = i;
			Set<String> topics = IntStream.range(0, 20)
				.mapToObj((at) -> "a-topic-of-%d-%d".formatted(person, at))
				.collect(Collectors.toSet());
			topics.add("shared");
			people.add(talking(topics, since(5, "p" + i)));
		}
		assertThat(peers(people).gathering().broken(0, 1, 2, 3, 4, 5)).isEmpty();
	}

	@Example
	void whateverKeepsPeopleApartIsToldInTheSameWordsUnlessItIsTheirUnit() {
		List<Colleague> people = IntStream.range(0, 3)
			.mapToObj((i) -> People.in((i < 2) ? "U-one" : "U-other", since(5, "p" + i)))
			.toList();
		Obstacle ofOneUnit = new Obstacle(new Rule.Apart(), new int[] { 0, 1 }, 1);
		Obstacle ofTwo = new Obstacle(new Rule.Apart(), new int[] { 0, 2 }, 1);
		assertThat(peers(people, true).told(ofOneUnit)).isEqualTo(Hindrance.differentUnits);
		assertThat(peers(people, true).told(ofTwo)).isEqualTo(Hindrance.apart);
		assertThat(peers(people, false).told(ofOneUnit)).isEqualTo(Hindrance.apart);
		assertThat(Hindrance.of(new Rule.Apart())).isEqualTo(Hindrance.of(new Rule.Size()));
	}

	@Example
	void aCircleMeetsWhenMostOfThemSaidThatTheyCan() {
		List<Peer> people = List.of(peer(Set.of("mon-am", "thu-pm")), peer(Set.of("thu-pm", "fri-am", "mon-am")),
				peer(Set.of()), peer(Set.of("thu-pm", "mon-am")));
		assertThat(Common.of(people).times()).containsExactly("mon-am", "thu-pm");
		assertThat(Common.of(List.of(peer(Set.of()), peer(Set.of("fri-am")))).times()).containsExactly("fri-am");
		assertThat(Common.of(List.of(peer(Set.of()), peer(Set.of()))).times()).isEqualTo(HalfDays.WEEK);
		assertThat(Common.of(List.of()).times()).isEmpty();
	}

	private static Peer peer(Set<String> times) {
		return Peer.free(People.meeting(People.person("p"), Set.of(), times, Set.of()), false);
	}

	private static Colleague anybody(String id, Random random) {
		return People.in("U-" + random.nextInt(3), working(some(6, random),
				talking(some(6, random), random.nextInt(4) == 0 ? People.person(id) : since(random.nextInt(15), id))));
	}

	private static Set<String> some(int kinds, Random random) {
		return random.ints(random.nextInt(kinds), 0, kinds).mapToObj(String::valueOf).collect(Collectors.toSet());
	}

	private static Colleague since(int years, String id) {
		return People.since(TODAY.minusYears(years), People.person(id));
	}

	private static Colleague talking(Set<String> topics, Colleague person) {
		return Neighbours.about(topics, person);
	}

	private static Colleague working(Set<String> caseloads, Colleague person) {
		return People.meeting(person, caseloads, Set.of(), Set.of());
	}

	private static Peers peers(List<Colleague> people) {
		return peers(people, false);
	}

	private static Peers peers(List<Colleague> people, boolean differentUnits) {
		Agency agency = new Agency(people, people.stream().map(People::unitOf).distinct().toList(),
				new Circumstances(TODAY, Set.of(), Set.of(), Set.of()));
		return Peers.of(Kind.CIRCLE.size(), agency,
				people.stream().map((person) -> Peer.free(person, differentUnits)).toList(), List.of());
	}

}
