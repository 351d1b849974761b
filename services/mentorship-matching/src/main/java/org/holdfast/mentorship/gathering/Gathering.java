package org.holdfast.mentorship.gathering;

import java.util.List;
import java.util.Map;

import org.holdfast.defaults.problem.Refusal;

/**
 * People who share something, and as what each belongs to it.
 *
 * @param kind such as {@code match}
 * @param id unique among its kind
 * @param members staff ids, without those who are erased
 * @param living whether it goes on; what is kept with one that is over stays readable
 */
public record Gathering(String kind, String id, Map<String, Part> members, boolean living) {

	/** As what somebody belongs to it. */
	public enum Part {

		MENTOR, MENTEE, SUPERVISOR, SUPERVISEE, PEER

	}

	public Gathering {
		members = Map.copyOf(members);
	}

	/** Kind and id, under which things are kept with it. */
	public String path() {
		return this.kind + "/" + this.id;
	}

	public boolean has(String staffId) {
		return this.members.containsKey(staffId);
	}

	/** The staff ids of everybody else, in a stable order. */
	public List<String> others(String staffId) {
		return this.members.keySet().stream().filter((each) -> !each.equals(staffId)).sorted().toList();
	}

	/**
	 * Lets through what makes sense only while it goes on.
	 * @throws Refusal (409) if it is over
	 */
	public Gathering requireLiving() {
		if (!this.living) {
			throw Refusal.conflict("gathering-is-over",
					"This is over, so nothing new can be planned or agreed in it. What is there stays readable.");
		}
		return this;
	}

}
