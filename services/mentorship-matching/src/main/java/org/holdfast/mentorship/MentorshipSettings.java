package org.holdfast.mentorship;

import java.time.Duration;

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
 * @param sweep how often to look for what a crash left behind
 */
@Validated
@ConfigurationProperties("holdfast.mentorship")
record MentorshipSettings(@NotNull @DurationMin(millis = 1) Duration quiet,
		@NotNull @DurationMin(millis = 1) Duration atLatest, @NotNull @DurationMin(millis = 1) Duration sweep) {
}
