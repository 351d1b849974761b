package org.holdfast.burnout.release;

import java.util.List;

/**
 * Everything that is published so far, told within this service after each look at the
 * cycles, also where nothing is new: what a listener could not finish, it finishes then.
 *
 * @param releases by the close of their cycles, earliest first
 */
public record Published(List<Release> releases) {
}
