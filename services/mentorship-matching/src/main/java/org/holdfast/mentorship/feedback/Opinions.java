package org.holdfast.mentorship.feedback;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.holdfast.defaults.outbox.Aggregates;
import org.holdfast.defaults.outbox.Change;
import org.holdfast.defaults.outbox.Outbox;
import org.holdfast.defaults.vault.Vault;
import org.holdfast.mentorship.feedback.Opinion.Given;
import org.holdfast.mentorship.gathering.Gathering;
import org.holdfast.mentorship.gathering.Kept;

import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/**
 * Keeps what people think, encrypted under their own key, quarter by quarter: what
 * somebody says later does not change what they had said when a quarter ended.
 */
@Component
class Opinions implements Kept {

	private final Aggregates<Opinion> opinions;

	private final Vault vault;

	private final Clock clock;

	Opinions(Outbox outbox, Vault vault, Clock clock) {
		this.opinions = outbox.aggregates(Opinion.class, "opinions");
		this.vault = vault;
		this.clock = clock;
	}

	List<Opinion> from(Side side) {
		return this.opinions.find(Query.query(Criteria.where("side").is(side.name())));
	}

	/**
	 * Keeps what a person thinks of a gathering now.
	 * @param answers to the items of the side, in their order
	 */
	Given give(Gathering gathering, Side side, String by, List<Integer> answers) {
		String id = Opinion.id(side, by);
		Instant now = this.clock.instant();
		Quarter quarter = Quarter.of(now);
		String text = answers.stream().map(String::valueOf).collect(Collectors.joining(","));
		Given given = new Given(gathering.path(), quarter, now,
				this.vault.seal(by, id, Given.field(gathering.path(), quarter), text));
		this.opinions.change(id,
				(found) -> Change
					.to(found.orElseGet(() -> new Opinion(id, by, side, UUID.randomUUID().toString(), List.of()))
						.giving(given)));
		return given;
	}

	/** What a person said last about a gathering. */
	Optional<Given> own(Gathering gathering, Side side, String by) {
		return this.opinions.find(Opinion.id(side, by)).flatMap((opinion) -> opinion.about(gathering.path()));
	}

	/**
	 * The answers, readable.
	 * @return empty once the person is erased
	 */
	Optional<List<Integer>> answers(Side side, String by, Given given) {
		return this.vault
			.open(by, Opinion.id(side, by), Given.field(given.gathering(), given.quarter()), given.answers())
			.map((text) -> Stream.of(text.split(",")).map(Integer::valueOf).toList());
	}

	/** Whoever was counted stays known as such, by their token. */
	@Override
	public void removeIf(Predicate<String> gone) {
		this.opinions.findAll()
			.stream()
			.filter((opinion) -> opinion.given().stream().anyMatch((given) -> gone.test(given.gathering())))
			.forEach((opinion) -> this.opinions.change(opinion.id(),
					(found) -> found
						.map((present) -> Change.to(present.without((given) -> gone.test(given.gathering()))))
						.orElseGet(Change::none)));
	}

	@Override
	public void forget(String staffId) {
		this.opinions.find(Query.query(Criteria.where("by").is(staffId)))
			.forEach((opinion) -> this.opinions.remove(opinion.id(), (last) -> List.of()));
	}

}
