package org.holdfast.mentorship.grouping;

/**
 * Why not all of some people can be placed, whatever the groups.
 *
 * @param rule that is in the way
 * @param people whom it concerns, all of whom are kept apart from each other if it is
 * {@link Rule.Apart}
 * @param room how many of them can be placed at most
 */
@SuppressWarnings("ArrayRecordComponent")
public record Obstacle(Rule rule, int[] people, int room) {
}
