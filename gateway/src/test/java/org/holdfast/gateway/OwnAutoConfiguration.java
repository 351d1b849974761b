package org.holdfast.gateway;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;

/**
 * Lets the gateway and the provider stand on one class path in these tests: the gateway
 * has no database and no broker, the provider routes nothing.
 */
public final class OwnAutoConfiguration implements AutoConfigurationImportFilter, EnvironmentAware {

	private static final List<String> NOT_OF_THE_GATEWAY = List.of("org.holdfast.defaults.", "org.springdoc.",
			"org.springframework.boot.thymeleaf.", "org.springframework.boot.security.oauth2.server.",
			"org.springframework.boot.kafka.", "org.springframework.boot.mongodb.", "org.springframework.boot.data.",
			"org.springframework.boot.integration.", "org.springframework.boot.persistence.",
			"org.springframework.boot.transaction.", "org.springframework.cloud.stream.",
			"org.springframework.cloud.function.");

	private static final List<String> NOT_OF_THE_PROVIDER = List.of("org.springframework.cloud.gateway.",
			"org.springframework.boot.security.oauth2.client.");

	private boolean gateway;

	@Override
	public void setEnvironment(Environment environment) {
		this.gateway = "gateway".equals(environment.getProperty("spring.application.name"));
	}

	@Override
	public boolean[] match(@Nullable String[] classes, AutoConfigurationMetadata metadata) {
		List<String> others = this.gateway ? NOT_OF_THE_GATEWAY : NOT_OF_THE_PROVIDER;
		boolean[] matches = new boolean[classes.length];
		for (int i = 0; i < classes.length; i++) {
			String name = classes[i];
			matches[i] = name != null && others.stream().noneMatch(name::startsWith);
		}
		return matches;
	}

}
