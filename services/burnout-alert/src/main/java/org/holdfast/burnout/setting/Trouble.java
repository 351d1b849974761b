package org.holdfast.burnout.setting;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What may call for an alert, the gravest first. */
public enum Trouble {

	/** A group's level is at the threshold or beyond. */
	@JsonProperty("level-high")
	LEVEL_HIGH,
	/** A group's level became worse by more than chance explains. */
	@JsonProperty("level-rose")
	LEVEL_ROSE,
	/** A group's members run together above what is usual for each of them. */
	@JsonProperty("group-chart")
	GROUP_CHART,
	/** A unit that was asked gave too few answers, cycle after cycle. */
	@JsonProperty("silent")
	SILENT

}
