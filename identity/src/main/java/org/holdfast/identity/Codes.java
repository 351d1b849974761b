package org.holdfast.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;

/**
 * One-time codes that can be read out, copied from paper and typed on a phone: sixteen
 * letters and digits with 80 bits of chance, none of which looks like another.
 */
final class Codes {

	// Crockford's base 32
	private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

	private static final int LENGTH = 16;

	private static final int GROUP = 4;

	private static final SecureRandom RANDOM = new SecureRandom();

	private Codes() {
	}

	static String next() {
		StringBuilder code = new StringBuilder();
		for (int i = 0; i < LENGTH; i++) {
			if (i > 0 && i % GROUP == 0) {
				code.append('-');
			}
			code.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
		}
		return code.toString();
	}

	/**
	 * What is stored of a code; a plain hash will do for something that cannot be
	 * guessed.
	 */
	static String hash(String code) {
		try {
			byte[] typed = normal(code).getBytes(StandardCharsets.UTF_8);
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(typed));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String normal(String typed) {
		return typed.toUpperCase(Locale.ROOT)
			.replace('O', '0')
			.replace('I', '1')
			.replace('L', '1')
			.replaceAll("[^0-9A-Z]", "");
	}

}
