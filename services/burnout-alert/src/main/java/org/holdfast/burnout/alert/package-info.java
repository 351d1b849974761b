/**
 * Warns when a published block is in trouble.
 * <p>
 * Reads what {@code release} published, and nothing else, so an alert says no more than
 * the dashboard does. {@link AlertRules} decides; the same releases always call for the
 * same alerts.
 * <p>
 * Publishes {@code burnout-alert.raised}, once for as long as the trouble lasts.
 */
@NullMarked
package org.holdfast.burnout.alert;

import org.jspecify.annotations.NullMarked;
