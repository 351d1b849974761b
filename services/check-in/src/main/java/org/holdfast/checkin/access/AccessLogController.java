package org.holdfast.checkin.access;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.holdfast.checkin.people.Participants;
import org.holdfast.defaults.problem.UsualProblems;
import org.holdfast.defaults.security.Caller;
import org.jspecify.annotations.Nullable;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Shows people who looked at what about them; nobody else can ask.
 */
@RestController
@UsualProblems
@PreAuthorize("hasAnyRole('STAFF', 'SUPERVISOR', 'HR', 'ADMINISTRATOR')")
@Tag(name = "Access log", description = "Who looked at what about me")
class AccessLogController {

	private final AccessLog log;

	private final Participants participants;

	AccessLogController(AccessLog log, Participants participants) {
		this.log = log;
		this.participants = participants;
	}

	@GetMapping("/me/access-log")
	@Operation(summary = "Who looked at what about me, the newest first",
			description = "One entry for each reader, thing and day (UTC). What nobody but you can read, such as your "
					+ "answers and warnings, cannot appear here.")
	@ApiResponse(responseCode = "200", description = "Empty where nobody looked at anything")
	List<Reading> accessLog(Caller caller) {
		return this.log.about(caller.staffId()).stream().map(this::reading).toList();
	}

	private Reading reading(AccessLog.Entry entry) {
		return new Reading(
				Optional.ofNullable(entry.by())
					.flatMap((by) -> this.participants.nameOf(by).map((name) -> new Reader(by, name)))
					.orElse(null),
				entry.what().name().toLowerCase(Locale.ROOT).replace('_', '-'), entry.thing(), entry.first(),
				entry.last(), entry.times());
	}

	record Reading(@Schema(description = "null for somebody who is not on the staff list any more") @Nullable Reader by,
			@Schema(description = "what was read", allowableValues = {
					"help-request", "words", "check-in" }) String what,
			@Schema(description = "id of the help request or peer check-in") String thing, Instant first, Instant last,
			@Schema(description = "how often on that day") int times){

	}

	record Reader(String staffId, String displayName) {

	}

}
