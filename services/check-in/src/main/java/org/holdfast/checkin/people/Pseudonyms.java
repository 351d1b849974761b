package org.holdfast.checkin.people;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.holdfast.checkin.CheckInSettings;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/**
 * The one place that can tie a person to their responses: HMAC-SHA-256 under a key that
 * only this service holds, over the staff id and a random salt. Without the salt nobody
 * can, not even with the key.
 */
@Component
class Pseudonyms {

	private static final String VAULT = "vault";

	private static final int SALT_BYTES = 16;

	private static final int PSEUDONYM_BYTES = 16;

	private final SecretKeySpec key;

	private final MongoOperations mongo;

	private final SecureRandom random = new SecureRandom();

	Pseudonyms(CheckInSettings settings, MongoOperations mongo) {
		this.key = new SecretKeySpec(settings.pseudonymKeyBytes(), "HmacSHA256");
		this.mongo = mongo;
	}

	/**
	 * The pseudonym of a person; their salt is made on the first call, once, however many
	 * call at once.
	 */
	String of(String staffId) {
		Optional<String> known = find(staffId);
		while (known.isEmpty()) {
			byte[] salt = new byte[SALT_BYTES];
			this.random.nextBytes(salt);
			try {
				this.mongo.insert(new Secret(staffId, salt), VAULT);
			}
			catch (DuplicateKeyException ex) {
				// another request was quicker: its salt counts
			}
			known = find(staffId);
		}
		return known.get();
	}

	/** The pseudonym of a person who has answered before. */
	Optional<String> find(String staffId) {
		@Nullable Secret secret = this.mongo.findById(staffId, Secret.class, VAULT);
		return Optional.ofNullable(secret).map((found) -> pseudonym(staffId, found.salt()));
	}

	/**
	 * Cuts the tie for good: what is stored anywhere under the pseudonym is anonymous
	 * from now on.
	 */
	void forget(String staffId) {
		this.mongo.remove(Query.query(Criteria.where("_id").is(staffId)), VAULT);
	}

	private String pseudonym(String staffId, byte[] salt) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(this.key);
			// the salt has a fixed length, so no two pairs of salt and id read the same
			mac.update(salt);
			byte[] digest = mac.doFinal(staffId.getBytes(StandardCharsets.UTF_8));
			return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, PSEUDONYM_BYTES));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("every Java has HmacSHA256", ex);
		}
	}

	@SuppressWarnings("ArrayRecordComponent")
	record Secret(@Id String staffId, byte[] salt) {

	}

}
