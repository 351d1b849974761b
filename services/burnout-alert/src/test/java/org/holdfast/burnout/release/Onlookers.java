package org.holdfast.burnout.release;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.holdfast.burnout.unit.UnitChanged;
import org.holdfast.burnout.unit.Units;
import org.holdfast.defaults.inbox.EventReader;
import org.holdfast.defaults.inbox.Rows;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import static org.holdfast.burnout.release.Agency.department;
import static org.holdfast.burnout.release.Agency.team;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/** An agency of which two cycles were published, and the people who look at it. */
@TestConfiguration(proxyBeanMethods = false)
public class Onlookers {

	public static final Agency AGENCY = Agency.of(department("R", null), department("D", "R"), team("A", "D", 6, 68),
			team("N", "D", 3, 80), team("B", "D", 9, 50), team("X", "R", 7, 20));

	/** S-D leads the department, S-A a team of it, S-X a team elsewhere. */
	private static final List<UnitChanged> UNITS = List.of(new UnitChanged("R", "Agency", null, "S-R"),
			new UnitChanged("D", "Families", "R", "S-D"), new UnitChanged("A", "East", "D", "S-A"),
			new UnitChanged("N", "Night Duty", "D", null), new UnitChanged("B", "South", "D", "S-B"),
			new UnitChanged("X", "Office", "R", "S-X"));

	public static RequestPostProcessor as(String staffId, String role) {
		return switch (role) {
			case "nobody" -> SecurityMockMvcRequestPostProcessors.anonymous();
			case "integration" -> SecurityMockMvcRequestPostProcessors.jwt()
				.jwt((token) -> token.subject(staffId).claim("scope", "profile.import"))
				.authorities(new SimpleGrantedAuthority("SCOPE_profile.import"));
			default -> SecurityMockMvcRequestPostProcessors.jwt()
				.jwt((token) -> token.subject(staffId)
					.claim("scope", "openid holdfast")
					.claim("roles", List.of("staff", role)))
				.authorities(Stream.of("staff", role)
					.map((each) -> "ROLE_" + each.toUpperCase(Locale.ROOT))
					.<GrantedAuthority>map(SimpleGrantedAuthority::new)
					.toList());
		};
	}

	@Bean
	Clock clock() {
		return Clock.fixed(Agency.FIRST_CLOSE, ZoneOffset.UTC);
	}

	@Bean
	@SuppressWarnings("unchecked")
	Units units() {
		Rows<UnitChanged> rows = mock(Rows.class);
		given(rows.findAll()).willReturn(UNITS);
		given(rows.find(any(Query.class))).willReturn(UNITS);
		given(rows.find(anyString())).willAnswer(
				(call) -> UNITS.stream().filter((unit) -> unit.unitId().equals(call.getArgument(0))).findFirst());
		EventReader reader = mock(EventReader.class);
		given(reader.rows(UnitChanged.class, "units")).willReturn(rows);
		return new Units(reader);
	}

}
