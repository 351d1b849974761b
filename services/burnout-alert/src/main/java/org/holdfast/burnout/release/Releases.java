package org.holdfast.burnout.release;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.bson.Document;
import org.holdfast.defaults.problem.Refusal;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/**
 * The releases: added once, never changed and never removed, so each is read from the
 * database only once.
 */
@Component
public class Releases {

	private static final String COLLECTION = "releases";

	private final MongoOperations mongo;

	/** Earliest first. */
	private volatile List<Release> known = List.of();

	Releases(MongoOperations mongo) {
		this.mongo = mongo;
	}

	/** Adds the release unless its cycle has one. */
	void add(Release release) {
		try {
			this.mongo.insert(release, COLLECTION);
		}
		catch (DuplicateKeyException ex) {
			// published before, and that stands
		}
	}

	boolean holds(String cycleId) {
		return this.mongo.exists(Query.query(Criteria.where("_id").is(cycleId)), COLLECTION);
	}

	/**
	 * Returns all releases by the close of their cycles, earliest first. Whether another
	 * instance added one is told by their number alone, which costs nothing.
	 */
	public List<Release> all() {
		List<Release> held = this.known;
		return (this.mongo.estimatedCount(COLLECTION) == held.size()) ? held : reload();
	}

	/**
	 * Returns a scale as it was published last; that of the pulse also before the first
	 * cycle.
	 * @param releases all of them, earliest first
	 * @throws Refusal (404) if no published cycle has it
	 */
	public static Scale scale(List<Release> releases, String id) {
		return releases.reversed()
			.stream()
			.filter((release) -> release.place(id) >= 0)
			.map((release) -> release.scales().get(release.place(id)))
			.findFirst()
			.or(() -> id.equals(Scale.STRAIN)
					? Optional
						.of(new Scale(Scale.STRAIN, Scale.Direction.HIGHER_IS_WORSE, 0, Scale.TOP, Scale.Kind.OUTCOME))
					: Optional.empty())
			.orElseThrow(() -> Refusal.notFound("no-such-scale",
					"No published cycle has this scale. GET /scales lists those there are."));
	}

	/** Returns all releases, also where the database is mistaken about their number. */
	List<Release> reload() {
		Map<String, Release> all = new HashMap<>();
		this.known.forEach((release) -> all.put(release.id(), release));
		Set<String> missing = ids();
		missing.removeAll(all.keySet());
		if (!missing.isEmpty()) {
			this.mongo.find(Query.query(Criteria.where("_id").in(missing)), Release.class, COLLECTION)
				.forEach((release) -> all.put(release.id(), release));
			this.known = all.values().stream().sorted(Release.BY_CLOSE).toList();
		}
		return this.known;
	}

	private Set<String> ids() {
		Set<String> ids = new HashSet<>();
		this.mongo.execute(COLLECTION,
				(releases) -> releases.find()
					.projection(new Document("_id", 1))
					.map((release) -> release.getString("_id"))
					.into(ids));
		return ids;
	}

}
