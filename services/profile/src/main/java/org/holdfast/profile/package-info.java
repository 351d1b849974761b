/**
 * Profile: who works here.
 * <p>
 * Reads the HR system's CSV exports, what people enter about themselves, and
 * {@code notification.requested} (what somebody should hear of, shown to them alone).
 * Decides who is in which unit, who manages whom, who works here today and who takes part
 * in mentoring. Publishes {@code profile.staff} and {@code profile.units}: whole states,
 * compacted, only when something really changed. Names are published for display;
 * addresses never leave.
 */
@NullMarked
package org.holdfast.profile;

import org.jspecify.annotations.NullMarked;
