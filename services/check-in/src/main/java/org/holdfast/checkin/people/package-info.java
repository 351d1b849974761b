/**
 * Who may answer, and under which pseudonym: <em>reads</em> {@code profile.staff},
 * {@code profile.units} and {@code burnout-alert.cross-cut} into rows, <em>decides</em>
 * the pseudonym of a person and which groups they belong to, <em>publishes</em> nothing.
 */
@NullMarked
package org.holdfast.checkin.people;

import org.jspecify.annotations.NullMarked;
