package org.holdfast.mentorship.calendar;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.IntStream;

import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Period;
import net.fortuna.ical4j.model.component.VEvent;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.time.api.DateTimes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What a calendar makes of the files. */
class CalendarFileTests {

	private static final Instant MAY = Instant.parse("2026-05-18T08:00:00Z");

	@Property(tries = 200)
	void aCalendarFindsEachTimeWhereItIs(@ForAll("zones") String zone, @ForAll("starts") LocalDateTime start,
			@ForAll @IntRange(min = 1, max = 60) int everyDays, @ForAll @IntRange(min = 2, max = 30) int times) {
		Repetition repetition = new Repetition(everyDays, times, Repetition.zone(zone).orElseThrow());
		Instant first = start.atZone(repetition.zone()).toInstant();
		VEvent event = Calendars.event(Calendars.read(text(first, repetition)));
		Period<ZonedDateTime> ever = new Period<>(first.atZone(repetition.zone()).minusDays(1),
				Duration.ofDays(2 + (long) everyDays * times));
		List<Instant> found = event.calculateRecurrenceSet(ever)
			.stream()
			.map((each) -> Instant.from(each.getStart()))
			.toList();
		assertThat(found)
			.containsExactlyElementsOf(IntStream.range(0, times).mapToObj((n) -> repetition.after(first, n)).toList());
	}

	@Provide
	Arbitrary<String> zones() {
		return Arbitraries.of("Europe/Berlin", "Europe/Kiev", "America/New_York", "America/Santiago", "Asia/Kolkata",
				"Australia/Lord_Howe", "Pacific/Apia", "UTC");
	}

	@Provide
	Arbitrary<LocalDateTime> starts() {
		return DateTimes.dateTimes().between(LocalDateTime.of(2026, 1, 1, 6, 0), LocalDateTime.of(2031, 1, 1, 6, 0));
	}

	@Test
	void aGroupThatMeetsAtFourMeetsAtFourInWinterToo() {
		Repetition weekly = new Repetition(7, 6, ZoneId.of("Europe/Berlin"));
		Instant october = Instant.parse("2026-10-20T14:00:00Z");
		assertThat(weekly.after(october, 1)).isEqualTo("2026-10-27T15:00:00Z");
		Calendar calendar = Calendars.read(text(october, weekly));
		assertThat(calendar.getComponents("VTIMEZONE")).hasSize(1);
		VEvent event = Calendars.event(calendar);
		assertThat(Calendars.value(event, "RRULE")).contains("INTERVAL=7", "COUNT=6");
		assertThat(event.toString()).contains("DTSTART;TZID=Europe/Berlin:20261020T160000",
				"DTEND;TZID=Europe/Berlin:20261020T170000");
	}

	@Test
	void whatIsOnceNeedsNoTimeZone() {
		Calendar calendar = Calendars.read(text(MAY, null));
		assertThat(calendar.getComponents()).hasSize(1);
		assertThat(Calendars.event(calendar).getProperty("RRULE")).isEmpty();
		assertThat(Calendars.value(Calendars.event(calendar), "DTSTART")).isEqualTo("20260518T080000Z");
	}

	@Test
	void anOldNameOfAZoneIsUnderstood() {
		assertThat(Repetition.zone("Europe/Kiev")).contains(ZoneId.of("Europe/Kyiv"));
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "Europe/Nowhere", "+02:00", "CEST ", "../Europe/Berlin", "", "\u2003", "/", "ical4j-local-1" })
	void whatIsNoZoneIsNone(String id) {
		assertThat(Repetition.zone(id)).isEmpty();
	}

	private static String text(Instant first, @Nullable Repetition repetition) {
		byte[] body = new CalendarFile("id", 0, MAY, false, first, first.plus(Duration.ofHours(1)), repetition,
				"Court work", "Room 2", "Mar")
			.answer("event.ics")
			.getBody();
		assertThat(body).isNotNull();
		return new String(body, StandardCharsets.UTF_8);
	}

}
