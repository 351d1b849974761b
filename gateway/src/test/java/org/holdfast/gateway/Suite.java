package org.holdfast.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import org.bson.Document;
import org.holdfast.embedded.EmbeddedPair;
import org.holdfast.identity.IdentityApplication;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/**
 * The gateway before the real provider and a service, once for all tests. Access tokens
 * end so soon that every request renews them.
 */
final class Suite {

	static final String PASSWORD = "kelp & rock: 100% häld+fast";

	static final Suite RUNNING = new Suite();

	private static final String HASH = new BCryptPasswordEncoder(4).encode(PASSWORD);

	private final String database = "identity-" + UUID.randomUUID();

	private final EmbeddedPair pair = EmbeddedPair.shared();

	private final MongoClient mongo = MongoClients.create(this.pair.mongo().uri());

	private final Service service = new Service();

	private final URI url = URI.create("http://localhost:" + freePort());

	private final ConfigurableApplicationContext gateway;

	private Suite() {
		int identityPort = freePort();
		start(IdentityApplication.class, identityPort,
				Map.of("HOLDFAST_URL", this.url.toString(), "HOLDFAST_GATEWAY_SECRET", "gateway-secret",
						"HOLDFAST_MONGODB_URI", this.pair.mongo().uri(), "spring.mongodb.database", this.database,
						"HOLDFAST_KAFKA_BROKERS", this.pair.kafka().brokers(), "holdfast.identity.bcrypt-strength", "4",
						"holdfast.identity.access-token", "60s"));
		this.gateway = start(GatewayApplication.class, this.url.getPort(),
				Map.of("HOLDFAST_URL", this.url.toString(), "HOLDFAST_GATEWAY_SECRET", "gateway-secret",
						"HOLDFAST_IDENTITY_URI", "http://localhost:" + identityPort, "HOLDFAST_PROFILE_URI",
						this.service.uri().toString(), "HOLDFAST_BURNOUT_ALERT_URI", "http://localhost:" + freePort(),
						"spring.http.clients.read-timeout", "2s", "management.server.port", "0",
						"holdfast.gateway.limits.caller.per-second", "1", "spring.main.banner-mode", "off"));
	}

	URI url() {
		return this.url;
	}

	Service service() {
		return this.service;
	}

	int managementPort() {
		return this.gateway.getEnvironment().getRequiredProperty("local.management.port", Integer.class);
	}

	Browser browser() {
		return new Browser(this.url);
	}

	/**
	 * Somebody new, so that no test disturbs another; the sign-in name is the staff id.
	 */
	String person(String... roles) {
		String staffId = "s-" + UUID.randomUUID();
		accounts().insertOne(new Document("_id", staffId).append("signInName", staffId)
			.append("displayName", "Name of " + staffId)
			.append("roles", List.of(roles))
			.append("active", true)
			.append("seq", 1L)
			.append("passwordHash", HASH));
		return staffId;
	}

	void change(String staffId, String member, Object value) {
		accounts().updateOne(new Document("_id", staffId), new Document("$set", new Document(member, value)));
	}

	private MongoCollection<Document> accounts() {
		return this.mongo.getDatabase(this.database).getCollection("accounts");
	}

	static ConfigurableApplicationContext start(Class<?> application, int port, Map<String, String> settings) {
		List<String> arguments = new ArrayList<>(
				List.of("--server.port=" + port, "--spring.config.location=" + settingsOf(application)));
		settings.forEach((name, value) -> arguments.add("--" + name + "=" + value));
		return new SpringApplicationBuilder(application).run(arguments.toArray(String[]::new));
	}

	/** On one class path only the place tells one application.yml from the other. */
	private static String settingsOf(Class<?> application) {
		try {
			URI location = application.getProtectionDomain().getCodeSource().getLocation().toURI();
			return location.getPath().endsWith(".jar") ? "jar:" + location + "!/application.yml"
					: location + "application.yml";
		}
		catch (URISyntaxException ex) {
			throw new IllegalStateException(ex);
		}
	}

	static int freePort() {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
