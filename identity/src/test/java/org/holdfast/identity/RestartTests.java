package org.holdfast.identity;

import java.util.List;
import java.util.UUID;

import org.holdfast.embedded.EmbeddedPair;
import org.junit.jupiter.api.Test;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

import static org.assertj.core.api.Assertions.assertThat;

/** What outlives the process. */
class RestartTests {

	private final String database = "restart-" + UUID.randomUUID();

	@Test
	void aTokenIsValidAfterARestartAndTheNextIsSignedWithTheSameKey() {
		String before;
		try (ConfigurableApplicationContext identity = start()) {
			Passwords passwords = identity.getBean(Passwords.class);
			identity.getBean(MongoOperations.class)
				.insert(new Account("S-1", "ann", "Ann", List.of("staff"), true, 1, passwords.hash(Person.PASSWORD),
						null));
			before = accessToken(identity);
		}
		try (ConfigurableApplicationContext identity = start()) {
			JwtDecoder service = NimbusJwtDecoder
				.withJwkSetUri("http://localhost:" + port(identity) + "/identity/oauth2/jwks")
				.build();
			assertThat(service.decode(before).getSubject()).isEqualTo("S-1");
			assertThat(service.decode(accessToken(identity)).getHeaders().get("kid"))
				.isEqualTo(service.decode(before).getHeaders().get("kid"));
		}
	}

	private static String accessToken(ConfigurableApplicationContext identity) {
		return new Person(port(identity)).signedIn("ann", Person.PASSWORD).cliTokens().get("access_token").asString();
	}

	private static int port(ConfigurableApplicationContext identity) {
		return identity.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
	}

	private ConfigurableApplicationContext start() {
		EmbeddedPair pair = EmbeddedPair.shared();
		return new SpringApplicationBuilder(IdentityApplication.class).profiles("test")
			.run("--server.port=0", "--spring.mongodb.uri=" + pair.mongo().uri(),
					"--spring.mongodb.database=" + this.database,
					"--spring.kafka.bootstrap-servers=" + pair.kafka().brokers(),
					"--spring.cloud.stream.kafka.binder.brokers=" + pair.kafka().brokers());
	}

}
