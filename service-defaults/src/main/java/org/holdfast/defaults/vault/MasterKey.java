package org.holdfast.defaults.vault;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * A key from the settings that wraps data keys.
 *
 * @param id tells it from others, and nothing about it
 * @param key of 256 bits
 */
record MasterKey(String id, SecretKey key) {

	private static final int KEY_BYTES = 32;

	private static final int ID_BYTES = 9;

	/**
	 * Reads a key.
	 * @throws IllegalArgumentException if it is not the base64 of 32 bytes
	 */
	static MasterKey of(String base64) {
		byte[] bytes = Base64.getDecoder().decode(base64);
		if (bytes.length != KEY_BYTES) {
			throw new IllegalArgumentException("A master key has 32 bytes");
		}
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			digest.update("holdfast master key".getBytes(StandardCharsets.US_ASCII));
			String id = Base64.getUrlEncoder().encodeToString(Arrays.copyOf(digest.digest(bytes), ID_BYTES));
			return new MasterKey(id, new SecretKeySpec(bytes, "AES"));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("every Java has SHA-256", ex);
		}
	}

	/** Without the key. */
	@Override
	public String toString() {
		return "MasterKey[id=%s]".formatted(this.id);
	}

}
