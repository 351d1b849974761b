package org.holdfast.checkin.pulse;

import java.text.ListFormat;
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
 * @param seenBy who sees figures about these groups, as sentences in the person's
 * language
 */
record Notice(@Schema(description = "the fewest people any published figure stands for") int minimumGroup,
		@Schema(description = "the person's unit and every unit above it") List<Group> groups,
		@Schema(description = "who sees figures about these groups, in the person's language") List<String> seenBy) {

	/**
	 * The notice for one person.
	 * @param leads names of those who lead these groups, without the person's own
	 */
	static Notice of(Response.Rules rules, List<Unit> units, List<String> leads, Locale locale) {
		ResourceBundle texts = ResourceBundle.getBundle(Notice.class.getPackageName() + ".notice", locale,
				ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
		return new Notice(rules.minimumGroup(),
				units.stream().map((unit) -> new Group(unit.id(), unit.name())).toList(),
				List.of(supervisors(texts, leads, locale), texts.getString("hr"), texts.getString("nobody")));
	}

	private static String supervisors(ResourceBundle texts, List<String> leads, Locale locale) {
		if (leads.isEmpty()) {
			return texts.getString("supervisors");
		}
		String names = ListFormat.getInstance(locale, ListFormat.Type.STANDARD, ListFormat.Style.FULL).format(leads);
		return texts.getString("leads").replace("{leads}", names);
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
