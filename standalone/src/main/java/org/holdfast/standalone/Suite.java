package org.holdfast.standalone;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.holdfast.burnout.BurnoutAlertApplication;
import org.holdfast.checkin.CheckInApplication;
import org.holdfast.embedded.EmbeddedPair;
import org.holdfast.gateway.GatewayApplication;
import org.holdfast.identity.IdentityApplication;
import org.holdfast.mentorship.MentorshipApplication;
import org.holdfast.profile.ProfileApplication;

import org.springframework.context.ConfigurableApplicationContext;

/**
 * The whole of Holdfast, running in this JVM.
 */
final class Suite implements AutoCloseable {

	private static final int STARTED_AT_ONCE = 2;

	private static final String UPLOADS = "spring.servlet.multipart.enabled";

	private final List<ConfigurableApplicationContext> parts = new ArrayList<>();

	private final EmbeddedPair pair;

	private Suite(EmbeddedPair pair) {
		this.pair = pair;
	}

	/**
	 * Starts everything.
	 * @param demo people are invented and time may be simulated
	 * @param console told of every part that has started
	 * @throws org.holdfast.embedded.EmbeddedStartException if the broker or the database
	 * cannot run
	 * @throws Stopped if a part cannot run
	 */
	static Suite start(Setup setup, Keys keys, boolean demo, Console console) {
		Setup.Ports ports = setup.ports();
		EmbeddedPair pair = EmbeddedPair.start(setup.data(), ports.kafka(), ports.mongo());
		console.started("broker and database");
		Suite suite = new Suite(pair);
		try {
			Map<String, String> surroundings = surroundings(setup, keys, demo, pair);
			List<Part> parts = List.of(new Part("identity", IdentityApplication.class, ports.identity(), surroundings),
					new Part("gateway", GatewayApplication.class, ports.gateway(), gateway(setup, demo, surroundings)),
					new Part("check-in", CheckInApplication.class, ports.checkIn(), surroundings),
					new Part("profile", ProfileApplication.class, ports.profile(), surroundings),
					new Part("burnout-alert", BurnoutAlertApplication.class, ports.burnoutAlert(), surroundings),
					new Part("mentorship-matching", MentorshipApplication.class, ports.mentorshipMatching(),
							surroundings));
			createTopics(parts, pair.kafka().brokers());
			suite.startAll(parts, console);
			return suite;
		}
		catch (RuntimeException ex) {
			suite.close();
			throw ex;
		}
	}

	private void startAll(List<Part> parts, Console console) {
		try (ExecutorService starters = Executors.newFixedThreadPool(STARTED_AT_ONCE)) {
			List<CompletableFuture<Void>> starts = parts.stream()
				.map((part) -> CompletableFuture.runAsync(() -> start(part, console), starters))
				.toList();
			starts.forEach(CompletableFuture::join);
		}
		catch (CompletionException ex) {
			throw (ex.getCause() instanceof RuntimeException cause) ? cause : ex;
		}
	}

	/**
	 * Before any part reads them, so that none has to wait for its publisher.
	 */
	private static void createTopics(List<Part> parts, String brokers) {
		// several parts ask for notifications
		Collection<NewTopic> topics = parts.stream()
			.flatMap((part) -> part.topics().stream())
			.collect(Collectors.toMap(NewTopic::name, (topic) -> topic, (one, same) -> one))
			.values();
		try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, brokers))) {
			Set<String> present = admin.listTopics().names().get();
			admin.createTopics(topics.stream().filter((topic) -> !present.contains(topic.name())).toList()).all().get();
		}
		catch (ExecutionException | InterruptedException ex) {
			throw new IllegalStateException("The topics could not be made", ex);
		}
	}

	private void start(Part part, Console console) {
		ConfigurableApplicationContext context = part.start();
		synchronized (this.parts) {
			this.parts.add(context);
		}
		console.started(part.name());
	}

	private static Map<String, String> surroundings(Setup setup, Keys keys, boolean demo, EmbeddedPair pair) {
		Setup.Ports ports = setup.ports();
		Map<String, String> settings = new HashMap<>();
		settings.put("HOLDFAST_KAFKA_BROKERS", pair.kafka().brokers());
		settings.put("HOLDFAST_MONGODB_URI", pair.mongo().uri());
		settings.put("HOLDFAST_URL", setup.url());
		settings.put("HOLDFAST_JWKS_URI", local(ports.identity()) + "/identity/oauth2/jwks");
		settings.put("HOLDFAST_IDENTITY_URI", local(ports.identity()));
		settings.put("HOLDFAST_PROFILE_URI", local(ports.profile()));
		settings.put("HOLDFAST_CHECK_IN_URI", local(ports.checkIn()));
		settings.put("HOLDFAST_MENTORSHIP_MATCHING_URI", local(ports.mentorshipMatching()));
		settings.put("HOLDFAST_BURNOUT_ALERT_URI", local(ports.burnoutAlert()));
		settings.put("HOLDFAST_GATEWAY_SECRET", keys.key("gateway-secret"));
		settings.put("HOLDFAST_PSEUDONYM_KEY", keys.key("pseudonym-key"));
		settings.put("HOLDFAST_VAULT_KEY", keys.key("vault-key"));
		settings.put("HOLDFAST_ADMINISTRATOR_PASSWORD", keys.password("administrator-password"));
		settings.put("holdfast.outbox.partitions", "2");
		settings.put("HOLDFAST_INSTANCE", "standalone");
		// a command of the embedded database costs little more than to time it
		settings.put("management.metrics.mongo.command.enabled", "false");
		settings.put("HOLDFAST_SIMULATED_CLOCK", String.valueOf(demo));
		// Spring Cloud Gateway, on the common class path, would turn uploads off for all
		settings.put(UPLOADS, "true");
		if (demo) {
			// the demo people share one password, so a strong hash of it would guard
			// nothing
			settings.put("holdfast.identity.bcrypt-strength", "4");
		}
		return settings;
	}

	private static Map<String, String> gateway(Setup setup, boolean demo, Map<String, String> surroundings) {
		Map<String, String> settings = new HashMap<>(surroundings);
		settings.remove(UPLOADS);
		settings.put("server.address", setup.address());
		if (demo) {
			// one loader signs everybody in from one address
			settings.put("holdfast.gateway.limits.address.per-second", "2000");
			settings.put("holdfast.gateway.limits.address.burst", "4000");
			settings.put("holdfast.gateway.limits.tokens.per-second", "2000");
			settings.put("holdfast.gateway.limits.tokens.burst", "4000");
		}
		return settings;
	}

	private static String local(int port) {
		return "http://127.0.0.1:" + port;
	}

	/**
	 * Says what to do when the broker cannot go on, as on a full disk.
	 */
	void onBrokerFailure(Runnable failed) {
		this.pair.kafka().onFatal(failed);
	}

	/**
	 * Stops in the order that loses nothing: first what takes requests, last what keeps
	 * them.
	 */
	@Override
	public void close() {
		synchronized (this.parts) {
			this.parts.reversed().forEach(ConfigurableApplicationContext::close);
			this.parts.clear();
		}
		this.pair.close();
	}

}
