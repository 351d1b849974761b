/**
 * What people are asked, how often, and how they are reminded.
 * <p>
 * <em>Reads</em> the clock, and the series that HR planned. <em>Decides</em> when the
 * next cycle of a series opens, which items it asks, that nobody is asked for more
 * minutes a month than the burden budget has, and, alone and outside quiet hours, whom to
 * remind, at most twice. <em>Publishes</em> {@code notification.requested}, which is
 * taken back when the cycle closes; no operation tells who was reminded.
 */
@NullMarked
package org.holdfast.checkin.programme;

import org.jspecify.annotations.NullMarked;
