/**
 * Files for people's own calendars (iCalendar, RFC 5545), whatever is in them.
 */
@NullMarked
package org.holdfast.mentorship.calendar;

import org.jspecify.annotations.NullMarked;
