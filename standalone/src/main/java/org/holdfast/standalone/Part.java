package org.holdfast.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.security.CodeSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.apache.kafka.clients.admin.NewTopic;
import org.holdfast.defaults.outbox.OutboxSettings;

import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.UrlResource;

/**
 * One application of the suite, to be started as it is when it runs by itself.
 *
 * @param name its {@code spring.application.name}
 * @param application its Spring Boot application
 * @param port where it listens
 * @param settings what an environment would tell it
 */
record Part(String name, Class<?> application, int port, Map<String, String> settings) {

	ConfigurableApplicationContext start() {
		Map<String, String> arguments = new LinkedHashMap<>();
		arguments.put("spring.config.location", ownSettings());
		arguments.put("server.port", String.valueOf(this.port));
		arguments.put("server.address", "127.0.0.1");
		arguments.putAll(this.settings);
		return new SpringApplicationBuilder(this.application).bannerMode(Banner.Mode.OFF)
			.logStartupInfo(false)
			.run(arguments.entrySet()
				.stream()
				.map((argument) -> "--" + argument.getKey() + "=" + argument.getValue())
				.toArray(String[]::new));
	}

	/**
	 * The topics that this part publishes, as its own settings say.
	 */
	List<NewTopic> topics() {
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources().addFirst(new MapPropertySource("settings", Map.copyOf(this.settings)));
		try {
			new YamlPropertySourceLoader().load(this.name, new UrlResource(ownSettings()))
				.forEach(environment.getPropertySources()::addLast);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return Binder.get(environment)
			.bind("holdfast", OutboxSettings.class)
			.map(OutboxSettings::newTopics)
			.orElse(List.of());
	}

	/**
	 * Every part brings an {@code application.yml}; on one class path only its place
	 * tells them apart.
	 */
	private String ownSettings() {
		CodeSource source = Objects.requireNonNull(this.application.getProtectionDomain().getCodeSource());
		try {
			URI location = source.getLocation().toURI();
			return location.getPath().endsWith(".jar") ? "jar:" + location + "!/application.yml"
					: location + "application.yml";
		}
		catch (URISyntaxException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
