package org.holdfast.checkin.help;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

import org.holdfast.checkin.access.AccessLog;
import org.holdfast.checkin.notice.Notices;
import org.holdfast.checkin.people.Erased;
import org.holdfast.checkin.people.Participant;
import org.holdfast.checkin.people.Participants;
import org.holdfast.defaults.outbox.Change;
import org.holdfast.defaults.problem.Refusal;
import org.holdfast.defaults.time.ClockMoved;
import org.holdfast.defaults.vault.Sealed;
import org.holdfast.defaults.vault.Vault;
import org.jspecify.annotations.Nullable;

import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Takes requests for help through what people and the clock do to them.
 */
@Component
class Helping {

	private final HelpRequests requests;

	private final Addressees addressees;

	private final Participants participants;

	private final Vault vault;

	private final AccessLog log;

	private final HelpSettings settings;

	private final Clock clock;

	Helping(HelpRequests requests, Addressees addressees, Participants participants, Vault vault, AccessLog log,
			HelpSettings settings, Clock clock) {
		this.requests = requests;
		this.addressees = addressees;
		this.participants = participants;
		this.vault = vault;
		this.log = log;
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * Asks for help; durable when it returns, and the same again changes nothing.
	 * @param words null for none
	 * @throws Refusal if there is nobody to ask (409), or something else was asked for
	 * under this id (409)
	 */
	HelpRequest ask(String askerId, String id, Wish wish, @Nullable String words) {
		Participant asker = this.participants.active(askerId).orElseThrow(Participants::unknown);
		Optional<HelpRequest> present = this.requests.find(id);
		if (present.isPresent()) {
			present.get().requireSame(askerId, wish, sameWords(present.get(), askerId, words));
			return present.get();
		}
		Target first = this.addressees.resolve(asker, wish.kind(), wish.personId());
		List<Target> next = wish.goesOnTo()
			.stream()
			.map((target) -> this.addressees.resolve(asker, target.kind(), target.personId()))
			.filter((target) -> !target.equals(first))
			.distinct()
			.toList();
		Sealed sealed = (words != null) ? this.vault.seal(askerId, id, HelpRequest.WORDS, words) : null;
		Circumstances now = circumstances(askerId, wish.urgency());
		HelpRequest wanted = new HelpRequest(id, askerId, wish, now.now(), sealed, Course.begun(first, next, now),
				Notices.none());
		HelpRequest asked = this.requests.change(id, (found) -> HelpRequest.asked(found, wanted,
				found.filter((other) -> !sameWords(other, askerId, words)).isEmpty(), now));
		if (!this.participants.knows(askerId)) {
			// erased meanwhile, and the erasure may have looked for requests before
			this.requests.remove(asked);
			throw Participants.unknown();
		}
		return asked;
	}

	private boolean sameWords(HelpRequest request, String askerId, @Nullable String words) {
		if (request.course().state() == State.WITHDRAWN) {
			// the words are gone; a late retry must not bring them back
			return true;
		}
		return request.askerId().equals(askerId) && Optional.ofNullable(words).equals(ownWords(request));
	}

	/** A person's own requests, the newest first. */
	List<HelpRequest> of(String askerId) {
		return this.requests.of(askerId);
	}

	Optional<String> ownWords(HelpRequest request) {
		return Optional.ofNullable(request.words())
			.flatMap((sealed) -> this.vault.open(request.askerId(), request.id(), HelpRequest.WORDS, sealed));
	}

	HelpRequest withdraw(String askerId, String id) {
		requireOwn(askerId, id);
		return this.requests.change(id, (found) -> {
			HelpRequest request = found.orElseThrow(HelpRequest::notFound);
			return request.withdrawn(circumstances(request));
		});
	}

	HelpRequest close(String askerId, String id) {
		requireOwn(askerId, id);
		return this.requests.change(id, (found) -> {
			HelpRequest request = found.orElseThrow(HelpRequest::notFound);
			return request.closed(askerId, circumstances(request));
		});
	}

	private void requireOwn(String askerId, String id) {
		this.requests.find(id)
			.filter((request) -> request.askerId().equals(askerId))
			.orElseThrow(HelpRequest::notFound);
	}

	/** What is addressed to a person, the newest first; kept in the access log. */
	List<HelpRequest> addressedTo(String staffId) {
		Optional<Participant> reader = this.participants.active(staffId);
		if (reader.isEmpty()) {
			return List.of();
		}
		List<Kind> groups = Arrays.stream(Kind.values())
			.filter((kind) -> kind.role() != null && reader.get().roles().contains(kind.role()))
			.toList();
		List<HelpRequest> visible = this.requests.perhapsFor(staffId, groups)
			.stream()
			.filter((request) -> request.isVisibleTo(staffId, circumstances(request)))
			.toList();
		visible
			.forEach((request) -> this.log.read(staffId, request.askerId(), AccessLog.What.HELP_REQUEST, request.id()));
		return visible;
	}

	/**
	 * Lets somebody read a request that is addressed to them; kept in the access log, and
	 * seen from now on.
	 * @throws Refusal (404) if it is none of theirs
	 */
	Opened open(String staffId, String id) {
		HelpRequest request = visible(staffId, id);
		Circumstances now = circumstances(request);
		this.log.read(staffId, request.askerId(), AccessLog.What.HELP_REQUEST, id);
		HelpRequest seen = this.requests.change(id,
				(found) -> found.orElseThrow(HelpRequest::notFound).seen(staffId, now));
		if (!seen.isVisibleTo(staffId, now)) {
			throw HelpRequest.notFound();
		}
		if (seen.words() == null || !seen.sharesWordsWith(staffId, now)) {
			return new Opened(seen, null);
		}
		this.log.read(staffId, request.askerId(), AccessLog.What.WORDS, id);
		return new Opened(seen, ownWords(seen).orElse(null));
	}

	HelpRequest accept(String staffId, String id) {
		return react(staffId, id, (request, now) -> request.accepted(staffId, now));
	}

	HelpRequest decline(String staffId, String id) {
		return react(staffId, id, (request, now) -> request.declined(staffId, now));
	}

	HelpRequest closeAsHelper(String staffId, String id) {
		return react(staffId, id, (request, now) -> request.closed(staffId, now));
	}

	private HelpRequest react(String staffId, String id,
			BiFunction<HelpRequest, Circumstances, Change<HelpRequest>> reaction) {
		if (this.participants.active(staffId).isEmpty()) {
			throw HelpRequest.notFound();
		}
		return this.requests.change(id, (found) -> {
			// asking oneself is the other side's business
			HelpRequest request = found.filter((each) -> !each.askerId().equals(staffId))
				.orElseThrow(HelpRequest::notFound);
			return reaction.apply(request, circumstances(request));
		});
	}

	private HelpRequest visible(String staffId, String id) {
		return this.requests.find(id)
			.filter((request) -> this.participants.active(staffId).isPresent()
					&& request.isVisibleTo(staffId, circumstances(request)))
			.orElseThrow(HelpRequest::notFound);
	}

	@Scheduled(fixedDelay = 5000)
	void everyFewSeconds() {
		runDue();
	}

	/** Returns when everything that became due is done. */
	@EventListener
	void on(ClockMoved moved) {
		runDue();
	}

	private void runDue() {
		Instant now = this.clock.instant();
		for (HelpRequest due : this.requests.due(now)) {
			this.requests.change(due.id(),
					(found) -> found.map((request) -> request.overdue(circumstances(request))).orElseGet(Change::none));
		}
		this.requests.overBefore(now.minus(this.settings.keep())).forEach(this.requests::remove);
	}

	/**
	 * What the person asked for goes; where somebody else had asked them, only their name
	 * goes, and it is the next one's turn.
	 */
	@EventListener
	void on(Erased person) {
		this.requests.of(person.staffId()).forEach(this.requests::remove);
		for (HelpRequest naming : this.requests.naming(person.staffId())) {
			this.requests.change(naming.id(),
					(found) -> found.map((request) -> request.without(person.staffId(), circumstances(request)))
						.orElseGet(Change::none));
		}
	}

	private Circumstances circumstances(HelpRequest request) {
		return circumstances(request.askerId(), request.wish().urgency());
	}

	private Circumstances circumstances(String askerId, Urgency urgency) {
		return new Circumstances(this.clock.instant(), (target) -> this.addressees.of(askerId, target),
				(kind) -> this.settings.within(kind, urgency));
	}

	/**
	 * A request in the hands of somebody it is addressed to.
	 *
	 * @param words null where there are none, or none for this reader
	 */
	record Opened(HelpRequest request, @Nullable String words) {

	}

}
