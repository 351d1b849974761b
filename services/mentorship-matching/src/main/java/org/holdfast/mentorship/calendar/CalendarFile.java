package org.holdfast.mentorship.calendar;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Method;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.RRule;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableClazz;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * Something to come as a file for the calendar of one person (iCalendar, RFC 5545). It is
 * published (RFC 5546, section 3.2.1) rather than requested: a request names the e-mail
 * addresses of those who are invited.
 *
 * @param uid the same in each file about it
 * @param revision grows with each change
 * @param revisedAt when it was changed last
 * @param startsAt when it begins, for the first time if it is repeated
 * @param endsAt when that is over
 * @param repetition null for once
 * @param where empty if nothing was said about it
 * @param organizer display name
 */
public record CalendarFile(String uid, int revision, Instant revisedAt, boolean cancelled, Instant startsAt,
		Instant endsAt, @Nullable Repetition repetition, String title, String where, String organizer) {

	/** As calendars write it where there is an organizer without an address. */
	private static final URI NO_ADDRESS = URI.create("invalid:nomail");

	/**
	 * The file in UTF-8, to be kept under a name.
	 */
	public ResponseEntity<byte[]> answer(String name) {
		return ResponseEntity.ok()
			.contentType(new MediaType("text", "calendar",
					Map.of("charset", StandardCharsets.UTF_8.name(), "method", method().getValue())))
			.header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name).build().toString())
			.body(text().getBytes(StandardCharsets.UTF_8));
	}

	private String text() {
		Calendar calendar = new Calendar().withProdId("-//Holdfast//Calendar//EN")
			.withProperty(ImmutableVersion.VERSION_2_0)
			.withProperty(ImmutableCalScale.GREGORIAN)
			.withProperty(method())
			.getFluentTarget();
		if (this.repetition != null) {
			calendar.add(this.repetition.described().getVTimeZone());
		}
		calendar.add(event());
		try {
			StringWriter text = new StringWriter();
			new CalendarOutputter(false).output(calendar, text);
			return text.toString();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private VEvent event() {
		VEvent event = new VEvent(false);
		event.add(new Uid(this.uid));
		event.add(new Sequence(this.revision));
		event.add(new DtStamp(this.revisedAt));
		if (this.repetition == null) {
			event.add(new DtStart<>(this.startsAt));
			event.add(new DtEnd<>(this.endsAt));
		}
		else {
			event.add(new DtStart<>(this.startsAt.atZone(this.repetition.zone())));
			event.add(new DtEnd<>(this.endsAt.atZone(this.repetition.zone())));
			event.add(new RRule<>(
					"FREQ=DAILY;INTERVAL=%d;COUNT=%d".formatted(this.repetition.everyDays(), this.repetition.times())));
		}
		event.add(this.cancelled ? ImmutableStatus.VEVENT_CANCELLED : ImmutableStatus.VEVENT_CONFIRMED);
		event.add(new Summary(this.title));
		event.add(new Organizer(new ParameterList(List.of(new Cn(quotable(this.organizer)))), NO_ADDRESS));
		event.add(ImmutableClazz.PRIVATE);
		if (!this.where.isEmpty()) {
			event.add(new Location(this.where));
		}
		return event;
	}

	private Method method() {
		return this.cancelled ? ImmutableMethod.CANCEL : ImmutableMethod.PUBLISH;
	}

	/** The library writes quotes in a name in a way that it cannot read itself. */
	private static String quotable(String name) {
		return name.replaceAll("[\"\\p{Cntrl}]", "'");
	}

}
