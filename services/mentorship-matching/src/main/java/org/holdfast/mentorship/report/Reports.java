package org.holdfast.mentorship.report;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

import org.holdfast.defaults.problem.Refusal;
import org.holdfast.defaults.time.ClockMoved;
import org.holdfast.mentorship.people.Heard;
import org.holdfast.mentorship.pool.Situations;
import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Makes a release once a month is over, whoever asks and whenever, and keeps it as it is.
 */
@Component
@Lazy(false)
class Reports {

	private static final String COLLECTION = "reports";

	private final MongoOperations mongo;

	private final Situations situations;

	private final Wishes wishes;

	private final Clock clock;

	Reports(MongoOperations mongo, Situations situations, Wishes wishes, Clock clock) {
		this.mongo = mongo;
		this.situations = situations;
		this.wishes = wishes;
		this.clock = clock;
	}

	@EventListener
	void on(ClockMoved moved) {
		makeWhatIsDue();
	}

	/**
	 * Makes the release of the last month unless it is there, or a later one is. Months
	 * in which the service did not run are counted with the next one.
	 */
	@Scheduled(fixedDelayString = "${holdfast.mentorship.sweep}")
	void makeWhatIsDue() {
		Instant now = this.clock.instant();
		YearMonth month = YearMonth.from(now.atZone(ZoneOffset.UTC)).minusMonths(1);
		if (this.mongo.exists(Query.query(Criteria.where("_id").gte(month.toString())), COLLECTION)) {
			return;
		}
		Material material = new Material(month, now, this.situations.now(), this.wishes.all());
		if (material.isEmpty()) {
			return;
		}
		try {
			this.mongo.insert(Release.of(material, all(), EnumSet.allOf(Rule.class)), COLLECTION);
		}
		catch (DuplicateKeyException ex) {
			// another instance was quicker, and that stands
		}
	}

	/** The months that there is a release of, the newest first. */
	List<String> months() {
		return all().stream().map(Release::id).sorted(Comparator.reverseOrder()).toList();
	}

	/** When the running month is over and its release is due. */
	Instant nextAt() {
		return Material.end(YearMonth.from(this.clock.instant().atZone(ZoneOffset.UTC)));
	}

	/**
	 * A release.
	 * @param month the last one if null
	 * @throws Refusal (404) if there is none
	 */
	Release find(@Nullable String month) {
		Optional<Release> found = all().stream()
			.filter((release) -> month == null || release.id().equals(month))
			.max(Comparator.comparing(Release::id));
		return found.orElseThrow(() -> Refusal.notFound("no-report",
				(month == null) ? "The first report is made when the first month with people in it is over."
						: "There is no report of %s. Leave the month out to read the last one.".formatted(month)));
	}

	/**
	 * Forgets whom figures were made of once they are erased; the figures stand, and
	 * nothing in them is about somebody.
	 */
	@EventListener
	void on(Heard heard) {
		if (heard.erased()) {
			forget(heard.staffId());
		}
	}

	private void forget(String staffId) {
		all().stream()
			.filter((release) -> release.counted()
				.stream()
				.anyMatch((each) -> each.parts().stream().anyMatch((part) -> part.contains(staffId))))
			.forEach((release) -> this.mongo.updateFirst(Query.query(Criteria.where("_id").is(release.id())),
					Update.update("counted", release.counted().stream().map((each) -> each.without(staffId)).toList()),
					COLLECTION));
	}

	private List<Release> all() {
		return this.mongo.findAll(Release.class, COLLECTION);
	}

}
