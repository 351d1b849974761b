/**
 * Watches how a person's strain runs against what is usual for that person, and how the
 * people of a block run together (methods, sections 2 and 3).
 * <p>
 * A {@link org.holdfast.burnout.chart.Chart} knows a person after the first answer,
 * because it begins with what is known of the whole agency
 * ({@link org.holdfast.burnout.chart.Prior}) and learns on. What it says is for that
 * person alone.
 */
@NullMarked
package org.holdfast.burnout.chart;

import org.jspecify.annotations.NullMarked;
