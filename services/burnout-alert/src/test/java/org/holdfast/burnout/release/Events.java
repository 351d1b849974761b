package org.holdfast.burnout.release;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.holdfast.defaults.test.ContractSample;

/** Events as other services publish them, made from their samples. */
public final class Events {

	public static final ContractSample RECORDED = ContractSample.of("check-in", "check-in.recorded");

	public static final ContractSample CYCLE = ContractSample.of("check-in", "check-in.cycle");

	public static final ContractSample UNIT = ContractSample.of("profile", "profile.units");

	private Events() {
	}

	public static ContractSample unit(String unitId, String name, String parentId, String leadId) {
		return UNIT.withKey(unitId)
			.withValue("unitId", unitId)
			.withValue("name", name)
			.withValue("parentId", parentId)
			.withValue("leadId", leadId);
	}

	/**
	 * An answer, or a changed one.
	 * @param strain null where there is no score
	 */
	public static ContractSample response(String id, long sequence, String cycleId, String unitId, Double strain) {
		return RECORDED.withKey(id)
			.withSequence(sequence)
			.withValue("responseId", id)
			.withValue("cycleId", cycleId)
			.withValue("unitId", unitId)
			.withValue("scores", Collections.singletonMap("strain", strain));
	}

	public static ContractSample late(ContractSample response) {
		return response.withValue("late", true);
	}

	public static ContractSample opened(String cycleId, int week) {
		return cycle(cycleId, week).withSequence(1).withValue("state", "opened").withValue("units", List.of());
	}

	/** The close of a cycle that counted the agency's answers, each given once. */
	public static ContractSample closed(String cycleId, int week, Agency agency) {
		return closed(cycleId, week, agency, Map.of());
	}

	/**
	 * The close of a cycle.
	 * @param changes how often answers were changed, by unit
	 */
	public static ContractSample closed(String cycleId, int week, Agency agency, Map<String, Integer> changes) {
		List<Map<String, Object>> units = new ArrayList<>();
		for (Agency.Team team : agency.teams()) {
			Map<String, Object> unit = new HashMap<>();
			unit.put("unitId", team.id());
			unit.put("parentId", team.parent());
			unit.put("invited", team.invited());
			unit.put("supported", team.supported());
			unit.put("responses", team.strains().size());
			unit.put("revisions", team.strains().size() + changes.getOrDefault(team.id(), 0));
			units.add(unit);
		}
		return cycle(cycleId, week).withSequence(2).withValue("state", "closed").withValue("units", units);
	}

	private static ContractSample cycle(String cycleId, int week) {
		Instant closesAt = Agency.FIRST_CLOSE.plus(Duration.ofDays(7).multipliedBy(week - 1));
		return CYCLE.withKey(cycleId)
			.withValue("series", "pulse")
			.withValue("scales", List.of(Agency.STRAIN))
			.withValue("cycleId", cycleId)
			.withValue("opensAt", closesAt.minus(Duration.ofDays(6)).toString())
			.withValue("closesAt", closesAt.toString());
	}

}
