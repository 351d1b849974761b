package org.holdfast.mentorship.calendar;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;

import net.fortuna.ical4j.model.TimeZone;
import net.fortuna.ical4j.model.TimeZoneRegistry;
import net.fortuna.ical4j.model.TimeZoneRegistryFactory;

/**
 * How something is repeated: on every so many days at the same time of day, also where
 * the clocks are changed in between.
 *
 * @param everyDays from one time to the next, 1 or more
 * @param times how often in all
 * @param zone of the time of day, one of those that {@link #zone} knows
 */
public record Repetition(int everyDays, int times, ZoneId zone) {

	private static final TimeZoneRegistry ZONES = TimeZoneRegistryFactory.getInstance().createRegistry();

	/**
	 * A time zone that calendars know.
	 * @param id of the IANA time zone database, such as {@code Europe/Berlin}
	 */
	public static Optional<ZoneId> zone(String id) {
		// the library refuses to look for a blank one
		return id.isBlank() ? Optional.empty()
				: Optional.ofNullable(ZONES.getTimeZone(id)).map(TimeZone::getID).map(ZoneId::of);
	}

	/**
	 * When it is once more.
	 * @param first when it is for the first time
	 * @param repetitions 0 for that first time
	 */
	public Instant after(Instant first, int repetitions) {
		return first.atZone(this.zone).plusDays((long) this.everyDays * repetitions).toInstant();
	}

	/** The zone as calendars describe it. */
	TimeZone described() {
		return Objects.requireNonNull(ZONES.getTimeZone(this.zone.getId()), "not a zone that calendars know");
	}

}
