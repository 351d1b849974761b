package org.holdfast.burnout.resource;

import java.util.ArrayList;
import java.util.List;

/**
 * An entry of the directory with all its versions.
 *
 * @param editions the first one first; at least one
 */
record Resource(String id, List<Edition> editions) {

	Resource {
		editions = List.copyOf(editions);
	}

	Edition current() {
		return this.editions.getLast();
	}

	Resource with(Edition edition) {
		List<Edition> all = new ArrayList<>(this.editions);
		all.add(edition);
		return new Resource(this.id, all);
	}

}
