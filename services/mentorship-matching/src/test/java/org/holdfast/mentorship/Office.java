package org.holdfast.mentorship;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import org.bson.Document;
import org.holdfast.defaults.inbox.Received;
import org.holdfast.defaults.test.Tokens;
import org.holdfast.mentorship.fit.Pair;
import org.holdfast.mentorship.fit.Programme;
import org.holdfast.mentorship.matching.Matching;
import org.holdfast.mentorship.people.Agency;
import org.holdfast.mentorship.people.Circumstances;
import org.holdfast.mentorship.people.Colleague;
import org.holdfast.mentorship.people.People;
import org.holdfast.mentorship.people.Unit;
import org.holdfast.mentorship.relationship.Match;
import org.holdfast.mentorship.relationship.Matches;
import org.holdfast.mentorship.relationship.Places;
import org.holdfast.mentorship.relationship.Suggestion;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Lazy;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * People who work together, and what they do over HTTP; to be imported by tests of the
 * whole service.
 */
@Lazy
public final class Office {

	private final Matching matching;

	private final Places places;

	private final Matches matches;

	private final MongoOperations mongo;

	private final String url;

	private final Map<String, Integer> sequences = new HashMap<>();

	public Office(Matching matching, Places places, Matches matches, MongoOperations mongo, @LocalServerPort int port) {
		this.matching = matching;
		this.places = places;
		this.matches = matches;
		this.mongo = mongo;
		this.url = "http://localhost:" + port;
	}

	/** Settles by itself practically never, on a clock that the test sets. */
	public static void quiet(DynamicPropertyRegistry settings) {
		Stream.of("quiet", "at-latest", "sweep")
			.forEach((setting) -> settings.add("holdfast.mentorship." + setting, () -> "1h"));
		settings.add("holdfast.simulated-clock", () -> true);
	}

	/** Profile tells of people, who work in a unit of their own each. */
	public void tell(Colleague... people) {
		for (Colleague person : people) {
			Unit unit = People.unitOf(person);
			this.matching.onUnit(new Received<>(unit.unitId(), nextSequence(unit.unitId()), Instant.now(), unit));
			this.matching
				.onColleague(new Received<>(person.staffId(), nextSequence(person.staffId()), Instant.now(), person));
		}
	}

	public void erase(String staffId) {
		this.matching.onColleague(new Received<>(staffId, nextSequence(staffId), Instant.now(), null));
	}

	/**
	 * Two people whom profile tells of become mentor and mentee.
	 * @return id of the match
	 */
	public String pair(String mentorId, String menteeId) {
		Colleague mentor = People.mentor(mentorId, 50);
		Colleague mentee = People.mentee(menteeId);
		tell(mentor, mentee);
		this.places.offer(mentorId, 50);
		String id = Match.id(menteeId,
				1 + this.matches.all()
					.stream()
					.filter((match) -> match.menteeId().equals(menteeId))
					.mapToInt(Match::ordinal)
					.max()
					.orElse(0));
		assertThat(this.matches.propose(id,
				Suggestion.of(new Pair(new Agency(List.of(mentor, mentee), List.of(), Circumstances.NONE),
						Programme.USUAL, mentor, mentee, 0))))
			.isTrue();
		for (String staffId : List.of(mentorId, menteeId)) {
			assertThat(put(staffId, "/me/matches/" + id + "/state", "{\"state\": \"active\"}").status()).isEqualTo(200);
		}
		return id;
	}

	public Answer get(String staffId, String path) {
		return send(HttpMethod.GET, Tokens.staff(staffId), path, null);
	}

	public Answer put(String staffId, String path, String body) {
		return send(HttpMethod.PUT, Tokens.staff(staffId), path, body);
	}

	public Answer delete(String staffId, String path) {
		return send(HttpMethod.DELETE, Tokens.staff(staffId), path, null);
	}

	/**
	 * Sends a request as anybody.
	 * @param token null for nobody
	 */
	public Answer send(HttpMethod method, @Nullable String token, String path, @Nullable String body) {
		RestClient.RequestBodySpec request = RestClient.create(this.url).method(method).uri(path);
		if (token != null) {
			request.header("Authorization", "Bearer " + token);
		}
		if (body != null) {
			request.contentType(MediaType.APPLICATION_JSON).body(body);
		}
		return request.exchange((sent, answer) -> new Answer(answer.getStatusCode().value(),
				String.valueOf(answer.getHeaders().getContentType()),
				new String(answer.getBody().readAllBytes(), StandardCharsets.UTF_8)));
	}

	/** What several calls that begin together return. */
	public static <T> List<T> atOnce(List<Callable<T>> calls) throws Exception {
		List<T> results = new ArrayList<>();
		try (ExecutorService executor = Executors.newFixedThreadPool(calls.size())) {
			for (Future<T> each : executor.invokeAll(calls)) {
				results.add(each.get());
			}
		}
		return results;
	}

	/** Everything in the database but the shells and what was told. */
	public List<String> state() {
		return documents().filter((document) -> !document.containsKey("_gone")).map((document) -> {
			document.remove("_outbox");
			return document.toJson();
		}).toList();
	}

	/** Everything in the database as it is. */
	public List<String> everything() {
		return documents().map(Document::toJson).toList();
	}

	private Stream<Document> documents() {
		return this.mongo.getCollectionNames()
			.stream()
			.filter((collection) -> !collection.startsWith("system."))
			.flatMap((collection) -> this.mongo.find(new Query(), Document.class, collection).stream());
	}

	private int nextSequence(String id) {
		return this.sequences.merge(id, 1, Integer::sum);
	}

	/** What came back. */
	public record Answer(int status, String type, String body) {

		public JsonNode json() {
			assertThat(this.status).as(this.body).isEqualTo(200);
			return JsonMapper.shared().readTree(this.body);
		}

		/** The kind of the problem. */
		public String problem() {
			return JsonMapper.shared().readTree(this.body).get("type").asString().replace("urn:holdfast:problem:", "");
		}

	}

}
