package org.holdfast.checkin.people;

import org.holdfast.defaults.vault.Vault;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The two keys of a person's words, under their staff id and under their pseudonym, go
 * when the person does.
 */
@Component
class WordKeys {

	private final Vault vault;

	WordKeys(Vault vault) {
		this.vault = vault;
	}

	@EventListener
	void on(Erased person) {
		this.vault.forget(person.staffId());
		if (person.pseudonym() != null) {
			this.vault.forget(person.pseudonym());
		}
	}

}
