package org.holdfast.checkin.support;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.holdfast.defaults.inbox.EventReader;
import org.holdfast.defaults.inbox.Received;
import org.holdfast.defaults.inbox.Rows;

import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/**
 * Who has a mentor now, as mentorship-matching last told it; of what has ended nothing is
 * kept.
 */
@Component
public class Mentoring {

	private final Rows<Pair> rows;

	Mentoring(EventReader reader) {
		this.rows = reader.rows(Pair.class, "mentoring");
	}

	/**
	 * Takes what mentorship-matching tells of a match.
	 * @param event a change, or the tombstone of a match that is gone
	 */
	public void on(Received<MatchChanged> event) {
		MatchChanged match = event.value();
		if (match == null || !match.isActive()) {
			this.rows.remove(event.key(), event.seq());
			return;
		}
		if (!match.matchId().equals(event.key())) {
			throw new IllegalArgumentException("the key is not the matchId");
		}
		this.rows.put(match.matchId(), event.seq(), new Pair(match.matchId(), match.mentorId(), match.menteeId()));
	}

	/**
	 * The mentors of a person.
	 * @param staffId who is supported
	 * @return their staff ids
	 */
	public List<String> mentorsOf(String staffId) {
		return this.rows.find(Query.query(Criteria.where("menteeId").is(staffId)))
			.stream()
			.map(Pair::mentorId)
			.distinct()
			.sorted()
			.toList();
	}

	/**
	 * Everybody who has a mentor now.
	 * @return their staff ids
	 */
	public Set<String> mentees() {
		return this.rows.findAll().stream().map(Pair::menteeId).collect(Collectors.toSet());
	}

	record Pair(String id, String mentorId, String menteeId) {

	}

}
