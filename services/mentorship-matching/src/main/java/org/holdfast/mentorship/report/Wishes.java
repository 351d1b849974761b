package org.holdfast.mentorship.report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.holdfast.defaults.inbox.EventReader;
import org.holdfast.defaults.inbox.Received;
import org.holdfast.defaults.inbox.Rows;
import org.holdfast.mentorship.people.Colleague;
import org.holdfast.mentorship.people.Heard;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Remembers since when people want a mentor: what profile tells says only whether they
 * do.
 */
@Component
class Wishes {

	private final Rows<Wish> wishes;

	Wishes(EventReader reader) {
		this.wishes = reader.rows(Wish.class, "wishes");
	}

	/** Takes what profile told; what comes twice or late changes nothing. */
	@EventListener
	void on(Heard heard) {
		Received<Colleague> told = heard.told();
		Colleague colleague = told.value();
		if (colleague == null) {
			this.wishes.remove(told.key(), told.seq());
			return;
		}
		boolean wants = colleague.active() && colleague.wantsAMentor();
		Optional<Instant> before = this.wishes.find(told.key()).map(Wish::since);
		this.wishes.put(told.key(), told.seq(), new Wish(told.key(), wants ? before.orElse(told.time()) : null));
	}

	List<Wish> all() {
		return this.wishes.findAll();
	}

}
