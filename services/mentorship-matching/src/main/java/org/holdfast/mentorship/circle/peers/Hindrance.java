package org.holdfast.mentorship.circle.peers;

import org.holdfast.mentorship.grouping.Rule;

/**
 * What is in the way of somebody being in a circle, as it is written. Whatever keeps
 * people apart is told in the same words: what one of them said in confidence does not
 * show.
 */
public enum Hindrance {

	/** Too few, or a number that cannot be divided. */
	size("So many people cannot be divided into circles of the right size."),

	/** More of one unit than there are circles. */
	differentUnits("They work in the same unit, and there are fewer circles than people in it."),

	/** Anything that keeps people apart. */
	apart("There are too many who must not be together: by their lines of management, their units, the circles they were in before, or what they asked for."),

	/** Whatever else, for a single person. */
	room("The sizes of the circles, and who must not be together, leave no place."),

	commonTime("There is no half day on which enough others can meet too."),

	commonLanguage("There is no language that enough others speak too."),

	commonTopic("There is no topic that enough others have named too."),

	experience("Each circle needs somebody who has been here for three years, and there are too few of them.");

	private final String words;

	Hindrance(String words) {
		this.words = words;
	}

	public String words() {
		return this.words;
	}

	/** What is told about a single person. */
	public static Hindrance of(Rule rule) {
		return switch (rule) {
			case Rule.Size _, Rule.Apart _ -> room;
			case Rule.InCommon(int which) -> Peers.IN_COMMON.get(which);
			case Rule.Experienced _ -> experience;
		};
	}

}
