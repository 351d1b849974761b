package org.holdfast.profile;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * What an agency may set about profile.
 *
 * @param zone where the agency is; entry and exit dates begin and end there
 * @param imports bounds of an import
 */
@Validated
@ConfigurationProperties("holdfast.profile")
public record ProfileSettings(@NotNull @DefaultValue("UTC") ZoneId zone, @NotNull @DefaultValue Imports imports) {

	/**
	 * Bounds of an import.
	 *
	 * @param largestFile how large a file may be
	 * @param mostRows how many rows it may have
	 * @param writers how many changes are written at the same time
	 */
	public record Imports(@NotNull @DefaultValue("10MB") DataSize largestFile,
			@Positive @DefaultValue("50000") int mostRows, @Min(1) @Max(64) @DefaultValue("16") int writers) {
	}

	public LocalDate today(Clock clock) {
		return LocalDate.ofInstant(clock.instant(), this.zone);
	}

}
