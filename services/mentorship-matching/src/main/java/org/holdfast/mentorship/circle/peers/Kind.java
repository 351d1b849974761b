package org.holdfast.mentorship.circle.peers;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.holdfast.mentorship.grouping.GroupSize;
import org.holdfast.mentorship.people.Colleague;
import org.holdfast.mentorship.people.Colleague.AsPeer;

/**
 * As what peers meet, and how many of them.
 */
public enum Kind {

	/** Peers who support each other: 5 to 8. */
	@JsonProperty("circle")
	CIRCLE(5, 8),

	/** Practitioners who talk about their cases with each other: 4 to 6. */
	@JsonProperty("supervision-group")
	SUPERVISION_GROUP(4, 6);

	private final GroupSize size;

	Kind(int min, int max) {
		this.size = new GroupSize(min, max);
	}

	public GroupSize size() {
		return this.size;
	}

	/** Whether somebody has opted in to it. */
	public boolean isWantedBy(Colleague colleague) {
		AsPeer asPeer = colleague.mentoring().asPeer();
		return asPeer != null && switch (this) {
			case CIRCLE -> asPeer.circle();
			case SUPERVISION_GROUP -> asPeer.supervisionGroup();
		};
	}

}
