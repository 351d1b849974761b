package org.holdfast.mentorship.tie;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import org.holdfast.defaults.outbox.Aggregates;
import org.holdfast.defaults.outbox.Change;
import org.holdfast.defaults.outbox.Outbox;

import org.springframework.stereotype.Component;

/**
 * Keeps what people have asked for and were asked, each change of one person's in one
 * atomic write.
 */
@Component
class Contacts {

	private final Aggregates<Contact> contacts;

	Contacts(Outbox outbox) {
		this.contacts = outbox.aggregates(Contact.class, "contacts");
	}

	Map<String, Contact> all() {
		return this.contacts.findAll().stream().collect(Collectors.toMap(Contact::id, Function.identity()));
	}

	void open(String staffId, String introductionId, Set<String> looking, Instant now) {
		change(staffId, (contact) -> contact.opening(introductionId, looking, now));
	}

	void close(String staffId, String introductionId) {
		change(staffId, (contact) -> contact.closing(introductionId));
	}

	/** Whether the person is asked for this introduction now. */
	boolean ask(String staffId, String introductionId, Instant now) {
		return change(staffId, (contact) -> contact.asking(introductionId, now)).isAskedFor(introductionId);
	}

	void spare(String staffId, String introductionId) {
		change(staffId, (contact) -> contact.spared(introductionId));
	}

	void forget(String staffId) {
		this.contacts.remove(staffId, (last) -> List.of());
	}

	private Contact change(String staffId, UnaryOperator<Contact> change) {
		return this.contacts.change(staffId, (found) -> {
			Contact present = found.orElseGet(() -> Contact.of(staffId));
			Contact next = change.apply(present);
			return (found.isPresent() && next.equals(present)) ? Change.none() : Change.to(next);
		});
	}

}
