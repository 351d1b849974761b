/**
 * Everything that decides about matches, gathered as it is at one moment.
 */
@NullMarked
package org.holdfast.mentorship.pool;

import org.jspecify.annotations.NullMarked;
