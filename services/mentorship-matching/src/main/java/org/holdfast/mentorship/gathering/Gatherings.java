package org.holdfast.mentorship.gathering;

import java.util.List;
import java.util.Optional;

/**
 * All gatherings of one kind, known to who brings people together in that way.
 */
public interface Gatherings {

	/** Tells their ids from those of other kinds; without a slash. */
	String kind();

	/**
	 * One of them.
	 * @return empty for what has not begun, and for what is erased
	 */
	Optional<Gathering> find(String id);

	/** Leaves nothing of an erased person; may be repeated. */
	void forget(String staffId);

	/** The one under a path, of whichever kind it is. */
	static Optional<Gathering> find(List<Gatherings> kinds, String path) {
		int slash = path.indexOf('/');
		return kinds.stream()
			.filter((each) -> each.kind().equals(path.substring(0, slash)))
			.findFirst()
			.flatMap((each) -> each.find(path.substring(slash + 1)));
	}

}
