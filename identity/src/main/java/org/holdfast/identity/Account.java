package org.holdfast.identity;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * One person who may sign in. What comes from {@code profile.staff} is replaced by every
 * newer event; the password is the person's own and never touched by one.
 *
 * @param staffId personnel number, which is the subject of the person's tokens
 * @param signInName in lower case, unique
 * @param displayName how the person is called
 * @param roles any of staff, supervisor, hr, administrator
 * @param active whether the person works here now
 * @param seq sequence number of the newest event that was read
 * @param passwordHash BCrypt, absent until the person has chosen a password
 * @param invitation the code with which the person may choose one
 */
@Document("accounts")
record Account(@Id String staffId, String signInName, String displayName, List<String> roles, boolean active, long seq,
		@Nullable String passwordHash, @Nullable Invitation invitation) {

	/** Whether a code for choosing a password makes sense. */
	boolean mayBeInvited() {
		return this.active && this.passwordHash == null;
	}

	/** Whether the code that leads here can still be used. */
	boolean isInvited(Instant now) {
		return mayBeInvited() && this.invitation != null && now.isBefore(this.invitation.expiresAt());
	}

	/**
	 * A code that was handed out.
	 *
	 * @param codeHash what the code hashes to
	 * @param expiresAt until when it can be used
	 */
	record Invitation(String codeHash, Instant expiresAt) {
	}

}
