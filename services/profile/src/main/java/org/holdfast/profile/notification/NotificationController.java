package org.holdfast.profile.notification;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.holdfast.defaults.security.Caller;
import org.holdfast.defaults.problem.UsualProblems;

import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * What the caller should hear of; nobody sees another person's.
 */
@RestController
@RequestMapping("/me/notifications")
@PreAuthorize("hasAnyRole('STAFF', 'SUPERVISOR', 'HR', 'ADMINISTRATOR')")
@UsualProblems
@Tag(name = "Notifications", description = "What one should hear of")
class NotificationController {

	private final Notifications notifications;

	NotificationController(Notifications notifications) {
		this.notifications = notifications;
	}

	@GetMapping
	@Operation(summary = "What one should hear of, the newest first",
			description = "It says of which kind a thing is, never what is in it. Once the thing is over it is gone from here.")
	@ApiResponse(responseCode = "200", description = "One's own; empty where there is nothing")
	List<Own> own(Caller caller) {
		List<Notification> own = this.notifications.of(caller.staffId());
		Set<String> seen = this.notifications.seen(own);
		return own.stream()
			.map((each) -> new Own(each.id(), each.subject(), each.about(), each.urgent(), each.requestedAt(),
					seen.contains(each.id())))
			.toList();
	}

	@PutMapping("/seen")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Note that one has seen some",
			description = "Ids that are unknown or another person's are left out without a word.")
	@ApiResponse(responseCode = "204", description = "Noted; sending it again changes nothing")
	void see(Caller caller, @Valid @RequestBody Seen seen) {
		this.notifications.see(caller.staffId(), seen.notificationIds());
	}

	record Own(String notificationId,
			@Schema(description = "of which kind, such as help-asked or check-in-waiting") String subject,
			@Schema(description = "id of the thing, such as a help request or a cycle") String about, boolean urgent,
			Instant requestedAt, boolean seen) {
	}

	record Seen(@NotNull @Size(max = 1000) List<@NotNull String> notificationIds) {
	}

}
