/**
 * The best matching of mentees and mentors, with a proof: plain Java over numbers, which
 * knows nothing of people, criteria or storage.
 */
@NullMarked
package org.holdfast.mentorship.engine;

import org.jspecify.annotations.NullMarked;
