package org.holdfast.defaults.vault;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

import org.holdfast.defaults.problem.Refusal;

/**
 * Encrypts what a person wrote before it is stored, and decrypts it for whom they want to
 * read it.
 */
public final class Vault {

	private final DataKeys keys;

	private final Writers writers;

	Vault(DataKeys keys, Writers writers) {
		this.keys = keys;
		this.writers = writers;
	}

	/**
	 * Encrypts a text.
	 * @param staffId whose words they are
	 * @param document id of the document they are stored in
	 * @param field where in it
	 * @param text the words
	 * @return to be stored there, and of use nowhere else
	 * @throws Refusal given by the {@link Writers} if there is no such person
	 */
	public Sealed seal(String staffId, String document, String field, String text) {
		return seal(staffId, staffId, document, field, text);
	}

	/**
	 * Encrypts a text under a key that only the pseudonym leads to, so that nothing that
	 * is stored ties the words to the person.
	 * @param staffId whose words they are
	 * @param pseudonym of that person
	 * @param document id of the document they are stored in
	 * @param field where in it
	 * @param text the words
	 * @return to be stored there, and to be opened with the pseudonym
	 * @throws Refusal given by the {@link Writers} if there is no such person
	 */
	public Sealed sealUnderPseudonym(String staffId, String pseudonym, String document, String field, String text) {
		return seal(staffId, pseudonym, document, field, text);
	}

	private Sealed seal(String staffId, String owner, String document, String field, String text) {
		DataKeys.Key key = this.keys.of(owner);
		// an erasure that came in between has removed the row before the key: leave none
		// behind it
		this.writers.refusal(staffId).ifPresent((refusal) -> {
			this.keys.destroy(owner);
			throw refusal;
		});
		byte[] encrypted = Cipher.encrypt(key.key(), text.getBytes(StandardCharsets.UTF_8), owner, document, field);
		return new Sealed(key.version(), Base64.getEncoder().encodeToString(encrypted));
	}

	/**
	 * Decrypts a text.
	 * @param owner staff id or pseudonym that it was encrypted for
	 * @param document id of the document they were read from
	 * @param field where in it
	 * @param sealed what is stored there
	 * @return empty if the person was erased since
	 * @throws IllegalStateException if it was changed, or belongs to another place or
	 * person
	 */
	public Optional<String> open(String owner, String document, String field, Sealed sealed) {
		return this.keys.find(owner).filter((key) -> key.version().equals(sealed.key())).map((key) -> {
			byte[] plain = Cipher.decrypt(key.key(), Base64.getDecoder().decode(sealed.text()), owner, document, field)
				.orElseThrow(() -> new IllegalStateException("A sealed text was tampered with"));
			return new String(plain, StandardCharsets.UTF_8);
		});
	}

	/**
	 * Destroys a key for good: whatever it encrypted is noise from now on, wherever it
	 * is. Doing it again changes nothing.
	 * @param owner staff id or pseudonym of a person who is erased, after {@link Writers}
	 * have come to refuse them
	 */
	public void forget(String owner) {
		this.keys.destroy(owner);
	}

}
