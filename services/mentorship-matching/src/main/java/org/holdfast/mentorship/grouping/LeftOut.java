package org.holdfast.mentorship.grouping;

/**
 * Somebody who is in no group, and the rule that is in the way of it most.
 */
public record LeftOut(int person, Rule because) {
}
