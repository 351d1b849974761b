/**
 * Decides what is said about groups and shows it.
 * <p>
 * Reads {@code check-in.recorded} and {@code check-in.cycle}. When a cycle is closed and
 * exactly the answers it counted have arrived, they are put together into blocks of at
 * least five ({@link PartitionRelease}). That {@link Release} is kept and never changes,
 * whatever arrives later. The {@link Dashboard} reads releases and current names, nothing
 * else; there is no way from a request to an answer.
 * <p>
 * A cross-cut is shown as far as whole blocks lie inside it ({@link Cut}). Before
 * anything is published, an {@link Audit} refuses every view from which less than a block
 * would follow, however it was made.
 * <p>
 * {@link Announcements} publishes {@code burnout-alert.released}: groups of whole blocks
 * with at least ten answers, within which whoever keeps people's comments may show them.
 * <p>
 * {@link Answers} keeps what arrived and tells who makes something of a single answer.
 * Tells the other packages with {@link Published} after each look.
 */
@NullMarked
package org.holdfast.burnout.release;

import org.jspecify.annotations.NullMarked;
