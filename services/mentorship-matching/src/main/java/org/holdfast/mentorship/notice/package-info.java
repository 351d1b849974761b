/**
 * What people should hear of, asked of profile and taken back once it is over.
 */
@NullMarked
package org.holdfast.mentorship.notice;

import org.jspecify.annotations.NullMarked;
