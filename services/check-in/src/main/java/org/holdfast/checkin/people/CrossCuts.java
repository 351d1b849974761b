package org.holdfast.checkin.people;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.holdfast.defaults.inbox.EventReader;
import org.holdfast.defaults.inbox.Received;
import org.holdfast.defaults.inbox.Rows;

import org.springframework.stereotype.Component;

/**
 * The selections of units across the tree of which HR sees figures, as burnout-alert last
 * told them.
 */
@Component
public class CrossCuts {

	private final Rows<CrossCut> rows;

	private final Recent<List<CrossCut>> all;

	CrossCuts(EventReader reader) {
		this.rows = reader.rows(CrossCut.class, "cross-cuts");
		this.all = new Recent<>(this.rows::findAll);
	}

	/**
	 * Takes what burnout-alert tells of a cross-cut.
	 * @param event a change, or the tombstone of one that is gone
	 */
	public void on(Received<CrossCutChanged> event) {
		CrossCutChanged crossCut = event.value();
		if (crossCut == null) {
			this.rows.remove(event.key(), event.seq());
		}
		else if (!crossCut.crossCutId().equals(event.key())) {
			throw new IllegalArgumentException("the key is not the crossCutId");
		}
		else {
			this.rows.put(event.key(), event.seq(), new CrossCut(event.key(), crossCut.versions()));
		}
		this.all.renew();
	}

	/**
	 * The cross-cuts in which an answer appears.
	 * @param upwards the unit of the answer and those above it
	 * @param opened when its cycle opened: a version holds for cycles that open later
	 * @return their names, sorted
	 */
	public List<String> with(List<Unit> upwards, Instant opened) {
		Set<String> units = upwards.stream().map(Unit::id).collect(Collectors.toSet());
		return this.all.get()
			.stream()
			.flatMap((crossCut) -> crossCut.at(opened))
			.filter((version) -> version.unitIds().stream().anyMatch(units::contains))
			.map(CrossCutChanged.Version::name)
			.sorted()
			.toList();
	}

	/** A selection with all its versions. */
	record CrossCut(String id, List<CrossCutChanged.Version> versions) {

		private Stream<CrossCutChanged.Version> at(Instant opened) {
			return this.versions.stream()
				.filter((version) -> version.since().isBefore(opened))
				.reduce((earlier, later) -> later)
				.filter(CrossCutChanged.Version::active)
				.stream();
		}

	}

}
