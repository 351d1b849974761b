package org.holdfast.burnout.resource;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.IsoFields;
import java.util.Base64;
import java.util.Objects;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.bson.Document;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Counts the people who opened an entry, each once a quarter, without keeping who they
 * are: what is stored is a hash under a salt of the quarter, and the salt is destroyed
 * when the quarter is over.
 */
@Component
class Openings {

	private static final String OPENINGS = "openings";

	private static final String SALTS = "salts";

	private static final int SALT_BYTES = 32;

	private static final String ALGORITHM = "HmacSHA256";

	private final MongoOperations mongo;

	private final Clock clock;

	Openings(MongoOperations mongo, Clock clock) {
		this.mongo = mongo;
		this.clock = clock;
	}

	void count(String resourceId, String staffId) {
		String quarter = quarter(this.clock.instant());
		String who = hash(salt(quarter), resourceId + "\n" + staffId);
		insert(OPENINGS, new Document("_id", quarter + "/" + resourceId + "/" + who).append("quarter", quarter)
			.append("resourceId", resourceId));
	}

	long people(String quarter, String resourceId) {
		return this.mongo.count(Query.query(Criteria.where("quarter").is(quarter).and("resourceId").is(resourceId)),
				OPENINGS);
	}

	boolean isOver(String quarter) {
		return quarter.compareTo(quarter(this.clock.instant())) < 0;
	}

	/** Makes what was counted in quarters that are over impossible to tie to anyone. */
	@Scheduled(fixedDelayString = "PT1H")
	void forget() {
		this.mongo.remove(Query.query(Criteria.where("_id").lt(quarter(this.clock.instant()))), SALTS);
	}

	private String salt(String quarter) {
		byte[] fresh = new byte[SALT_BYTES];
		new SecureRandom().nextBytes(fresh);
		insert(SALTS, new Document("_id", quarter).append("salt", Base64.getEncoder().encodeToString(fresh)));
		Document held = this.mongo.findById(quarter, Document.class, SALTS);
		return Objects.requireNonNull(held).getString("salt");
	}

	private void insert(String collection, Document document) {
		try {
			this.mongo.insert(document, collection);
		}
		catch (DuplicateKeyException ex) {
			// it is there already, and that is enough
		}
	}

	private static String hash(String salt, String text) {
		try {
			Mac mac = Mac.getInstance(ALGORITHM);
			mac.init(new SecretKeySpec(salt.getBytes(StandardCharsets.UTF_8), ALGORITHM));
			return Base64.getUrlEncoder()
				.withoutPadding()
				.encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException | InvalidKeyException ex) {
			throw new IllegalStateException(ex);
		}
	}

	static String quarter(Instant instant) {
		ZonedDateTime at = instant.atZone(ZoneOffset.UTC);
		return "%d-Q%d".formatted(at.getYear(), at.get(IsoFields.QUARTER_OF_YEAR));
	}

}
