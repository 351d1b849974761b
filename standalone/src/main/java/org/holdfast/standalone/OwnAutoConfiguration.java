package org.holdfast.standalone;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;

/**
 * Keeps a part from configuring what only another part brought onto the common class
 * path: by itself it would not have it either.
 */
public final class OwnAutoConfiguration implements AutoConfigurationImportFilter, EnvironmentAware {

	private static final List<String> GATEWAY = List.of("org.springframework.cloud.gateway.",
			"org.springframework.boot.security.oauth2.client.");

	private static final List<String> IDENTITY = List.of("org.springframework.boot.thymeleaf.",
			"org.springframework.boot.security.oauth2.server.authorization.");

	private static final List<String> SERVICES = List.of("org.holdfast.defaults.", "org.springdoc.",
			"org.springframework.boot.security.oauth2.server.resource.", "org.springframework.boot.kafka.",
			"org.springframework.boot.mongodb.", "org.springframework.boot.data.",
			"org.springframework.boot.integration.", "org.springframework.boot.persistence.",
			"org.springframework.boot.transaction.", "org.springframework.cloud.stream.",
			"org.springframework.cloud.function.");

	private static final Map<String, List<String>> FOREIGN = Map.of("gateway", join(IDENTITY, SERVICES), "identity",
			GATEWAY);

	private static final List<String> FOREIGN_TO_SERVICES = join(GATEWAY, IDENTITY);

	private @Nullable Environment environment;

	@Override
	public void setEnvironment(Environment environment) {
		this.environment = environment;
	}

	@Override
	public boolean[] match(@Nullable String[] classes, AutoConfigurationMetadata metadata) {
		String part = Objects.requireNonNull(this.environment).getProperty("spring.application.name", "");
		List<String> foreign = FOREIGN.getOrDefault(part, FOREIGN_TO_SERVICES);
		boolean[] matches = new boolean[classes.length];
		for (int index = 0; index < classes.length; index++) {
			String name = classes[index];
			matches[index] = name != null && foreign.stream().noneMatch(name::startsWith);
		}
		return matches;
	}

	private static List<String> join(List<String> first, List<String> second) {
		return Stream.concat(first.stream(), second.stream()).toList();
	}

}
