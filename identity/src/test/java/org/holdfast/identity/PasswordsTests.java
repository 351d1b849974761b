package org.holdfast.identity;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PasswordsTests {

	private static final Account ANN = new Account("S-1", "a.saltmarsh", "Ann", List.of(), true, 1, null, null);

	@Test
	void tenCharactersAreEnough() {
		assertThat(Passwords.objection("123456789", ANN)).contains("password.short");
		assertThat(Passwords.objection("1234567890", ANN)).isEmpty();
	}

	@Test
	void nothingThatBcryptWouldCutOffIsTaken() {
		assertThat(Passwords.objection("x".repeat(72), ANN)).isEmpty();
		assertThat(Passwords.objection("x".repeat(73), ANN)).contains("password.long");
		assertThat(Passwords.objection("é".repeat(37), ANN)).contains("password.long");
	}

	@Test
	void theSignInNameIsNoPassword() {
		assertThat(Passwords.objection("A.Saltmarsh", ANN)).contains("password.name");
		assertThat(Passwords.objection("a.saltmarsh1", ANN)).contains("password.name");
	}

}
