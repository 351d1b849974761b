package org.holdfast.burnout.release;

import java.util.List;

import org.holdfast.defaults.inbox.EventReader;
import org.holdfast.defaults.inbox.Received;
import org.holdfast.defaults.inbox.Rows;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/**
 * The timely answers, each as check-in told of it last: all that charts and releases are
 * made of.
 */
@Component
public class Answers {

	private final Rows<Answer> rows;

	private final ApplicationEventPublisher listeners;

	Answers(EventReader reader, ApplicationEventPublisher listeners) {
		this.rows = reader.rows(Answer.class, "responses");
		this.listeners = listeners;
	}

	/**
	 * Takes an answer in, or a change of it, or takes it back. Late ones are the person's
	 * own and not kept.
	 */
	public void on(Received<ResponseRecorded> event) {
		ResponseRecorded response = event.value();
		if (response == null) {
			takeBack(event);
		}
		else if (!response.late()) {
			Answer answer = Answer.of(event.key(), response, event.seq());
			if (this.rows.put(event.key(), event.seq(), answer)) {
				this.listeners.publishEvent(new Held(answer));
			}
			else {
				// again on a duplicate, for a crash may have come between
				this.rows.find(event.key())
					.filter((held) -> !held.isErased())
					.ifPresent((held) -> this.listeners.publishEvent(new Held(held)));
			}
		}
	}

	/**
	 * Forgets an answer but not that there was one: else its cycle, waiting to be
	 * published, would look incomplete for ever.
	 */
	private void takeBack(Received<ResponseRecorded> event) {
		this.rows.find(event.key()).ifPresentOrElse((held) -> {
			if (!held.isErased()) {
				this.listeners.publishEvent(new Erased(held));
			}
			// last, for a crash in between could not find the pseudonym again
			this.rows.put(event.key(), event.seq(), held.erase());
		}, () -> this.rows.remove(event.key(), event.seq()));
	}

	/**
	 * Returns all answers to a cycle that arrived, the erased ones without what they
	 * said.
	 */
	public List<Answer> of(String cycleId) {
		return this.rows.find(Query.query(Criteria.where("cycleId").is(cycleId)));
	}

	/**
	 * An answer is held. It may come again, and then nothing may be left to do twice.
	 */
	public record Held(Answer answer) {
	}

	/**
	 * An answer is about to be erased: whoever made something of it lets go of that
	 * before the listener returns.
	 */
	public record Erased(Answer answer) {
	}

}
