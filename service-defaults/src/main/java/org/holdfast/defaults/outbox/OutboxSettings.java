package org.holdfast.defaults.outbox;

import java.time.Duration;
import java.util.Map;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How a service publishes.
 *
 * @param publishes the topics this service owns, by name
 * @param outbox bounds and rhythm of the relay
 */
@Validated
@ConfigurationProperties("holdfast")
public record OutboxSettings(@DefaultValue Map<String, Topic> publishes, @DefaultValue @NotNull Outbox outbox) {

	/**
	 * A topic of our own.
	 *
	 * @param compacted keeps the last value of each key for ever; otherwise every event
	 * is kept
	 */
	public record Topic(@DefaultValue("false") boolean compacted) {
	}

	/**
	 * Bounds and rhythm of the relay.
	 *
	 * @param bound events that may wait for the broker before changes are refused
	 * @param sweep how often events are looked for that a crash left behind
	 * @param keep how long published events are kept, to be sent again after a restart: a
	 * broker acknowledges before its disk does
	 * @param partitions partitions of a topic that is made new
	 * @param replicas replicas of a topic that is made new
	 */
	public record Outbox(@Min(1) @DefaultValue("10000") int bound, @DefaultValue("30s") Duration sweep,
			@DefaultValue("2m") Duration keep, @Min(1) @DefaultValue("3") int partitions,
			@DefaultValue("-1") short replicas) {
	}

}
