package org.holdfast.identity;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.stereotype.Component;

/** What makes a password, and how one is kept. */
@Component
class Passwords {

	static final int SHORTEST = 10;

	// BCrypt reads no further
	static final int MOST_BYTES = 72;

	private final BCryptPasswordEncoder encoder;

	private final String nobodys;

	Passwords(Settings settings) {
		this.encoder = new BCryptPasswordEncoder(settings.bcryptStrength());
		this.nobodys = hash("nobody's password");
	}

	/** The key of the message that says what is wrong with a password, if anything is. */
	static Optional<String> objection(String password, Account account) {
		if (password.codePointCount(0, password.length()) < SHORTEST) {
			return Optional.of("password.short");
		}
		if (password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
			return Optional.of("password.long");
		}
		return password.toLowerCase(Locale.ROOT).contains(account.signInName()) ? Optional.of("password.name")
				: Optional.empty();
	}

	final String hash(String password) {
		return Objects.requireNonNull(this.encoder.encode(password));
	}

	/** Takes as long for an account that does not exist as for one that does. */
	boolean match(String password, @Nullable String hash) {
		boolean matches = this.encoder.matches(password, (hash != null) ? hash : this.nobodys);
		return matches && hash != null;
	}

}
