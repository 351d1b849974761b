package org.holdfast.checkin.pulse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.holdfast.checkin.leave.Leaves;
import org.holdfast.checkin.people.Participant;
import org.holdfast.checkin.people.Participants;
import org.holdfast.checkin.people.Unit;
import org.holdfast.checkin.people.Units;
import org.holdfast.defaults.problem.Refusal;

import org.springframework.stereotype.Component;

/**
 * Who is asked in a cycle: everybody who works in a unit that has started, unless they
 * are on leave for the whole of it.
 */
@Component
public class Invitations {

	private static final int DEEPEST = 100;

	private final Participants participants;

	private final Units units;

	private final Leaves leaves;

	private final Responses responses;

	Invitations(Participants participants, Units units, Leaves leaves, Responses responses) {
		this.participants = participants;
		this.units = units;
		this.leaves = leaves;
		this.responses = responses;
	}

	/**
	 * Who may be reminded of a cycle: asked, and without any answer. For the system
	 * alone; no operation tells it.
	 * @param cycle an open one
	 * @return the staff id to the id that their response would have, in the order of the
	 * staff ids, which says nothing about the other ones
	 */
	public Map<String, String> waiting(Cycle cycle) {
		Set<String> answered = this.responses.of(cycle.id()).stream().map(Response::id).collect(Collectors.toSet());
		Map<String, String> waiting = new TreeMap<>();
		asked(cycle).keySet()
			.forEach((staffId) -> waiting.put(staffId, responseId(cycle, this.participants.pseudonymOf(staffId))));
		waiting.values().removeAll(answered);
		return waiting;
	}

	/**
	 * The id of the only response a person can have in a cycle.
	 * @param cycle the cycle
	 * @param pseudonym of the person
	 * @return says nothing about who it is
	 */
	public static String responseId(Cycle cycle, String pseudonym) {
		return Response.id(cycle.id(), pseudonym);
	}

	boolean includes(Cycle cycle, String staffId, List<Unit> upwards) {
		return cycle.asks(upwards.stream().map(Unit::id).toList())
				&& !this.leaves.cover(staffId, cycle.opensAt(), cycle.closesAt());
	}

	void require(Cycle cycle, String staffId, List<Unit> upwards) {
		if (!includes(cycle, staffId, upwards)) {
			throw Refusal.conflict("not-asked",
					"You are not asked in cycle %s: your unit starts later, or you are on leave all the while. GET /me/pulses tells what you are asked."
						.formatted(cycle.id()));
		}
	}

	/** Everybody who is asked, with their unit. */
	Map<String, String> asked(Cycle cycle) {
		Map<String, Unit> known = new HashMap<>();
		this.units.all().forEach((unit) -> known.put(unit.id(), unit));
		Set<String> away = this.leaves.away(cycle.opensAt(), cycle.closesAt());
		Map<String, String> asked = new TreeMap<>();
		for (Participant person : this.participants.active()) {
			String unitId = person.unitId();
			if (unitId != null && !away.contains(person.id()) && cycle.asks(upwards(known, unitId))) {
				asked.put(person.id(), unitId);
			}
		}
		return asked;
	}

	private static List<String> upwards(Map<String, Unit> known, String unitId) {
		List<String> path = new ArrayList<>();
		String next = unitId;
		while (next != null && path.size() < DEEPEST) {
			path.add(next);
			Unit unit = known.get(next);
			next = (unit != null) ? unit.parentId() : null;
		}
		return path;
	}

}
