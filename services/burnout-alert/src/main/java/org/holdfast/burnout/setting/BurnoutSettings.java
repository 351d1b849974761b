package org.holdfast.burnout.setting;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What an agency may set.
 *
 * @param minimumGroup the smallest number of answers any figure stands for; more than
 * {@value #FEWEST} protects more and shows less
 * @param threshold the level, 0..100, from which on a group's strain is high
 * @param publishEvery how often answers that came in are looked at together
 * @param sweepEvery how often everything is looked at that another instance or a crash
 * may have left
 * @param incompleteAfter how long a closed cycle may lack answers before that is warned
 * of
 */
@Validated
@ConfigurationProperties("holdfast.burnout")
public record BurnoutSettings(@Min(BurnoutSettings.FEWEST) @DefaultValue("5") int minimumGroup,
		@Min(1) @Max(100) @DefaultValue("60") int threshold, @DefaultValue("200ms") Duration publishEvery,
		@DefaultValue("30s") Duration sweepEvery, @DefaultValue("10m") Duration incompleteAfter) {

	/** No setting goes below this number of people. */
	public static final int FEWEST = 5;

}
