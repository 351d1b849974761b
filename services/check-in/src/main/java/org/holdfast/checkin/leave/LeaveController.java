package org.holdfast.checkin.leave;

import java.time.Instant;
import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.holdfast.checkin.leave.Leave.Interval;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where HR says who is away, so that they are neither asked nor reminded nor missed.
 */
@RestController
@RequestMapping("/leaves")
@PreAuthorize("hasRole('HR')")
@Tag(name = "Leaves", description = "Who is away and is not asked; nothing here tells who answered")
class LeaveController {

	private final Leaves leaves;

	LeaveController(Leaves leaves) {
		this.leaves = leaves;
	}

	@PutMapping
	@Operation(summary = "Enter when a person is away, in place of what was entered before",
			description = "Who is away for the whole of a cycle is not asked in it. No reason is kept. Without any times "
					+ "the entry is removed.")
	@ApiResponse(responseCode = "200", description = "Entered")
	@ApiResponse(responseCode = "400", description = "Ends before it begins, or overlaps another")
	Entered enter(@Valid @RequestBody Entered entered) {
		Leave leave = new Leave(entered.staffId(),
				entered.times().stream().map((time) -> new Interval(time.from(), time.until())).toList());
		this.leaves.enter(leave);
		return Entered.of(leave);
	}

	@GetMapping
	@Operation(summary = "What HR entered")
	@ApiResponse(responseCode = "200", description = "By staff id")
	List<Entered> leaves() {
		return this.leaves.all().stream().map(Entered::of).toList();
	}

	record Entered(@NotBlank @Size(max = 100) String staffId,
			@NotNull @Size(max = Leave.MOST) @Valid List<@NotNull Time> times) {

		static Entered of(Leave leave) {
			return new Entered(leave.id(),
					leave.times().stream().map((time) -> new Time(time.from(), time.until())).toList());
		}

	}

	record Time(@NotNull Instant from, @Schema(description = "the first instant back") @NotNull Instant until) {

	}

}
