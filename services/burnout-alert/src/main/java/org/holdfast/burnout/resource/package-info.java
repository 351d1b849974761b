/**
 * Where to turn: counselling, peer lines, training, communities, policies.
 * <p>
 * Everybody who may sign in reads all of it; what fits one's own answers is chosen in
 * one's own browser, so nothing about that choice reaches this service. How many people
 * open an entry is counted without knowing who, and told when the quarter is over, as a
 * band.
 */
@NullMarked
package org.holdfast.burnout.resource;

import org.jspecify.annotations.NullMarked;
