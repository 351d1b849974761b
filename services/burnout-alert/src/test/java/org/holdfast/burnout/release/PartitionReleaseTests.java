package org.holdfast.burnout.release;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.burnout.release.Agency.department;
import static org.holdfast.burnout.release.Agency.team;

/** How answers are put into blocks and which figures come of them. */
class PartitionReleaseTests {

	@Property(tries = 500)
	void everyAnswerIsInExactlyOneBlock(@ForAll("agencies") Agency agency) {
		Release release = agency.release();
		List<String> units = release.blocks().stream().flatMap((block) -> block.unitIds().stream()).toList();
		assertThat(units).doesNotHaveDuplicates();
		int all = agency.answers().size();
		assertThat(release.blocks().stream().mapToInt(Release.Block::answers).sum()).isEqualTo((all < 5) ? 0 : all);
	}

	@Property(tries = 500)
	void everyBlockHasAtLeastFiveAnswers(@ForAll("agencies") Agency agency) {
		for (Release.Block block : agency.release().blocks()) {
			assertThat(block.answers()).isGreaterThanOrEqualTo(5)
				.isEqualTo(agency.answersOf(Set.copyOf(block.unitIds())));
		}
	}

	@Property(tries = 500)
	void everyFigureStandsForWholeBlocks(@ForAll("agencies") Agency agency) {
		Release release = agency.release();
		assertThat(release.shown()).hasSameSizeAs(agency.teams());
		for (Release.Shown unit : release.shown()) {
			Set<String> below = agency.below(unit.unitId());
			Set<String> group = release.group(unit);
			if (!unit.withheld()) {
				assertThat(below).containsAll(group);
				assertThat(agency.answersOf(group)).isEqualTo(agency.answersOf(below));
			}
			else if (unit.figure() != null) {
				assertThat(below.containsAll(group)).isFalse();
			}
			for (Release.Block block : release.blocks()) {
				assertThat(Collections.disjoint(block.unitIds(), group) || group.containsAll(block.unitIds())).isTrue();
			}
		}
	}

	@Property(tries = 200)
	void theOrderOfUnitsAndAnswersChangesNothing(@ForAll("agencies") Agency agency, @ForAll Random random) {
		List<Agency.Team> teams = new ArrayList<>(agency.teams());
		Collections.shuffle(teams, random);
		List<Answer> answers = new ArrayList<>(agency.answers());
		Collections.shuffle(answers, random);
		assertThat(Agency.release(new Agency(teams).closed(), answers, 5)).isEqualTo(agency.release());
	}

	@Property(tries = 200)
	void whatPeopleAnsweredNeverMovesABlock(@ForAll("agencies") Agency agency, @ForAll Random random) {
		Agency others = new Agency(agency.teams()
			.stream()
			.map((team) -> team.with(team.strains().stream().map((strain) -> 5.0 * random.nextInt(21)).toList()))
			.toList());
		Release release = agency.release();
		Release changed = others.release();
		assertThat(changed.blocks()).extracting(Release.Block::unitIds)
			.isEqualTo(release.blocks().stream().map(Release.Block::unitIds).toList());
		assertThat(changed.shown()).extracting(Release.Shown::reason)
			.isEqualTo(release.shown().stream().map(Release.Shown::reason).toList());
		assertThat(changed.shown()).extracting((unit) -> (unit.figure() != null) ? unit.figure().people() : null)
			.isEqualTo(release.shown()
				.stream()
				.map((unit) -> (unit.figure() != null) ? unit.figure().people() : null)
				.toList());
	}

	@Property(tries = 200)
	void noneAtAllLooksLikeAFew(@ForAll("agencies") Agency agency) {
		Map<String, Integer> asked = new HashMap<>();
		agency.teams().forEach((team) -> asked.put(team.id(), team.invited()));
		for (Release.Shown unit : agency.release().shown()) {
			Set<String> below = agency.below(unit.unitId());
			if (agency.answersOf(below) < 5) {
				assertThat(unit.reason()).isEqualTo("fewer than 5 answers");
				boolean anybody = below.stream().anyMatch((id) -> asked.get(id) > 0);
				assertThat(unit.blocks().isEmpty()).isEqualTo(!anybody || agency.answers().size() < 5);
			}
		}
	}

	@Test
	void aTeamOfFiveHasItsOwnFigure() {
		Release release = Agency.of(team("A", null, 40, 50, 60, 70, 80)).release();
		assertThat(release.of("A")).hasValueSatisfying((unit) -> {
			assertThat(unit.withheld()).isFalse();
			assertThat(unit.figure()).isEqualTo(new Figure(60, null, null, "5-9"));
		});
	}

	@Test
	void aSmallTeamJoinsTheSiblingWithTheFewestAnswers() {
		Release release = Agency
			.of(department("D", null), team("A", "D", 9, 40), team("B", "D", 7, 50), team("N", "D", 3, 90))
			.release();
		assertThat(blocks(release)).containsExactlyInAnyOrder(Set.of("A"), Set.of("B", "N"));
		assertThat(release.of("N")).hasValueSatisfying((unit) -> {
			assertThat(unit.reason()).isEqualTo("fewer than 5 answers");
			assertThat(release.group(unit)).containsExactly("B", "N");
			assertThat(unit.figure()).isEqualTo(new Figure(62, null, null, "10-19"));
		});
		assertThat(release.of("B")).hasValueSatisfying((unit) -> {
			assertThat(unit.reason()).isEqualTo("shown only together with others, so that a small group stays hidden");
			assertThat(unit.figure()).isEqualTo(new Figure(62, null, null, "10-19"));
		});
		assertThat(release.of("D")).hasValueSatisfying((unit) -> {
			assertThat(unit.withheld()).isFalse();
			assertThat(unit.figure()).isEqualTo(new Figure(52, null, null, "10-19"));
		});
	}

	@Test
	void equallySmallSiblingsAreJoinedInTheOrderOfTheirIds() {
		Release release = Agency
			.of(department("D", null), team("C", "D", 5, 40), team("B", "D", 5, 50), team("A", "D", 2, 90))
			.release();
		assertThat(blocks(release)).containsExactlyInAnyOrder(Set.of("A", "B"), Set.of("C"));
	}

	@Test
	void smallTeamsJoinEachOtherFirst() {
		Release release = Agency
			.of(department("D", null), team("A", "D", 9, 40), team("B", "D", 2, 50), team("C", "D", 3, 90))
			.release();
		assertThat(blocks(release)).containsExactlyInAnyOrder(Set.of("A"), Set.of("B", "C"));
	}

	@Test
	void aLoneSmallTeamGoesUpToTheNextLevel() {
		Release release = Agency
			.of(department("R", null), department("D", "R"), team("A", "D", 3, 40), team("E", "R", 6, 50),
					team("F", "R", 8, 60))
			.release();
		assertThat(blocks(release)).containsExactlyInAnyOrder(Set.of("A", "E"), Set.of("F"));
		assertThat(release.of("D")).hasValueSatisfying((unit) -> assertThat(unit.withheld()).isTrue());
	}

	@Test
	void aTeamIsNotMergedAcrossDepartmentsWithoutNeed() {
		Release release = Agency
			.of(department("R", null), department("D", "R"), team("A", "D", 3, 40), team("B", "D", 9, 50),
					department("E", "R"), team("C", "E", 2, 60), team("F", "E", 4, 60))
			.release();
		assertThat(blocks(release)).containsExactlyInAnyOrder(Set.of("A", "B"), Set.of("C", "F"));
	}

	@Test
	void aDepartmentsOwnMembersAreABlockOfTheirOwn() {
		Release release = Agency.of(team("D", null, 6, 20), team("A", "D", 7, 50)).release();
		assertThat(blocks(release)).containsExactlyInAnyOrder(Set.of("A"), Set.of("D"));
		assertThat(release.of("D"))
			.hasValueSatisfying((unit) -> assertThat(unit.figure()).isEqualTo(new Figure(36, null, null, "10-19")));
	}

	@Test
	void aSmallRemainderAtTheTopJoinsTheRest() {
		Release release = Agency.of(team("A", null, 3, 20), team("B", null, 7, 50)).release();
		assertThat(blocks(release)).containsExactly(Set.of("A", "B"));
	}

	@Test
	void fewerThanFiveAnswersInAllArePublishedNowhere() {
		Release release = Agency.of(department("D", null), team("A", "D", 2, 40), team("B", "D", 2, 50)).release();
		assertThat(release.blocks()).isEmpty();
		assertThat(release.shown()).allSatisfy((unit) -> {
			assertThat(unit.reason()).isEqualTo("fewer than 5 answers");
			assertThat(unit.figure()).isNull();
		});
	}

	@Test
	void aTeamOfWhichNobodyAnsweredIsHiddenLikeASmallOne() {
		Release release = Agency.of(department("D", null), team("A", "D", 7, 40), team("B", "D", 0, 0)).release();
		assertThat(blocks(release)).containsExactly(Set.of("A", "B"));
		assertThat(release.of("A")).hasValueSatisfying((unit) -> assertThat(unit.withheld()).isTrue());
	}

	@Test
	void theSettingRaisesTheSmallestGroup() {
		Agency agency = Agency.of(team("A", null, 6, 40), team("B", null, 9, 50));
		assertThat(Agency.release(agency.closed(), agency.answers(), 8).blocks()).hasSize(1);
		assertThat(agency.release().blocks()).hasSize(2);
	}

	@Test
	void nothingLowersTheSmallestGroupBelowFive() {
		Agency agency = Agency.of(team("A", null, 4, 40), team("B", null, 4, 50));
		List<Answer> answers = agency.answers()
			.stream()
			.map((answer) -> Agency.answer(answer.unitId(), answer.scores().get("strain"), 1))
			.toList();
		Release release = Agency.release(agency.closed(), answers, 2);
		assertThat(release.minimumGroup()).isEqualTo(5);
		assertThat(release.blocks()).hasSize(1);
	}

	@Test
	void theLargestGroupPromisedWithAnAnswerHoldsForTheCycle() {
		Agency agency = Agency.of(team("A", null, 6, 40), team("B", null, 9, 50));
		List<Answer> answers = new ArrayList<>(agency.answers());
		answers.set(0, Agency.answer("A", 40, 7));
		Release release = Agency.release(agency.closed(), answers, 5);
		assertThat(release.minimumGroup()).isEqualTo(7);
		assertThat(blocks(release)).containsExactly(Set.of("A", "B"));
	}

	@Test
	void anErasedAnswerIsNotPublished() {
		Agency agency = Agency.of(team("A", null, 0, 50, 50, 50, 50, 50));
		List<Answer> answers = new ArrayList<>(agency.answers());
		answers.set(0, answers.get(0).erase());
		Release release = Agency.release(agency.closed(), answers, 5);
		assertThat(release.of("A"))
			.hasValueSatisfying((unit) -> assertThat(unit.figure()).isEqualTo(new Figure(50, null, null, "5-9")));
	}

	@Test
	void aUnitThatDidNotExistIsNotShown() {
		assertThat(Agency.of(team("A", null, 6, 40)).release().of("B")).isEmpty();
	}

	private static Set<Set<String>> blocks(Release release) {
		Set<Set<String>> blocks = new HashSet<>();
		release.blocks().forEach((block) -> blocks.add(Set.copyOf(block.unitIds())));
		return blocks;
	}

	@Provide
	static Arbitrary<Agency> agencies() {
		return Agencies.any();
	}

}
