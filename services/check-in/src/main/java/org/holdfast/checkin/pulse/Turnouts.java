package org.holdfast.checkin.pulse;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/**
 * How many answers each cycle counted at its close, for whoever has to know how many
 * people something stands for.
 */
@Component
public class Turnouts {

	private static final String COLLECTION = "turnouts";

	private static final String CLOSES_AT = "closesAt";

	/** How many there are at once. */
	public static final int SOME = 6;

	private final MongoOperations mongo;

	Turnouts(MongoOperations mongo) {
		this.mongo = mongo;
	}

	/**
	 * Before the cycle is stored as closed; where that fails, the next close counts anew.
	 */
	void keep(Cycle cycle, List<Turnout> units) {
		this.mongo.save(
				new Counted(cycle.id(), cycle.closesAt(),
						units.stream().map((unit) -> new InUnit(unit.unitId(), unit.responses())).toList()),
				COLLECTION);
	}

	/**
	 * Some that were counted, the newest first.
	 * @param before only those that closed before; null for the newest
	 * @return six, more where several closed at the same moment, fewer where there are no
	 * more
	 */
	public List<Counted> latest(@Nullable Instant before) {
		List<Counted> some = find(null, before, SOME);
		return (some.size() < SOME) ? some : find(some.getLast().closesAt(), before, 0);
	}

	private List<Counted> find(@Nullable Instant from, @Nullable Instant before, int limit) {
		Criteria time = Criteria.where(CLOSES_AT).gte((from != null) ? from : Instant.EPOCH);
		Query query = Query.query((before != null) ? time.lt(before) : time);
		return this.mongo.find(query.with(Sort.by(Sort.Order.desc(CLOSES_AT), Sort.Order.asc("_id"))).limit(limit),
				Counted.class, COLLECTION);
	}

	/**
	 * A cycle as it was counted.
	 *
	 * @param cycleId the cycle
	 * @param closesAt when it closed
	 * @param units those that there were
	 */
	public record Counted(@Id String cycleId, Instant closesAt, List<InUnit> units) {

		public Counted {
			units = List.copyOf(units);
		}

		/**
		 * How many timely scored answers the members of some units gave.
		 * @param unitIds these very ones, without those below them
		 * @return their number, never to be shown as it is
		 */
		public int answersIn(Collection<String> unitIds) {
			return this.units.stream()
				.filter((unit) -> unitIds.contains(unit.unitId()))
				.mapToInt(InUnit::answers)
				.sum();
		}

	}

	/**
	 * What was counted in a unit.
	 *
	 * @param unitId this very one
	 * @param answers timely ones with a score
	 */
	public record InUnit(String unitId, int answers) {

	}

}
