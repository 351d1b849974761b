/**
 * The people and the units, and what may be read about them.
 * <p>
 * Keeps {@link org.holdfast.profile.staff.StaffMember} and
 * {@link org.holdfast.profile.staff.Unit}. A change of either publishes its whole state
 * on {@code profile.staff} or {@code profile.units}, and only when what others are told
 * has really changed. People read and change their own; HR and administrators read the
 * list.
 */
@NullMarked
package org.holdfast.profile.staff;

import org.jspecify.annotations.NullMarked;
