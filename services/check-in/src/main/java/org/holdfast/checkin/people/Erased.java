package org.holdfast.checkin.people;

import org.jspecify.annotations.Nullable;

/**
 * A person is erased: whoever holds something about them lets go of it before the
 * listener returns. It may come again after a crash, and then nothing may be left to do
 * twice.
 *
 * @param staffId who
 * @param pseudonym what their responses are kept under, null for who never answered; it
 * cannot be found again afterwards
 */
public record Erased(String staffId, @Nullable String pseudonym) {

}
