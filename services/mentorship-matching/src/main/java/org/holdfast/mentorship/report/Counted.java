package org.holdfast.mentorship.report;

import java.util.List;
import java.util.Set;

/**
 * Of whom figures about one question were made; never shown, and kept only to see whether
 * enough people are others by now.
 *
 * @param question such as who waits
 * @param parts the people by part
 */
record Counted(String question, List<Set<String>> parts) {

	Counted {
		parts = parts.stream().map(Set::copyOf).toList();
	}

	/** The same without an erased person. */
	Counted without(String staffId) {
		return new Counted(this.question,
				this.parts.stream()
					.map((part) -> Set.of(part.stream().filter((id) -> !id.equals(staffId)).toArray(String[]::new)))
					.toList());
	}

}
