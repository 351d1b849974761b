package org.holdfast.mentorship.fit;

import java.util.Map;
import java.util.Set;

import org.holdfast.mentorship.people.Agency;

/**
 * The standing pool at one moment: who waits for a mentor, and which places are free.
 *
 * @param agency everybody concerned, with all who stand above them
 * @param waiting ids of those without a mentor who want one
 * @param taken how many places of a mentor are taken already, by id; 0 if not there
 */
public record Standing(Agency agency, Set<String> waiting, Map<String, Integer> taken) {

	public Standing {
		waiting = Set.copyOf(waiting);
		taken = Map.copyOf(taken);
	}

	public int taken(String mentorId) {
		return this.taken.getOrDefault(mentorId, 0);
	}

}
