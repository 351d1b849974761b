/**
 * Who looked at what about whom: <em>decides</em> nothing, keeps each such reading before
 * it is answered, and shows it to the person it is about. <em>Publishes</em> nothing.
 */
@NullMarked
package org.holdfast.checkin.access;

import org.jspecify.annotations.NullMarked;
