package org.holdfast.defaults.time;

import java.time.Instant;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotNull;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Lets a demo or a test set the time; exists only where the clock may be simulated.
 */
@RestController
@RequestMapping("/clock")
@PreAuthorize("hasRole('ADMINISTRATOR')")
@Tag(name = "Clock", description = "Simulated time, for demos and tests only")
class ClockController {

	private final HoldfastClock clock;

	ClockController(HoldfastClock clock) {
		this.clock = clock;
	}

	@GetMapping
	@Operation(summary = "The time this service goes by")
	Reading read() {
		return new Reading(this.clock.instant(), this.clock.isSimulated());
	}

	@PutMapping
	@Operation(summary = "Set the time; what became due has happened when this returns")
	Reading set(@RequestBody @jakarta.validation.Valid Setting setting) {
		this.clock.set(setting.now());
		return read();
	}

	@DeleteMapping
	@Operation(summary = "Go back to real time")
	Reading resume() {
		this.clock.resume();
		return read();
	}

	record Setting(@NotNull Instant now) {
	}

	record Reading(Instant now, boolean simulated) {
	}

}
