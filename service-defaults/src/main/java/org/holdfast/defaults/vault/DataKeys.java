package org.holdfast.defaults.vault;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/**
 * A random key for each person who ever wrote something, wrapped by the master key: one
 * under the staff id and one under the pseudonym, which only the pseudonym's secret ties
 * to each other.
 */
class DataKeys {

	private static final Logger log = LoggerFactory.getLogger(DataKeys.class);

	private static final String COLLECTION = "data-keys";

	private static final int KEY_BITS = 256;

	private final Map<String, MasterKey> masters = new LinkedHashMap<>();

	private final MasterKey current;

	private final MongoOperations mongo;

	/**
	 * Wraps again at once what a former master key wraps.
	 * @throws IllegalStateException if a key is wrapped by a master key that is not set
	 */
	DataKeys(VaultSettings settings, MongoOperations mongo) {
		settings.masterKeys().forEach((master) -> this.masters.put(master.id(), master));
		this.current = settings.masterKeys().getFirst();
		this.mongo = mongo;
		requireMasters();
		rotate();
	}

	/** The key of a person; made on the first call, once, however many call at once. */
	Key of(String owner) {
		Optional<Key> known = find(owner);
		while (known.isEmpty()) {
			String version = UUID.randomUUID().toString();
			byte[] wrapped = Cipher.encrypt(this.current.key(), fresh().getEncoded(), owner, version);
			try {
				this.mongo.insert(new Wrapped(owner, version, this.current.id(), wrapped), COLLECTION);
			}
			catch (DuplicateKeyException ex) {
				// another request was quicker: its key counts
			}
			known = find(owner);
		}
		return known.get();
	}

	/** The key of a person who wrote something before. */
	Optional<Key> find(String owner) {
		@Nullable Wrapped wrapped = this.mongo.findById(owner, Wrapped.class, COLLECTION);
		return Optional.ofNullable(wrapped).map((found) -> new Key(found.version(), unwrapped(found)));
	}

	/** For good: whatever it encrypted is noise from now on, wherever it is. */
	void destroy(String owner) {
		this.mongo.remove(Query.query(Criteria.where("_id").is(owner)), COLLECTION);
	}

	private SecretKey unwrapped(Wrapped found) {
		MasterKey master = this.masters.get(found.master());
		if (master == null) {
			throw new IllegalStateException(
					"A data key is wrapped by master key %s, which is not set here".formatted(found.master()));
		}
		byte[] key = Cipher.decrypt(master.key(), found.wrapped(), found.owner(), found.version())
			.orElseThrow(() -> new IllegalStateException("A data key was tampered with"));
		return new SecretKeySpec(key, "AES");
	}

	private void requireMasters() {
		List<Wrapped> lost = this.mongo.find(Query.query(Criteria.where("master").nin(this.masters.keySet())).limit(1),
				Wrapped.class, COLLECTION);
		if (!lost.isEmpty()) {
			throw new IllegalStateException(
					"HOLDFAST_VAULT_KEY lacks the key with which people's words are encrypted (id %s). Put the former "
						.formatted(lost.getFirst().master())
							+ "key behind the new one, with a comma between them; without it they stay unreadable.");
		}
	}

	private void rotate() {
		List<Wrapped> former = this.mongo.find(Query.query(Criteria.where("master").ne(this.current.id())),
				Wrapped.class, COLLECTION);
		for (Wrapped each : former) {
			byte[] wrapped = Cipher.encrypt(this.current.key(), unwrapped(each).getEncoded(), each.owner(),
					each.version());
			// unless it is gone or wrapped again meanwhile
			this.mongo.updateFirst(
					Query.query(Criteria.where("_id")
						.is(each.owner())
						.and("version")
						.is(each.version())
						.and("master")
						.is(each.master())),
					new Update().set("master", this.current.id()).set("wrapped", wrapped), COLLECTION);
		}
		if (!former.isEmpty()) {
			log.info("{} data keys are wrapped by the first master key now; the others can be taken away once every "
					+ "instance has it", former.size());
		}
	}

	private static SecretKey fresh() {
		try {
			KeyGenerator generator = KeyGenerator.getInstance("AES");
			generator.init(KEY_BITS);
			return generator.generateKey();
		}
		catch (java.security.NoSuchAlgorithmException ex) {
			throw new IllegalStateException("every Java has AES", ex);
		}
	}

	record Key(String version, SecretKey key) {

	}

	@SuppressWarnings("ArrayRecordComponent")
	record Wrapped(@Id String owner, String version, String master, byte[] wrapped) {

	}

}
