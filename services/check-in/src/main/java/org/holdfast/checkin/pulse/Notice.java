package org.holdfast.checkin.pulse;

import java.text.ListFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

import io.swagger.v3.oas.annotations.media.Schema;
import org.holdfast.checkin.people.Unit;

/**
 * What a person is told before they answer: in which groups the answer appears, and who
 * can see those.
 *
 * @param minimumGroup the fewest people any figure stands for
 * @param groups the person's unit and every one above it
 * @param crossCuts names of the selections of units that one of these is part of
 * @param seenBy who sees figures about these groups, as sentences in the person's
 * language
 * @param comments what happens to a comment
 */
record Notice(@Schema(description = "the fewest people any published figure stands for") int minimumGroup,
		@Schema(description = "the person's unit and every unit above it") List<Group> groups,
		@Schema(description = "names of selections of units across the tree in which the answer appears too") List<String> crossCuts,
		@Schema(description = "who sees figures about these groups, in the person's language") List<String> seenBy,
		@Schema(description = "what happens to a comment") Comments comments) {

	/**
	 * The notice for one person.
	 * @param commentGroup the fewest answers of a group whose comments are read
	 * @param crossCuts names of the selections of units in which the answer appears too
	 * @param leads names of those who lead these groups, without the person's own
	 */
	static Notice of(Response.Rules rules, int commentGroup, List<Unit> units, List<String> crossCuts,
			List<String> leads, Locale locale) {
		ResourceBundle texts = ResourceBundle.getBundle(Notice.class.getPackageName() + ".notice", locale,
				ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
		List<String> seenBy = new ArrayList<>();
		seenBy.add(naming(leads, "", texts, locale));
		seenBy.add(texts.getString("hr"));
		if (!crossCuts.isEmpty()) {
			seenBy.add(texts.getString("crossCuts").replace("{names}", listed(crossCuts, locale)));
		}
		seenBy.add(texts.getString("nobody"));
		return new Notice(rules.minimumGroup(),
				units.stream().map((unit) -> new Group(unit.id(), unit.name())).toList(), crossCuts, seenBy,
				new Comments(commentGroup,
						List.of(texts.getString("comments.group").replace("{people}", String.valueOf(commentGroup)),
								naming(leads, "comments.", texts, locale), texts.getString("comments.hr"),
								texts.getString("comments.care"))));
	}

	/** The sentence about supervisors, with their names where there are any. */
	private static String naming(List<String> leads, String about, ResourceBundle texts, Locale locale) {
		return leads.isEmpty() ? texts.getString(about + "supervisors")
				: texts.getString(about + "leads").replace("{leads}", listed(leads, locale));
	}

	private static String listed(List<String> names, Locale locale) {
		return ListFormat.getInstance(locale, ListFormat.Type.STANDARD, ListFormat.Style.FULL).format(names);
	}

	/**
	 * What happens to a comment.
	 *
	 * @param minimumGroup the fewest answers of a group whose comments are read
	 * @param readBy from how many and by whom it is read, as sentences in the person's
	 * language
	 */
	record Comments(@Schema(description = "the fewest answers of a group whose comments are read") int minimumGroup,
			@Schema(description = "from how many and by whom they are read, in the person's language") List<String> readBy) {

	}

	/**
	 * A unit in which the answer appears.
	 *
	 * @param unitId the unit
	 * @param name what people call it
	 */
	record Group(String unitId, String name) {

	}

}
