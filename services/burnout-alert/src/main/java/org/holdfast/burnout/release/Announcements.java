package org.holdfast.burnout.release;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.holdfast.defaults.outbox.Aggregates;
import org.holdfast.defaults.outbox.Change;
import org.holdfast.defaults.outbox.Event;
import org.holdfast.defaults.outbox.Outbox;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells of each release once, whatever happens in between. */
@Component
class Announcements {

	private final Aggregates<Announced> announced;

	/** Those that are known to be told, so that they are not looked up again. */
	private final Set<String> told = ConcurrentHashMap.newKeySet();

	Announcements(Outbox outbox) {
		this.announced = outbox.aggregates(Announced.class, "announcements");
	}

	@EventListener
	void on(Published published) {
		for (Release release : published.releases()) {
			if (!this.told.contains(release.id())) {
				this.announced.changeMostlyNew(release.id(),
						(held) -> held.isPresent() ? Change.none() : announce(release));
				this.told.add(release.id());
			}
		}
	}

	private static Change<Announced> announce(Release release) {
		return Change.to(new Announced(release.id()),
				Event.of(Released.TOPIC, release.id(), new Released(release.id(), release.commentGroups())));
	}

	/**
	 * That a release was told.
	 *
	 * @param id the cycle's id
	 */
	record Announced(String id) {
	}

}
