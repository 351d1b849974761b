package org.holdfast.identity;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Gives an administrator the codes with which people choose their password. It is the
 * only time a code is seen; whoever has chosen a password gets no other, because that
 * would let an administrator in under their name.
 */
@RestController
@PreAuthorize("hasRole('ADMINISTRATOR')")
@Tag(name = "Enrolments", description = "One-time codes with which people choose their password")
class EnrolmentController {

	private final Accounts accounts;

	private final Settings settings;

	EnrolmentController(Accounts accounts, Settings settings) {
		this.accounts = accounts;
		this.settings = settings;
	}

	@PostMapping("/enrolments")
	@Operation(summary = "New codes for people without a password; their earlier codes end")
	ResponseEntity<List<Enrolment>> invite(@RequestBody Invited invited) {
		Instant expiresAt = Instant.now().plus(this.settings.code()).truncatedTo(ChronoUnit.SECONDS);
		List<Enrolment> enrolments = this.accounts.withoutPassword(invited.staffIds())
			.stream()
			.flatMap((account) -> invite(account, expiresAt))
			.toList();
		return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(enrolments);
	}

	private Stream<Enrolment> invite(Account account, Instant expiresAt) {
		String code = Codes.next();
		boolean invited = this.accounts.invite(account.staffId(), new Account.Invitation(Codes.hash(code), expiresAt));
		return invited ? Stream.of(new Enrolment(account.staffId(), account.signInName(), code, expiresAt))
				: Stream.empty();
	}

	/**
	 * Whom to invite.
	 *
	 * @param staffIds personnel numbers, or absent for everybody without a password
	 */
	record Invited(@Nullable List<String> staffIds) {
	}

	/**
	 * What to hand to a person.
	 *
	 * @param staffId personnel number
	 * @param signInName the name to sign in with
	 * @param code good for one use
	 * @param expiresAt until when
	 */
	record Enrolment(String staffId, String signInName, String code, Instant expiresAt) {
	}

}
