package org.holdfast.mentorship.circle.peers;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * What all of some people share.
 *
 * @param times half days, first those that most of them named themselves, then in the
 * order of the week
 * @param languages in alphabetical order, like the topics
 */
public record Common(List<String> times, List<String> languages, List<String> topics) {

	public Common {
		times = List.copyOf(times);
		languages = List.copyOf(languages);
		topics = List.copyOf(topics);
	}

	public static Common of(Collection<Peer> peers) {
		Comparator<String> byName = Comparator.naturalOrder();
		return new Common(
				shared(peers, Peer::times,
						Comparator.comparing((String time) -> -named(peers, time))
							.thenComparing(HalfDays.WEEK::indexOf)),
				shared(peers, (peer) -> peer.colleague().languages(), byName), shared(peers, Peer::topics, byName));
	}

	private static long named(Collection<Peer> peers, String time) {
		return peers.stream().filter((peer) -> peer.colleague().mentoring().times().contains(time)).count();
	}

	private static List<String> shared(Collection<Peer> peers, Function<Peer, Set<String>> having,
			Comparator<String> order) {
		return peers.stream().map(having).reduce((some, others) -> {
			Set<String> both = new HashSet<>(some);
			both.retainAll(others);
			return both;
		}).orElseGet(Set::of).stream().sorted(order).toList();
	}

}
