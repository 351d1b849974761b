package org.holdfast.gateway;

import java.net.URI;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells the web app who is signed in, and starts signing in. */
@RestController
class SessionController {

	private final Settings settings;

	SessionController(Settings settings) {
		this.settings = settings;
	}

	@GetMapping("/session")
	Session session(@AuthenticationPrincipal @Nullable OidcUser user) {
		return (user != null) ? Session.of(user, this.settings.claims()) : Session.NONE;
	}

	/**
	 * Always at the public address: a sign-in that starts under another name of this host
	 * would come back without its cookie.
	 */
	@GetMapping("/login")
	ResponseEntity<Void> signIn() {
		return ResponseEntity.status(HttpStatus.SEE_OTHER)
			.location(URI.create(this.settings.url() + "/oauth2/authorization/holdfast"))
			.build();
	}

	record Session(boolean signedIn, @Nullable String staffId, @Nullable String name, List<String> roles) {

		private static final Session NONE = new Session(false, null, null, List.of());

		private static Session of(OidcUser user, Settings.Claims claims) {
			List<String> roles = user.getClaimAsStringList(claims.roles());
			return new Session(true, user.getClaimAsString(claims.staff()), user.getClaimAsString(claims.name()),
					(roles != null) ? roles : List.of());
		}

	}

}
