package org.holdfast.mentorship.gathering;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import org.holdfast.defaults.vault.Vault;

import org.springframework.stereotype.Component;

/**
 * Leaves nothing of an erased person in any gathering, and nothing of a gathering that is
 * erased with them. It looks at what is there, so it may be repeated, and finds what a
 * crash or a late write left behind.
 */
@Component
public class Erasure {

	private final List<Gatherings> gatherings;

	private final List<Kept> kept;

	private final Vault vault;

	Erasure(List<Gatherings> gatherings, List<Kept> kept, Vault vault) {
		this.gatherings = gatherings;
		this.kept = kept;
		this.vault = vault;
	}

	/**
	 * Forgets a person whom the directory does not know any more.
	 */
	public void forget(String staffId) {
		this.gatherings.forEach((each) -> each.forget(staffId));
		removeWhatIsKeptWithNothing();
		this.kept.forEach((each) -> each.forget(staffId));
		this.vault.forget(staffId);
	}

	void removeWhatIsKeptWithNothing() {
		Map<String, Boolean> found = new HashMap<>();
		Predicate<String> gone = (
				path) -> !found.computeIfAbsent(path, (each) -> Gatherings.find(this.gatherings, each).isPresent());
		this.kept.forEach((each) -> each.removeIf(gone));
	}

}
