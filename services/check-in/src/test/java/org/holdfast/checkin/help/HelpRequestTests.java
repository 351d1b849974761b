package org.holdfast.checkin.help;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.holdfast.checkin.notice.Notices;
import org.holdfast.defaults.outbox.Change;
import org.holdfast.defaults.outbox.Event;
import org.holdfast.defaults.problem.Refusal;
import org.holdfast.defaults.test.ContractSample;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class HelpRequestTests {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final String ID = "3f0a4b52-7c1e-4d0e-9a55-0d6f2a9b1c11";

	private static final Instant NOW = Instant.parse("2026-05-20T07:15:30.250Z");

	private static final Target LEAD = new Target(Kind.SUPERVISOR, "S-0101");

	private static final Target HR = new Target(Kind.HR, null);

	private static final Map<Target, List<String>> TAKERS = Map.of(LEAD, List.of("S-0101"), HR, List.of("H-1", "H-2"));

	@Test
	void whatIsAskedIsPublishedAsItsSamples() {
		List<Event> events = asked(HR).events();
		assertThat(events).hasSize(2);
		assertIs("check-in.help-requested", events.getFirst());
		assertIs("notification.requested", events.getLast());
	}

	@Test
	void aSecondAcceptanceIsRefusedAndTheFirstOnesIsNoNews() {
		HelpRequest request = next(next(asked(HR)).overdue(at(1)));
		HelpRequest accepted = next(request.accepted("H-1", at(1)));
		assertThat(accepted.accepted("H-1", at(2)).next()).isNull();
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> accepted.accepted("H-2", at(2)))
			.satisfies((refusal) -> assertThat(refusal.slug()).isEqualTo("not-open"));
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> accepted.accepted("S-9", at(2)))
			.satisfies((refusal) -> assertThat(refusal.slug()).isEqualTo("no-such-request"));
		assertThat(accepted.isVisibleTo("H-2", at(2))).isFalse();
		assertThat(accepted.isVisibleTo("S-0101", at(2))).isFalse();
	}

	@Test
	void itGoesOnOnceHoweverOftenTheClockIsLookedAt() {
		HelpRequest request = next(asked(HR));
		assertThat(request.overdue(new Circumstances(NOW.plus(Duration.ofDays(1)).minusMillis(1), takers(), within()))
			.next()).isNull();
		HelpRequest handedOn = next(request.overdue(at(1)));
		assertThat(handedOn.course().state()).isEqualTo(State.HANDED_ON);
		assertThat(handedOn.overdue(at(1)).next()).isNull();
		// after a long sleep everybody still has their time
		assertThat(next(request.overdue(at(40))).course().dueAt()).isEqualTo(NOW.plus(Duration.ofDays(41)));
	}

	@Test
	void whoCannotBeAskedAnyMoreIsPassedOver() {
		HelpRequest request = next(asked(new Target(Kind.MENTOR, "S-gone"), HR));
		HelpRequest handedOn = next(request.overdue(at(1)));
		assertThat(handedOn.course().takers(at(1))).containsExactlyInAnyOrder("S-0101", "H-1", "H-2");
		assertThat(handedOn.course().steps()).hasSize(2);
	}

	@Test
	void declinedByOneOfManyItStaysWithTheOthers() {
		HelpRequest request = next(next(asked(HR)).declined("S-0101", at(0)));
		HelpRequest one = next(request.declined("H-1", at(0)));
		assertThat(one.course().state()).isEqualTo(State.HANDED_ON);
		assertThat(one.isVisibleTo("H-1", at(0))).isFalse();
		assertThat(one.isVisibleTo("H-2", at(0))).isTrue();
		assertThat(next(one.declined("H-2", at(0))).course().state()).isEqualTo(State.DECLINED);
	}

	@Test
	void wordsGoOnOnlyWhereThePersonAgreed() {
		HelpRequest request = next(next(asked(HR)).overdue(at(1)));
		assertThat(request.sharesWordsWith("S-0101", at(1))).isTrue();
		assertThat(request.sharesWordsWith("H-1", at(1))).isFalse();
		assertThat(next(request.accepted("H-1", at(1))).sharesWordsWith("H-1", at(1))).isFalse();
		assertThat(next(next(asked(HR)).accepted("S-0101", at(0))).sharesWordsWith("S-0101", at(0))).isTrue();
	}

	@Test
	void whatIsOverTellsNothingButTombstones() {
		HelpRequest request = next(asked(HR));
		List<Event> events = request.withdrawn(at(1)).events();
		assertThat(events).extracting(Event::topic)
			.containsExactly("check-in.help-requested", "notification.requested");
		assertThat(events).allMatch((event) -> event.value() == null);
		assertThat(next(request.accepted("S-0101", at(0))).closed("A-1", at(1)).events()).extracting(Event::value)
			.filteredOn((value) -> value != null)
			.singleElement()
			.asString()
			.contains("help-closed", "S-0101");
	}

	@Test
	void aHelperWhoIsErasedLeavesTheRequestToTheNextOneAndTheirNameNowhere() {
		HelpRequest accepted = next(next(asked(HR)).accepted("S-0101", at(0)));
		Circumstances without = new Circumstances(NOW, (target) -> target.equals(HR) ? List.of("H-1") : List.of(),
				within());
		Change<HelpRequest> change = accepted.without("S-0101", without);
		assertThat(next(change).course().state()).isEqualTo(State.HANDED_ON);
		assertThat(next(change).toString()).doesNotContain("S-0101");
		assertThat(change.events()).anyMatch((event) -> event.key().equals(ID + "-1") && event.value() == null);
		assertThat(next(change).without("S-0101", without).next()).isNull();
	}

	@Test
	void everyKindAndUrgencyNeedsATime() {
		assertThatExceptionOfType(IllegalArgumentException.class)
			.isThrownBy(
					() -> new HelpSettings(Map.of(), Duration.ofDays(1), new HelpSettings.Crisis(List.of(), Map.of())))
			.withMessageContaining("react-within must give a time for PEER, CAN_WAIT");
	}

	private static Change<HelpRequest> asked(Target... goesOnTo) {
		Wish wish = new Wish(Kind.SUPERVISOR, "S-0101", Urgency.SOON, List.of(goesOnTo), false);
		HelpRequest wanted = new HelpRequest(ID, "A-1", wish, NOW, null,
				Course.begun(LEAD, Stream.of(goesOnTo).toList(), at(0)), Notices.none());
		return HelpRequest.asked(Optional.empty(), wanted, true, at(0));
	}

	private static Circumstances at(int days) {
		return new Circumstances(NOW.plus(Duration.ofDays(days)), takers(), within());
	}

	private static java.util.function.Function<Target, List<String>> takers() {
		return (target) -> TAKERS.getOrDefault(target, List.of());
	}

	private static java.util.function.Function<Kind, Duration> within() {
		return (kind) -> Duration.ofDays(1);
	}

	private static HelpRequest next(Change<HelpRequest> change) {
		HelpRequest next = change.next();
		assertThat(next).isNotNull();
		return next;
	}

	private static void assertIs(String topic, Event event) {
		ContractSample sample = ContractSample.of("check-in", topic);
		assertThat(event.topic()).isEqualTo(topic).isEqualTo(sample.headers().get("ce_type"));
		assertThat(event.key()).isEqualTo(sample.key());
		assertThat(JSON.readTree(JSON.writeValueAsString(event.value()))).isEqualTo(sample.value());
	}

}
