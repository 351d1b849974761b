package org.holdfast.burnout.chart;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/**
 * What new charts begin with, estimated once for each scale and quarter from all that was
 * charted before, and never changed.
 */
@Component
class Priors {

	private static final String COLLECTION = "priors";

	private final MongoOperations mongo;

	/** By scale and quarter. */
	private final Map<String, NavigableMap<Integer, Estimate>> known = new ConcurrentHashMap<>();

	Priors(MongoOperations mongo) {
		this.mongo = mongo;
	}

	/** Returns the prior for a person whose first answer is given at a time. */
	Prior at(String scale, Instant time) {
		return estimate(scale, quarter(time)).prior();
	}

	/** Returns the latest estimate up to a quarter; that of the first day before any. */
	Estimate estimate(String scale, int quarter) {
		Map.Entry<Integer, Estimate> latest = estimates(scale).floorEntry(quarter);
		return (latest != null) ? latest.getValue() : Estimate.firstDay(scale);
	}

	boolean holds(String scale, int quarter) {
		return estimates(scale).containsKey(quarter);
	}

	void add(Estimate estimate) {
		try {
			this.mongo.insert(estimate, COLLECTION);
		}
		catch (DuplicateKeyException ex) {
			// another instance was quicker, from the same answers
		}
		this.known.remove(estimate.scale());
	}

	/** Returns the calendar quarter of a time, in UTC, counted from year 0. */
	static int quarter(Instant time) {
		ZonedDateTime at = time.atZone(ZoneOffset.UTC);
		return at.getYear() * 4 + at.get(IsoFields.QUARTER_OF_YEAR) - 1;
	}

	private NavigableMap<Integer, Estimate> estimates(String scale) {
		return this.known.computeIfAbsent(scale, (id) -> {
			NavigableMap<Integer, Estimate> estimates = new TreeMap<>();
			List<Estimate> held = this.mongo.find(Query.query(Criteria.where("scale").is(id)), Estimate.class,
					COLLECTION);
			held.forEach((estimate) -> estimates.put(estimate.quarter(), estimate));
			return estimates;
		});
	}

	/**
	 * What was known of the agency when a quarter began.
	 *
	 * @param people from how many people's answers
	 * @param alike what colleagues of a block have in common in an ordinary week
	 */
	record Estimate(String id, String scale, int quarter, int people, Prior prior, double alike) {

		/** Chosen: nobody has published it for surprises of weekly answers. */
		private static final double FIRST_DAY_ALIKE = .05;

		/** How many pairs of colleagues the first day's figure is worth. */
		private static final double PAIRS = 2000;

		private static final double MOST_ALIKE = .3;

		static Estimate firstDay(String scale) {
			return new Estimate(scale + ":0", scale, 0, 0, Prior.FIRST_DAY, FIRST_DAY_ALIKE);
		}

		/**
		 * Returns the next estimate.
		 * @param products the sum of the products of surprises, over all pairs of
		 * colleagues
		 * @param pairs how many pairs
		 */
		Estimate next(int quarter, List<Tally> tallies, double products, double pairs) {
			return new Estimate(this.scale + ":" + quarter, this.scale, quarter, tallies.size(),
					Cohort.estimate(tallies, this.prior),
					Math.clamp((products + FIRST_DAY_ALIKE * PAIRS) / (pairs + PAIRS), 0, MOST_ALIKE));
		}

	}

}
