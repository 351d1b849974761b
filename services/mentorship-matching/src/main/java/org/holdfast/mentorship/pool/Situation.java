package org.holdfast.mentorship.pool;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.holdfast.mentorship.fit.Programme;
import org.holdfast.mentorship.fit.Standing;
import org.holdfast.mentorship.people.Agency;
import org.holdfast.mentorship.people.Colleague;
import org.holdfast.mentorship.relationship.Match;
import org.holdfast.mentorship.relationship.Mentor;

/**
 * How things stand at one moment.
 *
 * @param mentors by id
 * @param matches all there ever were, by id
 */
public record Situation(Agency agency, Programme programme, Map<String, Mentor> mentors, Map<String, Match> matches) {

	/**
	 * Who waits and which places are free.
	 * @param reserved ids of those who are left out, on whichever side
	 */
	public Standing standing(Set<String> reserved) {
		Set<String> served = this.matches.values()
			.stream()
			.filter(Match::isOpen)
			.map(Match::menteeId)
			.collect(Collectors.toSet());
		Set<String> waiting = this.agency.colleagues()
			.stream()
			.filter((colleague) -> colleague.active() && colleague.wantsAMentor())
			.map(Colleague::staffId)
			.filter((id) -> !served.contains(id) && !this.agency.isOnHold(id) && !reserved.contains(id))
			.collect(Collectors.toSet());
		Map<String, Integer> taken = new HashMap<>();
		this.mentors.values().forEach((mentor) -> taken.put(mentor.id(), mentor.places().size()));
		reserved.forEach((id) -> taken.put(id, Integer.MAX_VALUE));
		return new Standing(this.agency, waiting, taken);
	}

	/** The id of the next match of a mentee; theirs are numbered without a gap. */
	public String nextMatchId(String menteeId) {
		int ordinal = 1;
		while (this.matches.containsKey(Match.id(menteeId, ordinal))) {
			ordinal++;
		}
		return Match.id(menteeId, ordinal);
	}

	/** Ids of the erased whom a write at the same moment left here. */
	public Set<String> erased() {
		return Stream
			.concat(this.mentors.keySet().stream(),
					this.matches.values().stream().flatMap((match) -> Stream.of(match.mentorId(), match.menteeId())))
			.filter((id) -> !id.isEmpty() && this.agency.colleague(id).isEmpty())
			.collect(Collectors.toSet());
	}

}
