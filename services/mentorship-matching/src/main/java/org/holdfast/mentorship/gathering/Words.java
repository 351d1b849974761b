package org.holdfast.mentorship.gathering;

import java.util.Optional;

import org.holdfast.defaults.vault.Sealed;
import org.holdfast.defaults.vault.Vault;

/**
 * What somebody wrote, under their own key: once they are erased nobody can read it.
 *
 * @param by whose words they are
 */
public record Words(String by, Sealed sealed) {

	/**
	 * Encrypts a text.
	 * @param document id of the document they are stored in
	 * @param field where in it
	 */
	public static Words of(Vault vault, String by, String document, String field, String text) {
		return new Words(by, vault.seal(by, document, field, text));
	}

	/**
	 * The text, from the document and field it was stored in; empty once the author is
	 * erased.
	 */
	public Optional<String> read(Vault vault, String document, String field) {
		return vault.open(this.by, document, field, this.sealed);
	}

}
