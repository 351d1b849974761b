package org.holdfast.standalone.demo;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class DuplicateDeliveryTests {

	private static final List<String> TOPICS = List.of("profile.staff", "profile.units", "check-in.recorded",
			"check-in.cycle", "check-in.help-requested", "notification.requested", "mentorship.match",
			"burnout-alert.raised", "burnout-alert.released", "burnout-alert.warned", "burnout-alert.cross-cut");

	private final RunningSuite suite = DemoSuite.loaded();

	@Test
	void everyEventDeliveredOnceMoreChangesNoFigureAndMalformedOnesAreSetAsideInBetween() throws Exception {
		try (ApiClient api = new ApiClient(this.suite.url())) {
			DemoAgency agency = DemoAgency.fromExport();
			ApiClient.Person hr = new SignIn(api).person(with(agency, "hr").signInName(), RunningSuite.PASSWORD);
			ApiClient.Person administrator = new SignIn(api).person(with(agency, "administrator").signInName(),
					RunningSuite.PASSWORD);
			DemoPerson member = agency.people().getLast();
			ApiClient.Person staff = new SignIn(api).person(member.signInName(), RunningSuite.PASSWORD);
			awaitNothingWaiting();
			Map<String, JsonNode> before = figures(hr, staff);

			List<ConsumerRecord<byte[], byte[]>> delivered = everything();
			assertThat(delivered.size()).isGreaterThan(4000);
			deliverAgain(delivered);
			awaitNothingWaiting();

			assertThat(figures(hr, staff)).isEqualTo(before);
			Map<String, Integer> setAside = new TreeMap<>();
			for (String service : List.of("profile", "check-in", "mentorship-matching", "burnout-alert")) {
				setAside.put(service, administrator.get("/api/" + service + "/quarantine").size());
			}
			// notifications; staff, units, matches, releases, warnings and cross-cuts;
			// staff and units; answers,
			// cycles and units
			assertThat(setAside)
				.isEqualTo(Map.of("profile", 1, "check-in", 6, "mentorship-matching", 2, "burnout-alert", 3));
			assertThat(administrator.get("/api/burnout-alert/quarantine").toString()).contains("no JSON");
		}
	}

	private static Map<String, JsonNode> figures(ApiClient.Person hr, ApiClient.Person staff) {
		Map<String, JsonNode> figures = new HashMap<>();
		hr.get("/api/burnout-alert/units").forEach((unit) -> {
			String path = "/api/burnout-alert/units/" + unit.get("unitId").asString() + "/trend";
			figures.put(path, hr.get(path));
			String drivers = "/api/burnout-alert/units/" + unit.get("unitId").asString() + "/drivers";
			figures.put(drivers, hr.get(drivers));
		});
		for (String path : List.of("/api/burnout-alert/alerts", "/api/burnout-alert/charts/budget",
				"/api/burnout-alert/cross-cuts", "/api/burnout-alert/cross-cuts/frontline/trend",
				"/api/mentorship-matching/matches", "/api/profile/units", "/api/profile/staff")) {
			figures.put(path, hr.get(path));
		}
		figures.put("scores", staff.get("/api/check-in/me/scores"));
		figures.put("warnings", staff.get("/api/check-in/me/warnings"));
		assertThat(figures).hasSizeGreaterThan(18);
		return figures;
	}

	private List<ConsumerRecord<byte[], byte[]>> everything() {
		List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
		try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
				Map.of("bootstrap.servers", this.suite.brokers()), new ByteArrayDeserializer(),
				new ByteArrayDeserializer())) {
			List<TopicPartition> partitions = TOPICS.stream()
				.flatMap((topic) -> consumer.partitionsFor(topic).stream())
				.map((info) -> new TopicPartition(info.topic(), info.partition()))
				.toList();
			consumer.assign(partitions);
			consumer.seekToBeginning(partitions);
			Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
			while (partitions.stream().anyMatch((partition) -> consumer.position(partition) < ends.get(partition))) {
				consumer.poll(Duration.ofMillis(200)).forEach(found::add);
			}
		}
		return found;
	}

	private void deliverAgain(List<ConsumerRecord<byte[], byte[]>> records) {
		try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
				Map.of("bootstrap.servers", this.suite.brokers()), new ByteArraySerializer(),
				new ByteArraySerializer())) {
			for (String topic : TOPICS) {
				producer.send(new ProducerRecord<>(topic, null, "nobody".getBytes(StandardCharsets.UTF_8),
						"{".getBytes(StandardCharsets.UTF_8), List.of(header("ce_type", topic),
								header("ce_sequence", "1"), header("ce_time", "2026-01-01T00:00:00Z"))));
			}
			records.forEach((each) -> producer
				.send(new ProducerRecord<>(each.topic(), each.partition(), each.key(), each.value(), each.headers())));
		}
	}

	private static org.apache.kafka.common.header.Header header(String name, String value) {
		return new org.apache.kafka.common.header.internals.RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
	}

	private void awaitNothingWaiting() throws ExecutionException, InterruptedException {
		try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, this.suite.brokers()));
				KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
						Map.of("bootstrap.servers", this.suite.brokers()), new ByteArrayDeserializer(),
						new ByteArrayDeserializer())) {
			List<String> groups = admin.listGroups(ListGroupsOptions.forConsumerGroups())
				.all()
				.get()
				.stream()
				.map(GroupListing::groupId)
				.toList();
			assertThat(groups).hasSizeGreaterThanOrEqualTo(7);
			long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
			long lag = 1;
			while (lag > 0) {
				assertThat(System.nanoTime()).as("events still wait: %d", lag).isLessThan(end);
				lag = 0;
				for (String group : groups) {
					Map<TopicPartition, OffsetAndMetadata> read = admin.listConsumerGroupOffsets(group)
						.partitionsToOffsetAndMetadata()
						.get();
					Map<TopicPartition, Long> ends = consumer.endOffsets(read.keySet());
					for (Map.Entry<TopicPartition, OffsetAndMetadata> each : read.entrySet()) {
						lag += ends.get(each.getKey()) - each.getValue().offset();
					}
				}
			}
		}
	}

	private static DemoPerson with(DemoAgency agency, String role) {
		return agency.people().stream().filter((person) -> person.roles().contains(role)).findFirst().orElseThrow();
	}

}
