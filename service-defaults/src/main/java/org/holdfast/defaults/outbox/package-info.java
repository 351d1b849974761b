/**
 * Pending events live inside the document of the aggregate that caused them and are
 * published from there: a change and its events are one atomic write.
 */
@NullMarked
package org.holdfast.defaults.outbox;

import org.jspecify.annotations.NullMarked;
