package org.holdfast.identity;

import java.util.List;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;

/**
 * Checks a name and a password. Whoever fails learns nothing about why: no such account,
 * no password yet, left, or wrong password look the same and take as long.
 */
class SignIn implements AuthenticationProvider {

	private final Accounts accounts;

	private final Passwords passwords;

	private final Attempts attempts;

	SignIn(Accounts accounts, Passwords passwords, Attempts attempts) {
		this.accounts = accounts;
		this.passwords = passwords;
		this.attempts = attempts;
	}

	@Override
	public Authentication authenticate(Authentication given) {
		String name = given.getName();
		if (!this.attempts.begin(name)) {
			throw new LockedException("Too many attempts");
		}
		Account account = this.accounts.named(name).filter(Account::active).orElse(null);
		String hash = (account != null) ? account.passwordHash() : null;
		if (!this.passwords.match(String.valueOf(given.getCredentials()), hash) || account == null) {
			throw new BadCredentialsException("Wrong name or password");
		}
		this.attempts.succeeded(name);
		return UsernamePasswordAuthenticationToken.authenticated(account.staffId(), null,
				// with the time, which the ID token tells
				List.of(FactorGrantedAuthority.fromAuthority(FactorGrantedAuthority.PASSWORD_AUTHORITY)));
	}

	@Override
	public boolean supports(Class<?> authentication) {
		return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
	}

}
