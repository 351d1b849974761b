package org.holdfast.burnout.setting;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the service is set up. HR may choose otherwise while it runs: see {@link Policies}.
 *
 * @param minimumGroup the smallest number of answers any figure stands for; more than
 * {@value #FEWEST} protects more and shows less
 * @param threshold the level, 0..100, from which on a group's strain is high
 * @param silentAfter in how many cycles in a row a unit must give too few answers to be
 * called silent
 * @param respondWithinDays within how many days of its close a cycle is to be responded
 * to
 * @param publishEvery how often answers that came in are looked at together
 * @param sweepEvery how often everything is looked at that another instance or a crash
 * may have left
 * @param settleAfter how long no cycle may have been heard of before one is published, so
 * that cycles that come together are published in their order
 * @param incompleteAfter how long a closed cycle may lack answers before that is warned
 * of and the next one of its series is published without it
 * @param personalRunLength mean number of answers between two warnings in vain to one
 * person
 * @param cyclesPerQuarter how many cycles a quarter has
 * @param falseAlarmsPerQuarter how many alarms in vain all group charts together may
 * raise in a quarter
 */
@Validated
@ConfigurationProperties("holdfast.burnout")
public record BurnoutSettings(@Min(BurnoutSettings.FEWEST) @DefaultValue("5") int minimumGroup,
		@Min(1) @Max(100) @DefaultValue("60") int threshold, @Min(2) @DefaultValue("3") int silentAfter,
		@Min(1) @DefaultValue("14") int respondWithinDays, @DefaultValue("200ms") Duration publishEvery,
		@DefaultValue("30s") Duration sweepEvery, @DefaultValue("300ms") Duration settleAfter,
		@DefaultValue("10m") Duration incompleteAfter, @Min(52) @DefaultValue("520") int personalRunLength,
		@Min(1) @DefaultValue("13") int cyclesPerQuarter, @Positive @DefaultValue("1") double falseAlarmsPerQuarter) {

	/** No setting goes below this number of people. */
	public static final int FEWEST = 5;

	Policy policy() {
		return new Policy(1, this.minimumGroup, this.threshold, List.of(Trouble.values()), this.silentAfter,
				this.respondWithinDays, Instant.EPOCH, "");
	}

}
