package org.holdfast.burnout.release;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.holdfast.burnout.crosscut.CrossCut;
import org.holdfast.burnout.setting.Policy;
import org.holdfast.burnout.setting.Trouble;
import org.holdfast.defaults.inbox.EventReader;

import org.springframework.context.ApplicationEventPublisher;

/**
 * Units and what their own members answered in one cycle, to make events and releases of.
 */
public record Agency(List<Team> teams) {

	public static final Instant FIRST_CLOSE = Instant.parse("2026-05-24T18:00:00Z");

	public static Agency of(Team... teams) {
		return new Agency(List.of(teams));
	}

	static final Scale STRAIN = new Scale("strain", Scale.Direction.HIGHER_IS_WORSE, 0, 100, Scale.Kind.OUTCOME);

	/** A unit whose members all answered. */
	public static Team team(String id, String parent, double... strains) {
		return new Team(id, parent, strains.length, 0, Arrays.stream(strains).boxed().toList());
	}

	/** A unit of which a number of members gave the same answer. */
	public static Team team(String id, String parent, int answers, double strain) {
		return new Team(id, parent, answers + 2, 0, Collections.nCopies(answers, strain));
	}

	/** A unit without members of its own. */
	public static Team department(String id, String parent) {
		return new Team(id, parent, 0, 0, List.of());
	}

	public CycleChanged closed() {
		return closed("2026-W21", FIRST_CLOSE);
	}

	public CycleChanged closed(String cycleId, Instant closesAt) {
		List<CycleChanged.Unit> units = this.teams.stream()
			.map((team) -> new CycleChanged.Unit(team.id(), team.parent(), team.invited(), team.strains().size(),
					(long) team.strains().size(), team.supported()))
			.toList();
		return new CycleChanged(cycleId, CycleChanged.State.CLOSED, closesAt.minus(Duration.ofDays(6)), closesAt,
				"pulse", List.of(STRAIN), units);
	}

	static Answer answer(String unitId, double strain, int minimumGroup) {
		return answer("2026-W21", unitId, Map.of("strain", strain), minimumGroup, 1);
	}

	static Answer answer(String cycleId, String unitId, Map<String, Double> scores, int minimumGroup, long revision) {
		return new Answer("any", cycleId, unitId, "anybody", FIRST_CLOSE.minusSeconds(1), scores,
				List.copyOf(scores.keySet()), minimumGroup, revision);
	}

	/** Answers as the service keeps them, for whoever listens. */
	public static Answers answers(EventReader reader, ApplicationEventPublisher listeners) {
		return new Answers(reader, listeners);
	}

	List<Answer> answers() {
		List<Answer> answers = new ArrayList<>();
		for (Team team : this.teams) {
			team.strains().forEach((strain) -> answers.add(answer(team.id(), strain, 5)));
		}
		return answers;
	}

	public Release release() {
		return release(closed(), answers(), 5);
	}

	Release release(Set<PartitionRelease.Rule> rules) {
		return PartitionRelease.of(closed(), answers(), policy(5, 60), Collections.emptySortedMap(), List.of(), rules);
	}

	/** The release with a cross-cut of the units. */
	Release release(Set<PartitionRelease.Rule> rules, String... unitIds) {
		CrossCut.Edition edition = new CrossCut.Edition(1, "Frontline", List.of(unitIds), true, Instant.EPOCH, "S-H");
		return PartitionRelease.of(closed(), answers(), policy(5, 60), new TreeMap<>(Map.of("frontline", edition)),
				List.of(), rules);
	}

	/** The release of the n-th week, counted from 1. */
	public Release release(int week) {
		Instant closesAt = FIRST_CLOSE.plus(Duration.ofDays(7).multipliedBy(week - 1));
		return release(closed("2026-W" + (20 + week), closesAt), answers(), 5);
	}

	static Release release(CycleChanged cycle, Collection<Answer> answers, int minimumGroup) {
		return PartitionRelease.of(cycle, answers, policy(minimumGroup, 60), List.of());
	}

	public static Policy policy(int minimumGroup, int threshold) {
		return new Policy(1, minimumGroup, threshold, List.of(Trouble.values()), 3, 14, Instant.EPOCH, "");
	}

	/** The units in a unit's subtree, itself included. */
	public Set<String> below(String unitId) {
		Map<String, String> parents = new HashMap<>();
		this.teams.forEach((team) -> parents.put(team.id(), team.parent()));
		Set<String> below = new TreeSet<>();
		for (Team team : this.teams) {
			for (String at = team.id(); at != null; at = parents.get(at)) {
				if (at.equals(unitId)) {
					below.add(team.id());
				}
			}
		}
		return below;
	}

	public int answersOf(Set<String> units) {
		return this.teams.stream()
			.filter((team) -> units.contains(team.id()))
			.mapToInt((team) -> team.strains().size())
			.sum();
	}

	/** One unit: who was asked and what its own members answered. */
	public record Team(String id, String parent, int invited, int supported, List<Double> strains) {

		public Team(String id, String parent, int invited, List<Double> strains) {
			this(id, parent, invited, 0, strains);
		}

		Team with(List<Double> others) {
			return new Team(this.id, this.parent, this.invited, this.supported, others);
		}

		/** Some of them have a mentor. */
		public Team supported(int people) {
			return new Team(this.id, this.parent, this.invited, people, this.strains);
		}

	}

}
