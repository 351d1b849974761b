/**
 * Who may be brought together, how well two fit, and who is best brought together with
 * whom: rules, without any infrastructure.
 */
@NullMarked
package org.holdfast.mentorship.fit;

import org.jspecify.annotations.NullMarked;
