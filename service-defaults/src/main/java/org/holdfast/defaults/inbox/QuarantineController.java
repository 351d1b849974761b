package org.holdfast.defaults.inbox;

import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.holdfast.defaults.problem.Refusal;

import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Lets an administrator see which events were set aside and why, and have them handled
 * again once the cause is mended.
 */
@RestController
@RequestMapping("/quarantine")
@PreAuthorize("hasRole('ADMINISTRATOR')")
@Tag(name = "Quarantine", description = "Events that could not be used")
class QuarantineController {

	private final Quarantine quarantine;

	private final EventReader reader;

	QuarantineController(Quarantine quarantine, EventReader reader) {
		this.quarantine = quarantine;
		this.reader = reader;
	}

	@GetMapping
	@Operation(summary = "Events that were set aside, oldest first, with their cause")
	List<Quarantine.Entry> list() {
		return this.quarantine.list();
	}

	@PostMapping("/{id}/replay")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Handle an event again; it leaves the quarantine if that succeeds")
	void replay(@PathVariable String id) {
		RawEvent event = this.quarantine.find(id)
			.orElseThrow(() -> Refusal.notFound("no-such-event", "No event is set aside under this id."));
		try {
			this.reader.replay(event.topic(), event);
		}
		catch (Malformed | IllegalArgumentException | IllegalStateException | GapException still) {
			throw Refusal.conflict("still-unusable",
					"The event still cannot be used and stays set aside: " + EventReader.cause(still));
		}
		this.quarantine.remove(id);
	}

}
