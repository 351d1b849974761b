package org.holdfast.mentorship.session;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

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
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableClazz;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/**
 * A session as a file for the calendar of one member (iCalendar, RFC 5545). It is
 * published (RFC 5546, section 3.2.1) rather than requested: a request names the e-mail
 * addresses of those who are invited. Who sees the calendar learns names, time and place;
 * what the session is about stays here.
 *
 * @param where empty if nothing was said about it
 * @param organizer display name of who set the time
 * @param with display names of the others
 */
record Invitation(Session session, String where, String organizer, List<String> with) {

	/** As calendars write it where there is an organizer without an address. */
	private static final URI NO_ADDRESS = URI.create("invalid:nomail");

	Method method() {
		return isCancelled() ? ImmutableMethod.CANCEL : ImmutableMethod.PUBLISH;
	}

	/** The file, in UTF-8. */
	byte[] file() {
		VEvent event = new VEvent(false);
		event.add(new Uid(this.session.id()));
		event.add(new Sequence(this.session.revision()));
		event.add(new DtStamp(this.session.revisedAt()));
		event.add(new DtStart<>(this.session.plan().startsAt()));
		event.add(new DtEnd<>(this.session.plan().endsAt()));
		event.add(isCancelled() ? ImmutableStatus.VEVENT_CANCELLED : ImmutableStatus.VEVENT_CONFIRMED);
		event.add(new Summary(String.join(", ", this.with)));
		event.add(new Organizer(new ParameterList(List.of(new Cn(quotable(this.organizer)))), NO_ADDRESS));
		event.add(ImmutableClazz.PRIVATE);
		if (!this.where.isEmpty()) {
			event.add(new Location(this.where));
		}
		Calendar calendar = new Calendar().withProdId("-//Holdfast//Sessions//EN")
			.withProperty(ImmutableVersion.VERSION_2_0)
			.withProperty(ImmutableCalScale.GREGORIAN)
			.withProperty(method())
			.withComponent(event)
			.getFluentTarget();
		try {
			StringWriter file = new StringWriter();
			new CalendarOutputter(false).output(calendar, file);
			return file.toString().getBytes(StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private boolean isCancelled() {
		return this.session.state() == Session.State.CANCELLED;
	}

	/** The library writes quotes in a name in a way that it cannot read itself. */
	private static String quotable(String name) {
		return name.replaceAll("[\"\\p{Cntrl}]", "'");
	}

}
