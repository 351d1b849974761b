package org.holdfast.mentorship.people;

/**
 * Something changed here from which matches may follow; told inside the service.
 */
public record Unsettled() {

}
