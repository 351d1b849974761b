/**
 * Asked, heard, did: what came of each cycle.
 * <p>
 * Reads which cycles {@code release} published. Each of them is to be responded to within
 * the days that HR chose; a response may hold promises, each with an owner and a day.
 * Everybody who may sign in reads the ledger, what is overdue first.
 */
@NullMarked
package org.holdfast.burnout.ledger;

import org.jspecify.annotations.NullMarked;
