package org.holdfast.checkin.pulse;

import java.util.List;
import java.util.Locale;

import org.holdfast.checkin.people.Unit;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class NoticeTests {

	private final List<Unit> units = List.of(new Unit("U-07", "East", "U-02"), new Unit("U-02", "Frontline", null));

	@Test
	void everyGroupIsNamedWithTheFewestPeopleAFigureStandsFor() {
		Notice notice = Notice.of(new Response.Rules(8), 10, this.units, List.of(), List.of(), Locale.ENGLISH);
		assertThat(notice.minimumGroup()).isEqualTo(8);
		assertThat(notice.groups()).containsExactly(new Notice.Group("U-07", "East"),
				new Notice.Group("U-02", "Frontline"));
	}

	@Test
	void whoSeesIsSaidInThePersonsLanguage() {
		assertThat(Notice.of(new Response.Rules(5), 10, this.units, List.of(), List.of(), Locale.ENGLISH).seenBy())
			.hasSize(3)
			.last()
			.isEqualTo("Nobody but you can see your own answers.");
		assertThat(Notice.of(new Response.Rules(5), 10, this.units, List.of(), List.of(), Locale.forLanguageTag("es"))
			.seenBy()).hasSize(3).last().isEqualTo("Nadie más que usted puede ver sus propias respuestas.");
	}

	@Test
	void whoLeadsTheGroupsIsNamed() {
		List<String> leads = List.of("Robin Tidewater", "Kim Harbour");
		assertThat(Notice.of(new Response.Rules(5), 10, this.units, List.of(), leads, Locale.ENGLISH).seenBy()).first()
			.isEqualTo("Whoever leads these groups sees figures about the whole group once the cycle has closed: "
					+ "Robin Tidewater and Kim Harbour.");
		assertThat(Notice.of(new Response.Rules(5), 10, this.units, List.of(), leads, Locale.forLanguageTag("es"))
			.seenBy()).first().asString().endsWith(": Robin Tidewater y Kim Harbour.");
	}

	@Test
	void whatHappensToACommentIsSaidWithWhoReadsIt() {
		Notice notice = Notice.of(new Response.Rules(5), 12, this.units, List.of(), List.of("Robin Tidewater"),
				Locale.ENGLISH);
		assertThat(notice.comments().minimumGroup()).isEqualTo(12);
		assertThat(notice.comments().readBy()).hasSize(4).first().asString().contains("at least 12 answers");
		assertThat(notice.comments().readBy().get(1)).isEqualTo(
				"Of those who lead your groups, only who leads every unit of that group reads it once the cycle has "
						+ "closed: Robin Tidewater.");
		assertThat(Notice.of(new Response.Rules(5), 10, this.units, List.of(), List.of(), Locale.ENGLISH)
			.comments()
			.readBy())
			.contains("Supervisors read it once the cycle has closed, and only if they lead every unit of that group.");
		assertThat(Notice.of(new Response.Rules(5), 10, this.units, List.of(), List.of(), Locale.forLanguageTag("es"))
			.comments()
			.readBy()).hasSize(4).contains("Recursos Humanos lee los comentarios de todos los grupos.");
	}

	@Test
	void whatElseHrSeesIsNamedOnlyWhereThereIsSomething() {
		Notice notice = Notice.of(new Response.Rules(5), 10, this.units, List.of("Frontline teams", "Night services"),
				List.of(), Locale.ENGLISH);
		assertThat(notice.crossCuts()).containsExactly("Frontline teams", "Night services");
		assertThat(notice.seenBy()).hasSize(4)
			.element(2)
			.isEqualTo("HR alone also sees figures about units that it looks at together; yours is among: "
					+ "Frontline teams and Night services.");
		assertThat(Notice
			.of(new Response.Rules(5), 10, this.units, List.of("a", "b"), List.of(), Locale.forLanguageTag("es"))
			.seenBy()).element(2).asString().startsWith("Solo Recursos Humanos").endsWith(": a y b.");
	}

}
