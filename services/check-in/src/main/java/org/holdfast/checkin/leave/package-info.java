/**
 * Who is away and therefore not asked: <em>reads</em> nothing, <em>decides</em> whether a
 * person is on leave for the whole of a time, <em>publishes</em> nothing. HR enters it,
 * since the staff list tells of no leave.
 */
@NullMarked
package org.holdfast.checkin.leave;

import org.jspecify.annotations.NullMarked;
