package org.holdfast.defaults.outbox;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.kafka.config.TopicBuilder;
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
	 * The topics this service owns, as they are made where they do not exist yet.
	 */
	public List<NewTopic> newTopics() {
		return this.publishes.entrySet()
			.stream()
			.map((topic) -> topic.getValue().make(topic.getKey(), this.outbox))
			.toList();
	}

	/**
	 * A topic of our own.
	 *
	 * @param compacted keeps the last value of each key for ever; otherwise every event
	 * is kept
	 */
	public record Topic(@DefaultValue("false") boolean compacted) {

		private NewTopic make(String name, Outbox settings) {
			TopicBuilder topic = TopicBuilder.name(name).partitions(settings.partitions());
			if (settings.replicas() > 0) {
				topic.replicas(settings.replicas());
			}
			// an erasure must leave a compacted topic within a day
			return (this.compacted
					? topic.compact()
						.config(TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG, "43200000")
						.config(TopicConfig.DELETE_RETENTION_MS_CONFIG, "86400000")
					: topic.config(TopicConfig.RETENTION_MS_CONFIG, "-1"))
				.build();
		}

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
