/**
 * What every Holdfast service does the same way, switched on by being on the class path.
 *
 * <ul>
 * <li>{@code outbox}: a change and the events it causes are one write; a relay publishes
 * them afterwards.</li>
 * <li>{@code inbox}: an event is checked before use, counted once, and set aside when it
 * is malformed.</li>
 * <li>{@code security}: who calls, with which roles and scopes.</li>
 * <li>{@code problem}: every error is an RFC 9457 problem.</li>
 * <li>{@code time}: one clock, which a demo or a test may simulate.</li>
 * <li>{@code vault}: people's own words are encrypted with keys that go with them, in a
 * service that says whose.</li>
 * </ul>
 */
@NullMarked
package org.holdfast.defaults;

import org.jspecify.annotations.NullMarked;
