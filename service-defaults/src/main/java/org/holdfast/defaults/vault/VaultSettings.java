package org.holdfast.defaults.vault;

import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The keys over the vault.
 *
 * @param keys base64 of 32 random bytes each: the first wraps, the others are former ones
 * that may still be needed to unwrap
 */
@ConfigurationProperties("holdfast.vault")
record VaultSettings(@DefaultValue List<String> keys) {

	VaultSettings {
		keys = List.copyOf(keys);
		try {
			keys.forEach(MasterKey::of);
		}
		catch (IllegalArgumentException ex) {
			throw refused();
		}
		if (keys.isEmpty()) {
			throw refused();
		}
	}

	List<MasterKey> masterKeys() {
		return this.keys.stream().map(MasterKey::of).toList();
	}

	/** Without the keys. */
	@Override
	public String toString() {
		return "VaultSettings[keys=%s]".formatted(masterKeys());
	}

	private static IllegalArgumentException refused() {
		return new IllegalArgumentException(
				"HOLDFAST_VAULT_KEY must be set to the base64 of 32 random bytes. Make one with 'openssl rand -base64 "
						+ "32' and keep it secret and safe: without it nobody can read what people wrote. To change it, "
						+ "put the new one before the old one with a comma between them.");
	}

}
