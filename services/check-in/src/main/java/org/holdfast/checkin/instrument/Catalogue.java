package org.holdfast.checkin.instrument;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

import org.holdfast.defaults.outbox.Aggregates;
import org.holdfast.defaults.outbox.Change;
import org.holdfast.defaults.outbox.Outbox;
import org.holdfast.defaults.problem.Refusal;

import org.springframework.stereotype.Component;

/**
 * Every instrument there is: those that ship, with the texts an agency added, and the
 * agency's own. A version that was asked once never changes; texts in a further language
 * may still come.
 */
@Component
public class Catalogue {

	private final Map<String, Instrument> shipped = new LinkedHashMap<>();

	private final Aggregates<Held> held;

	private final Map<Edition, Instrument> asked = new ConcurrentHashMap<>();

	/** Instruments by the text of their definitions. */
	private final Map<String, Instrument> read = new ConcurrentHashMap<>();

	Catalogue(Outbox outbox) {
		Definition.SHIPPED.stream()
			.map(Definition::shipped)
			.forEach((instrument) -> this.shipped.put(instrument.key(), instrument));
		this.held = outbox.aggregates(Held.class, "instruments");
	}

	private Optional<Instrument> find(String id, int version) {
		String key = Instrument.key(id, version);
		return this.held.find(key).map(this::read).or(() -> Optional.ofNullable(this.shipped.get(key)));
	}

	/** Each answer asks for its instrument, which is the same text every time. */
	private Instrument read(Held held) {
		return this.read.computeIfAbsent(held.definition(), Definition::stored);
	}

	/**
	 * An instrument as it stands.
	 * @param edition id and version
	 * @return with all its texts
	 * @throws Refusal (404) if there is none
	 */
	public Instrument get(Edition edition) {
		return find(edition.id(), edition.version()).orElseThrow(() -> unknown(edition.id(), edition.version()));
	}

	/**
	 * An instrument to score answers by. Once people were asked its items and scales
	 * never change, so it is not read again, though texts in a further language may come.
	 * @param edition id and version
	 * @return perhaps without the latest texts
	 * @throws Refusal (404) if there is none
	 */
	public Instrument scoring(Edition edition) {
		Instrument known = this.asked.get(edition);
		if (known != null) {
			return known;
		}
		this.held.find(Instrument.key(edition.id(), edition.version()))
			.filter(Held::used)
			.ifPresent((held) -> this.asked.put(edition, read(held)));
		return get(edition);
	}

	/** All, by id and version. */
	List<Entry> all() {
		Map<String, Entry> all = new TreeMap<>();
		this.shipped.forEach((key, instrument) -> all.put(key, new Entry(instrument, true, false)));
		this.held.findAll()
			.forEach((held) -> all.put(held.id(),
					new Entry(held.instrument(), this.shipped.containsKey(held.id()), held.used())));
		return List.copyOf(all.values());
	}

	/**
	 * Marks an instrument as asked: from now on it never changes.
	 * @param edition id and version
	 * @return as it stands
	 * @throws Refusal (404) if there is none; (409) if there are no texts to ask it with
	 */
	public Instrument use(Edition edition) {
		String id = edition.id();
		int version = edition.version();
		return this.held.change(Instrument.key(id, version), (present) -> {
			Held held = present.orElseGet(() -> shippedOr404(id, version));
			if (held.instrument().wordings().isEmpty()) {
				throw Refusal.conflict("instrument-without-texts",
						"%s version %d has no texts yet, and they are not ours to give. Import them under your licence, then plan it."
							.formatted(id, version));
			}
			return held.used() ? Change.none() : Change.to(new Held(held.id(), held.definition(), true));
		}).instrument();
	}

	/**
	 * Takes an agency's own instrument whole; the same again changes nothing.
	 * @throws Refusal (409) if it is one that ships, was asked already, or has a scale of
	 * another's id
	 */
	Instrument define(Instrument wanted) {
		if (this.shipped.values().stream().anyMatch((known) -> known.id().equals(wanted.id()))) {
			throw Refusal.conflict("instrument-shipped",
					"%s ships with the suite and is not redefined. Give yours another id; texts for it have an operation of their own."
						.formatted(wanted.id()));
		}
		requireScalesOfItsOwn(wanted);
		return this.held.change(wanted.key(), (present) -> {
			if (present.isPresent() && present.get().instrument().equals(wanted)) {
				return Change.none();
			}
			if (present.map(Held::used).orElse(false)) {
				throw used(wanted);
			}
			return Change.to(new Held(wanted.key(), Definition.write(wanted), false));
		}).instrument();
	}

	/**
	 * Takes texts in one language whole; the same again changes nothing.
	 * @throws Refusal (404) if there is no such instrument; (400) if a text is missing or
	 * too many; (409) if people were asked in these words already
	 */
	Instrument word(String id, int version, String language, Wording wording) {
		return this.held.change(Instrument.key(id, version), (present) -> {
			Held held = present.orElseGet(() -> shippedOr404(id, version));
			Instrument before = held.instrument();
			Instrument next;
			try {
				next = before.with(language, wording);
			}
			catch (IllegalArgumentException ex) {
				throw Definition.refused("", ex.getMessage() + ".");
			}
			if (before.equals(next)) {
				return Change.none();
			}
			if (before.wordings().containsKey(language) && (held.used() || ships(before, language))) {
				throw used(before);
			}
			return Change.to(new Held(held.id(), Definition.write(next), held.used()));
		}).instrument();
	}

	private boolean ships(Instrument instrument, String language) {
		Instrument shipped = this.shipped.get(instrument.key());
		return shipped != null && shipped.wordings().containsKey(language);
	}

	private void requireScalesOfItsOwn(Instrument wanted) {
		for (Entry entry : all()) {
			Instrument other = entry.instrument();
			for (Scale scale : wanted.scales()) {
				if (!other.id().equals(wanted.id())
						&& other.scales().stream().anyMatch((known) -> known.id().equals(scale.id()))) {
					throw Refusal.conflict("scale-taken",
							"%s has a scale %s already, and figures are told apart by it. Name yours otherwise, such as %s-%s."
								.formatted(other.id(), scale.id(), wanted.id(), scale.id()));
				}
			}
		}
	}

	private Held shippedOr404(String id, int version) {
		Instrument instrument = this.shipped.get(Instrument.key(id, version));
		if (instrument == null) {
			throw unknown(id, version);
		}
		return new Held(instrument.key(), Definition.write(instrument), false);
	}

	private static Refusal unknown(String id, int version) {
		return Refusal.notFound("no-such-instrument",
				"There is no instrument %s version %d. GET /instruments lists those there are.".formatted(id, version));
	}

	private static Refusal used(Instrument instrument) {
		return Refusal.conflict("instrument-used",
				"%s version %d was asked already, and what people answered to never changes. Define version %d."
					.formatted(instrument.id(), instrument.version(), instrument.version() + 1));
	}

	/**
	 * An instrument with what happened to it.
	 *
	 * @param instrument with all its texts
	 * @param shipped whether its definition ships with the suite
	 * @param used whether it was asked
	 */
	record Entry(Instrument instrument, boolean shipped, boolean used) {

	}

	/**
	 * An instrument as it is kept.
	 *
	 * @param id instrument and version
	 * @param definition our JSON
	 * @param used whether it was asked
	 */
	record Held(String id, String definition, boolean used) {

		Instrument instrument() {
			return Definition.stored(this.definition);
		}

	}

}
