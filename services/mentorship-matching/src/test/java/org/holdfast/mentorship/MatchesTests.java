package org.holdfast.mentorship;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.holdfast.defaults.test.WholeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.mentorship.People.mentee;
import static org.holdfast.mentorship.People.mentor;

@WholeService
class MatchesTests {

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
		this.matches.offer("m", 2);
		assertThat(this.matches.begin("first-1", pair("m", "first"))).isTrue();
		List<Boolean> begun = atOnce(50, (i) -> this.matches.begin("n" + i + "-1", pair("m", "n" + i)));
		assertThat(begun).filteredOn((won) -> won).hasSize(1);
		assertThat(this.matches.all()).filteredOn(Match::isActive).hasSize(2);
		assertThat(mentorOf("m").places()).hasSize(2);
	}

	@Test
	void ofFiftyMentorsForOneMenteeExactlyOneStaysAndTheOthersKeepTheirPlace() throws Exception {
		IntStream.range(0, 50).forEach((i) -> this.matches.offer("m" + i, 1));
		List<Boolean> begun = atOnce(50, (i) -> this.matches.begin("n-1", pair("m" + i, "n")));
		assertThat(begun).filteredOn((won) -> won).hasSize(1);
		Match match = this.matches.all().getFirst();
		assertThat(this.matches.all()).singleElement().satisfies((only) -> assertThat(only.isActive()).isTrue());
		assertThat(this.matches.mentors()).filteredOn((mentor) -> !mentor.places().isEmpty())
			.extracting(Mentor::id)
			.containsExactly(match.mentorId());
	}

	@Test
	void theSameDecisionTakenByFiftyIsOnePair() throws Exception {
		this.matches.offer("m", 3);
		List<Boolean> begun = atOnce(50, (i) -> this.matches.begin("n-1", pair("m", "n")));
		assertThat(begun).containsOnly(true);
		assertThat(this.matches.all()).hasSize(1);
		assertThat(mentorOf("m").places()).containsExactly("n-1");
	}

	@Test
	void anEndFreesThePlaceForAnother() {
		this.matches.offer("m", 1);
		this.matches.begin("a-1", pair("m", "a"));
		assertThat(this.matches.begin("b-1", pair("m", "b"))).isFalse();
		this.matches.end("a-1", "bothOptedIn");
		this.matches.end("a-1", "said twice");
		assertThat(this.matches.begin("b-1", pair("m", "b"))).isTrue();
		assertThat(this.matches.of("a")).singleElement().satisfies((ended) -> {
			assertThat(ended.state()).isEqualTo(Match.State.ENDED);
			assertThat(ended.because()).isEqualTo("bothOptedIn");
		});
	}

	@Test
	void whoeverIsLateCannotReviveWhatHasEnded() {
		this.matches.offer("m", 1);
		this.matches.begin("a-1", pair("m", "a"));
		this.matches.end("a-1", "bothActive");
		assertThat(this.matches.begin("a-1", pair("m", "a"))).isFalse();
		assertThat(mentorOf("m").places()).isEmpty();
	}

	@Test
	void aLowerCapacitySendsNobodyAwayAndLetsNobodyIn() {
		this.matches.offer("m", 2);
		this.matches.begin("a-1", pair("m", "a"));
		this.matches.begin("b-1", pair("m", "b"));
		this.matches.offer("m", 1);
		assertThat(mentorOf("m").places()).containsExactlyInAnyOrder("a-1", "b-1");
		this.matches.end("a-1", "bothOptedIn");
		assertThat(this.matches.begin("c-1", pair("m", "c"))).isFalse();
	}

	@Test
	void whatWasWithdrawnCannotBeginUnderThatIdAnyMore() {
		this.matches.offer("m", 1);
		assertThat(this.matches.claim("a-1", "m")).isTrue();
		this.matches.withdraw("a-1", "m", "bothOptedIn");
		assertThat(this.matches.confirm("a-1", pair("m", "a"))).isFalse();
		assertThat(mentorOf("m").places()).isEmpty();
	}

	private Mentor mentorOf(String id) {
		return this.matches.mentors().stream().filter((mentor) -> mentor.id().equals(id)).findFirst().orElseThrow();
	}

	private static Pair pair(String mentorId, String menteeId) {
		Colleague mentor = mentor(mentorId, 1);
		Colleague mentee = mentee(menteeId);
		List<Colleague> people = List.of(mentor, mentee);
		return new Pair(new Agency(people, people.stream().map(People::unitOf).toList()), mentor, mentee, 0);
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
