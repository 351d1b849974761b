package org.holdfast.burnout.crosscut;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.holdfast.defaults.outbox.Change;
import org.holdfast.defaults.outbox.Event;

/**
 * A selection of units across the tree with all its versions, none of which is ever
 * changed.
 *
 * @param editions the first one first; at least one
 */
public record CrossCut(String id, List<Edition> editions) {

	static final String TOPIC = "burnout-alert.cross-cut";

	public CrossCut {
		editions = List.copyOf(editions);
	}

	public Edition current() {
		return this.editions.getLast();
	}

	/**
	 * Returns the version that holds for a cycle that opened at an instant: the last one
	 * that was made before, unless it ended the cross-cut.
	 */
	public Optional<Edition> at(Instant opened) {
		return this.editions.stream()
			.filter((edition) -> edition.since().isBefore(opened))
			.reduce((earlier, later) -> later)
			.filter(Edition::active);
	}

	CrossCut with(Edition edition) {
		List<Edition> all = new ArrayList<>(this.editions);
		all.add(edition);
		return new CrossCut(this.id, all);
	}

	/** All versions are told: a cycle that is open goes by an earlier one. */
	Change<CrossCut> tell() {
		List<Version> versions = this.editions.stream()
			.map((edition) -> new Version(edition.version(), edition.name(), edition.unitIds(), edition.active(),
					edition.since()))
			.toList();
		return Change.to(this, Event.of(TOPIC, this.id, new Changed(this.id, versions)));
	}

	/**
	 * A cross-cut in one of its versions.
	 *
	 * @param version counted from 1
	 * @param unitIds each stands for its own members and for all units below it
	 * @param active false in the version that ends it
	 * @param since from when on cycles that open go by it
	 * @param changedBy the staff id of who chose it
	 */
	public record Edition(int version, String name, List<String> unitIds, boolean active, Instant since,
			String changedBy) {

		public Edition {
			unitIds = List.copyOf(unitIds);
		}

		/** Returns the version that ends it. */
		Edition end(Instant since, String changedBy) {
			return new Edition(this.version + 1, this.name, this.unitIds, false, since, changedBy);
		}

	}

	/** What is published of it. */
	record Changed(String crossCutId, List<Version> versions) {
	}

	/** What is published of a version. */
	record Version(int version, String name, List<String> unitIds, boolean active, Instant since) {
	}

}
