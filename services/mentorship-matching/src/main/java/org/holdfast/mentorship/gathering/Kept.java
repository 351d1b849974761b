package org.holdfast.mentorship.gathering;

import java.util.function.Predicate;

/**
 * Something that is kept with gatherings, by their paths, and goes with them.
 */
public interface Kept {

	/**
	 * Lets go of what is kept with gatherings that are erased.
	 * @param gone tells of a path whether it leads to nothing
	 */
	void removeIf(Predicate<String> gone);

	/** Leaves nothing of an erased person where the gathering itself stays. */
	void forget(String staffId);

}
