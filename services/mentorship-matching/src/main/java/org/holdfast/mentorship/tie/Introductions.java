package org.holdfast.mentorship.tie;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import org.holdfast.defaults.outbox.Aggregates;
import org.holdfast.defaults.outbox.Change;
import org.holdfast.defaults.outbox.Outbox;
import org.holdfast.defaults.problem.Refusal;
import org.holdfast.defaults.time.ClockMoved;
import org.holdfast.mentorship.notice.Notice;
import org.holdfast.mentorship.participation.Participations;
import org.holdfast.mentorship.people.Agency;
import org.holdfast.mentorship.people.Colleague;
import org.holdfast.mentorship.people.Directory;
import org.holdfast.mentorship.people.Heard;
import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks for somebody who knows about a topic, one person after the other.
 * <p>
 * Who is to be asked is claimed in their {@link Contact} first and then noted in the
 * {@link Introduction}; whoever finds another noted there gives the claim back. So each
 * step may be repeated by anybody at any time.
 */
@Component
@Lazy(false)
class Introductions {

	private final Aggregates<Introduction> introductions;

	private final Contacts contacts;

	private final Directory directory;

	private final Participations participations;

	private final Clock clock;

	Introductions(Outbox outbox, Contacts contacts, Directory directory, Participations participations, Clock clock) {
		this.introductions = outbox.aggregates(Introduction.class, "introductions");
		this.contacts = contacts;
		this.directory = directory;
		this.participations = participations;
		this.clock = clock;
	}

	/** What a person asked for or was asked. */
	List<Introduction> of(String staffId) {
		return this.introductions.find(Query.query(new Criteria().orOperator(Criteria.where("askerId").is(staffId),
				Criteria.where("asked.staffId").is(staffId))));
	}

	/** How many of the agency know about a topic and can be asked. */
	int know(String topic) {
		return (int) agency().colleagues().stream().filter((colleague) -> knows(colleague, topic)).count();
	}

	/**
	 * Asks for an introduction; asking again under the same id changes nothing.
	 * @throws Refusal (403) if the person does not take part themself; (409) if two are
	 * open, or the id is that of another one
	 */
	Introduction ask(String askerId, String id, String topic) {
		if (!this.directory.colleague(askerId).filter(Introductions::takesPart).isPresent()) {
			throw Refusal.forbidden("not-taking-part",
					"Introductions go both ways. Say in your profile that you can be asked too, and then ask.");
		}
		if (this.introductions.find(id).isEmpty()) {
			Set<String> looking = of(askerId).stream()
				.filter((each) -> each.isOpen() && each.askerId().equals(askerId))
				.map(Introduction::id)
				.collect(Collectors.toSet());
			this.contacts.open(askerId, id, looking, this.clock.instant());
		}
		Introduction opened = this.introductions.change(id, (found) -> {
			if (found.filter((other) -> !other.askerId().equals(askerId) || !other.topic().equals(topic)).isPresent()) {
				throw Refusal.conflict("id-taken", "Another introduction has this id. Make up another one.");
			}
			return found.isPresent() ? Change.none()
					: Change.to(Introduction.opened(id, askerId, topic, this.clock.instant()));
		});
		return goOn(opened);
	}

	/**
	 * Answers an introduction that one was asked for.
	 * @throws Refusal (404) if one was not; (409) if it is over
	 */
	Introduction answer(String staffId, String id, boolean yes) {
		this.introductions.find(id)
			.filter((each) -> each.hasAsked(staffId))
			.orElseThrow(() -> Refusal.notFound("no-such-introduction", "You were not asked for this."));
		return goOn(change(id, (present) -> present.answered(staffId, yes, this.clock.instant())));
	}

	@EventListener
	void on(ClockMoved moved) {
		tick();
	}

	/** Does what time and changes of profiles bring. */
	@Scheduled(fixedDelayString = "${holdfast.mentorship.sweep}")
	void tick() {
		this.introductions.findAll()
			.stream()
			.filter((each) -> each.isOpen() || !each.told().isEmpty())
			.forEach(this::goOn);
	}

	/** Leaves nothing of an erased person. */
	@EventListener
	void on(Heard heard) {
		if (heard.erased()) {
			forget(heard.staffId());
		}
	}

	private void forget(String staffId) {
		for (Introduction each : of(staffId)) {
			if (each.askerId().equals(staffId)) {
				this.introductions.remove(each.id(),
						(last) -> Notice.changes(last.told(), List.of(), this.clock.instant()));
			}
			else {
				change(each.id(), (present) -> present.without(staffId));
			}
		}
		this.contacts.forget(staffId);
	}

	/** Asks the next one where the last one is not asked any more, and tells of it. */
	private Introduction goOn(Introduction introduction) {
		Introduction settled = change(introduction.id(),
				(present) -> isStillAsked(present) ? present : present.passed());
		while (settled.needsAnother()) {
			String next = settled.mayAskAnother() ? claimed(settled) : null;
			settled = change(settled.id(), (present) -> !present.needsAnother() ? present : (next != null)
					? present.asking(next, this.clock.instant()) : present.foundNobody(this.clock.instant()));
			if (next != null && !next.equals(settled.askedNow())) {
				this.contacts.spare(next, settled.id());
			}
		}
		if (!settled.isOpen()) {
			this.contacts.close(settled.askerId(), settled.id());
		}
		return settled;
	}

	private boolean isStillAsked(Introduction introduction) {
		String askedNow = introduction.askedNow();
		return askedNow == null || (!introduction.isDue(this.clock.instant()) && may(agency(), introduction, askedNow));
	}

	/**
	 * Who is asked next: who is claimed already, or the one who was asked longest ago.
	 */
	private @Nullable String claimed(Introduction introduction) {
		Agency agency = agency();
		Map<String, Contact> all = this.contacts.all();
		return agency.colleagues()
			.stream()
			.map(Colleague::staffId)
			.filter((id) -> !introduction.hasAsked(id) && may(agency, introduction, id))
			.map((id) -> all.getOrDefault(id, Contact.of(id)))
			.filter((contact) -> contact.mayBeAsked(this.clock.instant()) || contact.isAskedFor(introduction.id()))
			.sorted(Comparator.comparing((Contact contact) -> !contact.isAskedFor(introduction.id()))
				.thenComparing(Contact::askedAt, Comparator.nullsFirst(Comparator.naturalOrder()))
				.thenComparing((contact) -> hash(introduction.id(), contact.id())))
			.map(Contact::id)
			.filter((id) -> this.contacts.ask(id, introduction.id(), this.clock.instant()))
			.findFirst()
			.orElse(null);
	}

	/** Fair between ids, and the same on every machine. */
	private static UUID hash(String introductionId, String staffId) {
		return UUID.nameUUIDFromBytes((introductionId + "/" + staffId).getBytes(StandardCharsets.UTF_8));
	}

	private static boolean may(Agency agency, Introduction introduction, String staffId) {
		Colleague other = agency.colleague(staffId).orElse(null);
		Colleague asker = agency.colleague(introduction.askerId()).orElse(null);
		return other != null && asker != null && !staffId.equals(introduction.askerId())
				&& !other.unitId().equals(asker.unitId()) && knows(other, introduction.topic())
				&& !agency.isOnHold(staffId) && !agency.areKeptApart(staffId, introduction.askerId());
	}

	private static boolean takesPart(Colleague colleague) {
		return colleague.active() && colleague.mentoring().asPeer() != null
				&& colleague.mentoring().asPeer().introductions();
	}

	private static boolean knows(Colleague colleague, String topic) {
		Set<String> topics = new HashSet<>(colleague.skills());
		if (colleague.mentoring().asPeer() != null) {
			topics.addAll(colleague.mentoring().asPeer().topics());
		}
		return takesPart(colleague) && topics.contains(topic);
	}

	private Agency agency() {
		return this.directory.agency(
				this.participations.circumstances(LocalDate.ofInstant(this.clock.instant(), ZoneOffset.UTC), Set.of()));
	}

	private Introduction change(String id, UnaryOperator<Introduction> change) {
		return this.introductions.change(id, (found) -> found.map((present) -> {
			Introduction after = change.apply(present);
			List<Notice> notices = after.notices(this.clock.instant());
			Introduction next = after.having(notices);
			return next.equals(present) ? Change.<Introduction>none()
					: new Change<>(next, Notice.changes(present.told(), notices, this.clock.instant()));
		}).orElseGet(Change::none));
	}

}
