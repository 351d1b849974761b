package org.holdfast.defaults;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import org.awaitility.Awaitility;
import org.holdfast.defaults.ProbeApplication.Note;
import org.holdfast.defaults.test.KafkaProbe;
import org.holdfast.defaults.test.Tokens;
import org.holdfast.embedded.EmbeddedKafka;
import org.holdfast.embedded.EmbeddedMongo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;

class BrokerAwayTests {

	private static final int BOUND = 25;

	@TempDir
	private Path directory;

	@Test
	void changesAreTakenUpToTheBoundThenRefusedWithRetryAfterAndAllArePublishedWhenTheBrokerIsBack() {
		int port;
		EmbeddedKafka kafka = EmbeddedKafka.start(this.directory.resolve("kafka"), 0);
		port = Integer.parseInt(kafka.brokers().substring(kafka.brokers().indexOf(':') + 1));
		try (EmbeddedMongo mongo = EmbeddedMongo.start(this.directory.resolve("mongo"), 0);
				ServletWebServerApplicationContext service = start(kafka.brokers(), mongo.uri())) {
			RestClient client = client(service.getWebServer().getPort());
			assertThat(write(client, 0).getStatusCode().value()).isEqualTo(200);
			try (KafkaProbe probe = service.getBeanFactory().createBean(KafkaProbe.class)) {
				probe.await("probe.note", 1);
			}
			kafka.close();
			List<Integer> answers = IntStream.rangeClosed(1, BOUND + 5)
				.mapToObj((number) -> write(client, number).getStatusCode().value())
				.toList();
			assertThat(answers.subList(0, BOUND)).containsOnly(200);
			assertThat(answers.subList(BOUND, BOUND + 5)).containsOnly(503);
			ResponseEntity<String> refused = write(client, 1000);
			assertThat(refused.getHeaders().getFirst("Retry-After")).matches("[1-9][0-9]*");
			assertThat(refused.getBody()).contains("urn:holdfast:problem:try-later");
			assertThat(client.get().uri("/actuator/health/readiness").retrieve().body(String.class)).contains("UP");

			try (EmbeddedKafka _ = EmbeddedKafka.start(this.directory.resolve("kafka"), port);
					KafkaProbe probe = service.getBeanFactory().createBean(KafkaProbe.class)) {
				List<KafkaProbe.Published> published = probe.await("probe.note", BOUND + 1);
				assertThat(published).extracting(KafkaProbe.Published::key)
					.containsExactlyInAnyOrderElementsOf(
							IntStream.rangeClosed(0, BOUND).mapToObj((number) -> "note-" + number).toList());
				ProbeApplication.Reader reader = service.getBean(ProbeApplication.Reader.class);
				Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> reader.taken.size() == BOUND + 1);
				Awaitility.await().until(() -> write(client, 1000).getStatusCode().value() == 200);
				probe.await("probe.note", BOUND + 2);
			}
		}
	}

	private static ResponseEntity<String> write(RestClient client, int number) {
		return client.put()
			.uri("/notes/note-" + number)
			.header("Authorization", "Bearer " + Tokens.staff("S-1"))
			.contentType(MediaType.APPLICATION_JSON)
			.body("{\"text\":\"text\"}")
			.retrieve()
			.toEntity(String.class);
	}

	private static RestClient client(int port) {
		return RestClient.builder()
			.baseUrl("http://localhost:" + port)
			.defaultStatusHandler((status) -> true, (request, response) -> {
			})
			.build();
	}

	private static ServletWebServerApplicationContext start(String brokers, String mongoUri) {
		return (ServletWebServerApplicationContext) new SpringApplicationBuilder(ProbeApplication.class)
			.web(WebApplicationType.SERVLET)
			.run("--server.port=0", "--HOLDFAST_KAFKA_BROKERS=" + brokers, "--spring.mongodb.uri=" + mongoUri,
					"--holdfast.outbox.bound=" + BOUND, "--holdfast.outbox.partitions=1",
					"--spring.security.oauth2.resourceserver.jwt.jwk-set-uri=" + Tokens.jwksUri(),
					"--spring.security.oauth2.resourceserver.jwt.issuer-uri=" + Tokens.ISSUER,
					"--spring.cloud.stream.kafka.binder.auto-create-topics=true");
	}

}
