package org.holdfast.defaults.vault;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;

import javax.crypto.AEADBadTagException;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * AES-256 in Galois/Counter Mode (NIST SP 800-38D) with a random nonce of 96 bits, bound
 * to the place that a text belongs to.
 */
final class Cipher {

	private static final int NONCE_BYTES = 12;

	private static final int TAG_BITS = 128;

	private static final SecureRandom RANDOM = new SecureRandom();

	private Cipher() {
	}

	/**
	 * Encrypts.
	 * @param place what must be told again, in the same order, to decrypt
	 * @return nonce, ciphertext and tag
	 */
	static byte[] encrypt(SecretKey key, byte[] plain, String... place) {
		byte[] nonce = new byte[NONCE_BYTES];
		RANDOM.nextBytes(nonce);
		try {
			javax.crypto.Cipher cipher = cipher(javax.crypto.Cipher.ENCRYPT_MODE, key, nonce, place);
			byte[] sealed = cipher.doFinal(plain);
			return ByteBuffer.allocate(NONCE_BYTES + sealed.length).put(nonce).put(sealed).array();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("every Java has AES/GCM", ex);
		}
	}

	/**
	 * Decrypts.
	 * @return empty where the key or the place is another one, or a bit was changed
	 */
	static Optional<byte[]> decrypt(SecretKey key, byte[] encrypted, String... place) {
		if (encrypted.length < NONCE_BYTES + TAG_BITS / Byte.SIZE) {
			return Optional.empty();
		}
		try {
			byte[] nonce = java.util.Arrays.copyOf(encrypted, NONCE_BYTES);
			return Optional.of(cipher(javax.crypto.Cipher.DECRYPT_MODE, key, nonce, place).doFinal(encrypted,
					NONCE_BYTES, encrypted.length - NONCE_BYTES));
		}
		catch (AEADBadTagException ex) {
			return Optional.empty();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("every Java has AES/GCM", ex);
		}
	}

	private static javax.crypto.Cipher cipher(int mode, SecretKey key, byte[] nonce, String... place)
			throws GeneralSecurityException {
		javax.crypto.Cipher cipher = javax.crypto.Cipher.getInstance("AES/GCM/NoPadding");
		cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
		cipher.updateAAD(written(place));
		return cipher;
	}

	/** With lengths, so that no two places read the same. */
	private static byte[] written(String... place) {
		ByteArrayOutputStream written = new ByteArrayOutputStream();
		for (String part : place) {
			byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
			written.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
			written.writeBytes(bytes);
		}
		return written.toByteArray();
	}

}
