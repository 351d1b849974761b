package org.holdfast.defaults.vault;

/**
 * A text as it is stored: of no use without the data key of the person whose it is.
 *
 * @param key version of the data key, which is a new one when an erased person comes back
 * @param text nonce, ciphertext and tag in base64
 */
public record Sealed(String key, String text) {

}
