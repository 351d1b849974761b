/**
 * Who is supported by a mentor: <em>reads</em> {@code mentorship.match}. A mentor may be
 * asked for help, and the close of a cycle tells how many of each unit have one.
 */
@NullMarked
package org.holdfast.checkin.support;

import org.jspecify.annotations.NullMarked;
