package org.holdfast.identity;

import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CodesTests {

	@Test
	void aCodeIsReadableAndNoTwoAreAlike() {
		assertThat(Stream.generate(Codes::next).limit(1000).collect(Collectors.toSet())).hasSize(1000)
			.allMatch((code) -> code.matches("([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}"));
	}

	@Test
	void aCodeCanBeTypedCarelessly() {
		assertThat(Codes.hash(" abcd efgh-0O1I jkmL")).isEqualTo(Codes.hash("ABCD-EFGH-0011-JKM1"));
		assertThat(Codes.hash("ABCD-EFGH-0011-JKM2")).isNotEqualTo(Codes.hash("ABCD-EFGH-0011-JKM1"));
	}

}
