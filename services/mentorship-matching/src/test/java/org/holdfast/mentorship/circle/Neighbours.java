package org.holdfast.mentorship.circle;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

import org.bson.Document;
import org.holdfast.defaults.inbox.Received;
import org.holdfast.defaults.test.Tokens;
import org.holdfast.mentorship.matching.Matching;
import org.holdfast.mentorship.people.Colleague;
import org.holdfast.mentorship.people.Colleague.AsPeer;
import org.holdfast.mentorship.people.Colleague.Mentoring;
import org.holdfast.mentorship.people.People;
import org.holdfast.mentorship.people.Unit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * People who would like to meet peers, and what they and HR do over HTTP.
 */
public final class Neighbours {

	public static final String HR = Tokens.of("hr", "hr");

	private final Matching matching;

	private final MongoOperations mongo;

	private final int port;

	private final Map<String, Integer> sequences = new HashMap<>();

	public Neighbours(Matching matching, MongoOperations mongo, int port) {
		this.matching = matching;
		this.mongo = mongo;
		this.port = port;
		List.of("mentors", "matches", "colleagues", "units", "participations", "circles", "circle-formings",
				"circle-inputs")
			.forEach((collection) -> this.mongo.remove(new Query(), collection));
	}

	/**
	 * Somebody who has been here for long, would like to talk about self-care, and works
	 * in a unit of their own.
	 */
	public static Colleague peer(String id) {
		return about(Set.of("self-care"), People.since(LocalDate.of(2010, 1, 1), People.person(id)));
	}

	public static Colleague about(Set<String> topics, Colleague person) {
		return opting(new AsPeer(true, true, false, topics), person);
	}

	public static Colleague opting(@Nullable AsPeer asPeer, Colleague person) {
		Mentoring said = person.mentoring();
		return People.with(person,
				new Mentoring(said.asMentor(), said.asMentee(), said.caseloads(), said.times(), said.meets(), asPeer));
	}

	/** The first so many peers. */
	public static Colleague[] peers(int count) {
		return IntStream.rangeClosed(1, count).mapToObj((i) -> peer("p" + i)).toArray(Colleague[]::new);
	}

	public void tell(Colleague... people) {
		for (Colleague person : people) {
			tell(People.unitOf(person));
			this.matching.onColleague(new Received<>(person.staffId(), next(person.staffId()), Instant.now(), person));
		}
	}

	public void tell(Unit unit) {
		this.matching.onUnit(new Received<>(unit.unitId(), next(unit.unitId()), Instant.now(), unit));
	}

	public void erase(String staffId) {
		this.matching.onColleague(new Received<>(staffId, next(staffId), Instant.now(), null));
	}

	public void settle() {
		this.matching.settle();
	}

	/** Opens a forming of circles; path of it. */
	public String open(String kind, String more) {
		String path = "/circle-formings/" + UUID.randomUUID();
		put(HR, path, "{\"kind\":\"%s\",\"name\":\"spring\",\"differentUnits\":false%s}".formatted(kind, more));
		return path;
	}

	/** Forms circles of everybody who is in none. */
	public String form(String kind) {
		String path = open(kind, "");
		put(HR, path + "/state", "{\"state\":\"published\"}");
		settle();
		return path;
	}

	/** A circle of these people alone, which has begun. */
	public String begun(Colleague... people) {
		tell(people);
		form("circle");
		String id = circleOf(people[0].staffId()).get("circleId").asString();
		for (Colleague person : people) {
			say(person.staffId(), id, "active");
		}
		return id;
	}

	public JsonNode say(String staffId, String circleId, String state) {
		return put(Tokens.staff(staffId), "/me/circles/%s/state".formatted(circleId),
				"{\"state\":\"%s\"}".formatted(state));
	}

	public JsonNode circlesOf(String staffId) {
		return get(Tokens.staff(staffId), "/me/circles");
	}

	/** The newest one. */
	public JsonNode circleOf(String staffId) {
		return circlesOf(staffId).get(0);
	}

	/** Whom a circle tells what, in order. */
	List<String> told(String circleId) {
		return this.mongo.find(Query.query(Criteria.where("_id").is(circleId)), Document.class, "circles")
			.getFirst()
			.getList("told", String.class)
			.stream()
			.map((notice) -> notice.substring(circleId.length() + 1))
			.sorted()
			.toList();
	}

	/** What is stored about circles, without what was told. */
	String circles() {
		return this.mongo.find(new Query(), Document.class, "circles")
			.stream()
			.filter((document) -> !document.containsKey("_gone"))
			.map((document) -> {
				document.remove("_outbox");
				return document.toJson();
			})
			.toList()
			.toString();
	}

	public static List<String> ids(JsonNode people) {
		return people.valueStream().map((person) -> person.get("staffId").asString()).toList();
	}

	public JsonNode get(String token, String path) {
		return send(HttpMethod.GET, path, token, null, 200);
	}

	public JsonNode put(String token, String path, String body) {
		return send(HttpMethod.PUT, path, token, body, 200);
	}

	public JsonNode send(HttpMethod method, String path, String token, @Nullable String body, int status) {
		List<JsonNode> answers = new ArrayList<>();
		assertThat(attempt(method, path, token, body, answers)).as("%s %s: %s", method, path, answers)
			.isEqualTo(status);
		return answers.getFirst();
	}

	/** The status. */
	public int attempt(HttpMethod method, String path, String token, @Nullable String body, List<JsonNode> answers) {
		RestClient.RequestBodySpec request = RestClient.create("http://localhost:" + this.port)
			.method(method)
			.uri(path)
			.header("Authorization", "Bearer " + token);
		if (body != null) {
			request.contentType(MediaType.APPLICATION_JSON).body(body);
		}
		return Objects.requireNonNull(request.exchange((sent, answer) -> {
			answers
				.add(Objects.requireNonNullElse(answer.bodyTo(JsonNode.class), JsonNodeFactory.instance.objectNode()));
			return answer.getStatusCode().value();
		}));
	}

	private int next(String id) {
		return this.sequences.merge(id, 1, Integer::sum);
	}

}
