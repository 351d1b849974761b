package org.holdfast.mentorship;

import java.time.Duration;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * What may differ between agencies.
 *
 * @param quiet how long nothing may arrive from profile before pairs are made, so that an
 * import is paired as a whole
 * @param atLatest how long pairs may wait at most while things keep arriving
 * @param sweep how often to look for what a crash left behind, and for what is due
 * @param proposal how long a proposal waits for the two
 */
@Validated
@ConfigurationProperties("holdfast.mentorship")
public record MentorshipSettings(@NotNull @DurationMin(millis = 1) Duration quiet,
		@NotNull @DurationMin(millis = 1) Duration atLatest, @NotNull @DurationMin(millis = 1) Duration sweep,
		@NotNull @Valid Proposal proposal) {

	/**
	 * How long a proposal waits for the two.
	 *
	 * @param answerWithin until it lapses
	 * @param remindAfter until those who have not answered hear of it once more
	 */
	public record Proposal(@NotNull @DurationMin(hours = 1) Duration answerWithin,
			@NotNull @DurationMin(hours = 1) Duration remindAfter) {

	}

}
