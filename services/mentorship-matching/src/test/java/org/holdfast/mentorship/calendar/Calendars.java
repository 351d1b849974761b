package org.holdfast.mentorship.calendar;

import java.io.IOException;
import java.io.StringReader;

import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.PropertyContainer;
import net.fortuna.ical4j.model.component.VEvent;

import static org.assertj.core.api.Assertions.assertThat;

/** Reads calendar files as a calendar does, and holds them to the standard. */
public final class Calendars {

	private Calendars() {
	}

	public static Calendar read(String file) {
		try {
			Calendar calendar = new CalendarBuilder().build(new StringReader(file));
			assertThat(calendar.validate().getEntries()).isEmpty();
			return calendar;
		}
		catch (IOException | ParserException ex) {
			throw new AssertionError(file, ex);
		}
	}

	/** The only one. */
	public static VEvent event(Calendar calendar) {
		assertThat(calendar.<VEvent>getComponents("VEVENT")).hasSize(1);
		return calendar.<VEvent>getComponents("VEVENT").getFirst();
	}

	public static String value(PropertyContainer of, String property) {
		return of.getProperty(property).orElseThrow().getValue();
	}

}
