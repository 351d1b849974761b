package org.holdfast.mentorship.relationship;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.holdfast.defaults.problem.Refusal;
import org.holdfast.defaults.test.WholeService;
import org.holdfast.mentorship.fit.Pair;
import org.holdfast.mentorship.fit.Programme;
import org.holdfast.mentorship.matching.Matching;
import org.holdfast.mentorship.people.Agency;
import org.holdfast.mentorship.people.Circumstances;
import org.holdfast.mentorship.people.Colleague;
import org.holdfast.mentorship.people.People;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.holdfast.mentorship.people.People.mentee;
import static org.holdfast.mentorship.people.People.mentor;

@WholeService
class MatchesTests {

	@Autowired
	private Places places;

	@Autowired
	private Matches matches;

	@Autowired
	private MongoOperations mongo;

	/** Nobody settles in between. */
	@MockitoBean
	private Matching matching;

	@BeforeEach
	void nobodyIsPaired() {
		this.mongo.remove(new Query(), "mentors");
		this.mongo.remove(new Query(), "matches");
	}

	@Test
	void ofFiftyWhoWantTheLastPlaceExactlyOneGetsIt() throws Exception {
		this.places.offer("m", 2);
		assertThat(this.matches.propose("first-1", pair("m", "first"))).isTrue();
		List<Boolean> begun = atOnce(50, (i) -> this.matches.propose("n" + i + "-1", pair("m", "n" + i)));
		assertThat(begun).filteredOn((won) -> won).hasSize(1);
		assertThat(this.matches.all()).filteredOn(Match::isOpen).hasSize(2);
		assertThat(mentorOf("m").places()).hasSize(2);
	}

	/** The mentor said yes to all of them, and then had less time than thought. */
	@Test
	void ofFiftyWhoAcceptAMentorWithOnePlaceLeftExactlyOneBeginsAndTheOthersAreTold() throws Exception {
		this.places.offer("m", 50);
		for (int i = 0; i < 50; i++) {
			this.matches.propose("n" + i + "-1", pair("m", "n" + i));
			this.matches.accept("m", "n" + i + "-1");
		}
		this.places.offer("m", 1);
		List<String> answers = atOnce(50, (i) -> {
			try {
				return this.matches.accept("n" + i, "n" + i + "-1").state().name();
			}
			catch (Refusal refused) {
				return refused.slug();
			}
		});
		assertThat(answers).containsOnly("ACTIVE", "no-place-left").filteredOn("ACTIVE"::equals).hasSize(1);
		assertThat(this.matches.all()).filteredOn(Match::isLiving).hasSize(1);
		assertThat(this.matches.all()).filteredOn(Match::isOpen).hasSize(1);
		assertThat(mentorOf("m").places()).hasSize(1).isEqualTo(mentorOf("m").taken());
	}

	@Test
	void aRelationshipBeginsOnceBothHaveSaidYesInWhicheverOrderOrAtOnce() throws Exception {
		this.places.offer("m", 30);
		for (int i = 0; i < 30; i++) {
			String id = "n" + i + "-1";
			String mentee = "n" + i;
			this.matches.propose(id, pair("m", mentee));
			atOnce(2, (side) -> this.matches.accept((side == 0) ? "m" : mentee, id));
			assertThat(this.matches.of(mentee, id).state()).isEqualTo(Match.State.ACTIVE);
		}
	}

	@Test
	void eitherRestsGoesOnOrEndsAndNothingTellsWhoDid() {
		this.places.offer("m", 1);
		this.matches.propose("a-1", pair("m", "a"));
		assertThat(this.matches.accept("a", "a-1").state()).isEqualTo(Match.State.PROPOSED);
		assertThat(this.matches.accept("a", "a-1").state()).isEqualTo(Match.State.PROPOSED);
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> this.matches.pause("a", "a-1"))
			.returns("match-is-over", Refusal::slug);
		Match begun = this.matches.accept("m", "a-1");
		assertThat(begun.state()).isEqualTo(Match.State.ACTIVE);
		assertThat(this.matches.pause("m", "a-1").state()).isEqualTo(Match.State.PAUSED);
		assertThat(this.matches.accept("a", "a-1")).isEqualTo(begun);
		Match byMentee = this.matches.leave("a", "a-1");
		assertThat(byMentee.state()).isEqualTo(Match.State.ENDED);
		assertThat(this.matches.leave("m", "a-1")).isEqualTo(byMentee);
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> this.matches.accept("a", "a-1"))
			.returns("match-is-over", Refusal::slug);
		assertThat(mentorOf("m").places()).isEmpty();
		assertThat(mentorOf("m").taken()).isEmpty();
	}

	@Test
	void nobodyDecidesForOthers() {
		this.places.offer("m", 1);
		this.matches.propose("a-1", pair("m", "a"));
		for (Attempt<Match> attempt : List.<Attempt<Match>>of((i) -> this.matches.accept("b", "a-1"),
				(i) -> this.matches.pause("b", "a-1"), (i) -> this.matches.leave("b", "a-1"),
				(i) -> this.matches.leave("b", "unheard-of-1"))) {
			assertThatExceptionOfType(Refusal.class).isThrownBy(() -> attempt.by(0))
				.returns("no-such-match", Refusal::slug);
		}
		assertThat(this.matches.of("a", "a-1").accepted()).isEmpty();
	}

	@Test
	void ofFiftyMentorsForOneMenteeExactlyOneStaysAndTheOthersKeepTheirPlace() throws Exception {
		IntStream.range(0, 50).forEach((i) -> this.places.offer("m" + i, 1));
		List<Boolean> begun = atOnce(50, (i) -> this.matches.propose("n-1", pair("m" + i, "n")));
		assertThat(begun).filteredOn((won) -> won).hasSize(1);
		Match match = this.matches.all().getFirst();
		assertThat(this.matches.all()).singleElement().satisfies((only) -> assertThat(only.isOpen()).isTrue());
		assertThat(this.places.mentors()).filteredOn((mentor) -> !mentor.places().isEmpty())
			.extracting(Mentor::id)
			.containsExactly(match.mentorId());
	}

	@Test
	void theSameDecisionTakenByFiftyIsOnePair() throws Exception {
		this.places.offer("m", 3);
		List<Boolean> begun = atOnce(50, (i) -> this.matches.propose("n-1", pair("m", "n")));
		assertThat(begun).containsOnly(true);
		assertThat(this.matches.all()).hasSize(1);
		assertThat(mentorOf("m").places()).containsExactly("n-1");
	}

	@Test
	void anEndFreesThePlaceForAnother() {
		this.places.offer("m", 1);
		this.matches.propose("a-1", pair("m", "a"));
		assertThat(this.matches.propose("b-1", pair("m", "b"))).isFalse();
		this.matches.endByRule("a-1", "bothOptedIn");
		this.matches.endByRule("a-1", "saidTwice");
		assertThat(this.matches.propose("b-1", pair("m", "b"))).isTrue();
		assertThat(this.matches.of("a")).singleElement().satisfies((ended) -> {
			assertThat(ended.state()).isEqualTo(Match.State.ENDED);
			assertThat(ended.end()).isNotNull().extracting(Match.End::rule).isEqualTo("bothOptedIn");
		});
	}

	@Test
	void whoeverIsLateCannotReviveWhatHasEnded() {
		this.places.offer("m", 1);
		this.matches.propose("a-1", pair("m", "a"));
		this.matches.endByRule("a-1", "bothActive");
		assertThat(this.matches.propose("a-1", pair("m", "a"))).isFalse();
		assertThat(mentorOf("m").places()).isEmpty();
	}

	@Test
	void aLowerCapacitySendsNobodyAwayAndLetsNobodyIn() {
		this.places.offer("m", 2);
		this.matches.propose("a-1", pair("m", "a"));
		this.matches.propose("b-1", pair("m", "b"));
		this.places.offer("m", 1);
		assertThat(mentorOf("m").places()).containsExactlyInAnyOrder("a-1", "b-1");
		this.matches.endByRule("a-1", "bothOptedIn");
		assertThat(this.matches.propose("c-1", pair("m", "c"))).isFalse();
	}

	@Test
	void whatWasWithdrawnCannotBeginUnderThatIdAnyMore() {
		this.places.offer("m", 1);
		assertThat(this.places.claim("a-1", "m")).isTrue();
		this.matches.withdraw("a-1", "m");
		assertThat(this.matches.confirm("a-1", pair("m", "a"))).isFalse();
		assertThat(mentorOf("m").places()).isEmpty();
	}

	private Mentor mentorOf(String id) {
		return this.places.mentors().stream().filter((mentor) -> mentor.id().equals(id)).findFirst().orElseThrow();
	}

	private static Suggestion pair(String mentorId, String menteeId) {
		Colleague mentor = mentor(mentorId, 1);
		Colleague mentee = mentee(menteeId);
		List<Colleague> people = List.of(mentor, mentee);
		return Suggestion
			.of(new Pair(new Agency(people, people.stream().map(People::unitOf).toList(), Circumstances.NONE),
					Programme.USUAL, mentor, mentee, 0));
	}

	private static <T> List<T> atOnce(int threads, Attempt<T> attempt) throws Exception {
		CountDownLatch start = new CountDownLatch(1);
		try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
			List<Future<T>> attempts = new ArrayList<>();
			for (int i = 0; i < threads; i++) {
				int number = i;
				Callable<T> task = () -> {
					start.await();
					return attempt.by(number);
				};
				attempts.add(executor.submit(task));
			}
			start.countDown();
			List<T> results = new ArrayList<>();
			for (Future<T> each : attempts) {
				results.add(each.get());
			}
			return results;
		}
	}

	private interface Attempt<T> {

		T by(int number);

	}

}
