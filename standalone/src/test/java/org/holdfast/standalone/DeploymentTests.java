package org.holdfast.standalone;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.holdfast.standalone.Checkout.Service;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

/**
 * Docker's files name services, ports, settings and secrets: every one of them exists,
 * and none is forgotten.
 */
class DeploymentTests {

	private static final Pattern REQUIRED = Pattern.compile("\\$\\{([A-Z_]+):\\?");

	private final Map<String, Service> services = Checkout.services();

	private final String composeText = Checkout.text(Checkout.ROOT.resolve("docker-compose.yml"));

	private final JsonNode compose = Checkout.yaml(Checkout.ROOT.resolve("docker-compose.yml")).getFirst();

	@Test
	void theServicesOfThisRepositoryAreFound() {
		assertThat(this.services.keySet()).containsExactly("burnout-alert", "check-in", "gateway", "identity",
				"mentorship-matching", "profile");
		this.services.values()
			.forEach((service) -> assertThat(service.folder().getFileName()).hasToString(service.name()));
	}

	@Test
	void composeBuildsEveryServiceFromTheOneDockerfile() {
		assertThat(built().keySet()).isEqualTo(this.services.keySet());
		built().forEach((name, container) -> {
			assertThat(container.at("/build/args/SERVICE").asString()).isEqualTo(name);
			assertThat(container.path("image").asString()).isEqualTo("holdfast/" + name);
		});
	}

	@Test
	void theDockerfileCollectsTheJarOfEveryService() throws IOException {
		String dockerfile = Checkout.text(Checkout.ROOT.resolve("Dockerfile"));
		Set<String> collected = new TreeSet<>();
		var globs = Pattern.compile("(\\S+)/target/\\*-exec\\.jar").matcher(dockerfile);
		while (globs.find()) {
			String folder = globs.group(1);
			if (folder.endsWith("/*")) {
				try (var modules = Files.list(Checkout.ROOT.resolve(folder.replace("/*", "")))) {
					modules.forEach((module) -> collected.add(module.getFileName().toString()));
				}
			}
			else {
				collected.add(folder);
			}
		}
		assertThat(collected).isEqualTo(this.services.keySet());
		assertThat(Checkout.text(Checkout.ROOT.resolve("pom.xml"))).contains("<classifier>exec</classifier>");
		var stages = Pattern.compile("AS (\\w+)").matcher(dockerfile).results().map((it) -> it.group(1)).toList();
		var sources = Pattern.compile("--from=(\\w+)").matcher(dockerfile).results().map((it) -> it.group(1));
		assertThat(stages).containsAll(sources.toList());
	}

	@Test
	void healthIsAskedWhereTheServiceListens() {
		built().forEach((name, container) -> {
			Service service = this.services.get(name);
			assertThat(container.at("/environment/HEALTH").asString())
				.isEqualTo("%d%s/actuator/health/readiness".formatted(service.port(), service.contextPath()));
		});
	}

	@Test
	void everyAddressOfAServiceHasItsPort() {
		built().forEach((name, container) -> settingsOf(container).forEach((setting, value) -> {
			if (value.startsWith("http://") && !value.contains("localhost")) {
				URI address = URI.create(value);
				assertThat(this.services).as(name + " " + setting).containsKey(address.getHost());
				assertThat(address.getPort()).as(name + " " + setting)
					.isEqualTo(this.services.get(address.getHost()).port());
			}
		}));
	}

	@Test
	void everySettingGivenIsReadByTheService() {
		built().forEach((name, container) -> assertThat(this.services.get(name).variables().keySet()).as(name)
			.containsAll(settingsOf(container).keySet()));
	}

	@Test
	void whatHasNoUsefulDefaultIsGiven() {
		built().forEach((name, container) -> assertThat(settingsOf(container).keySet()).as(name)
			.containsAll(neededBy(this.services.get(name))));
	}

	/** Secrets, and whatever would otherwise be looked for on the machine itself. */
	static Set<String> neededBy(Service service) {
		return service.variables()
			.entrySet()
			.stream()
			.filter((it) -> it.getKey().matches(".*_(SECRET|KEY|PASSWORD)") || it.getValue().contains("localhost"))
			.filter((it) -> !it.getValue().startsWith("${"))
			.map(Map.Entry::getKey)
			.collect(Collectors.toCollection(TreeSet::new));
	}

	@Test
	void everyServiceHasADatabaseAndAUserOfItsOwn() {
		built().forEach((name, container) -> {
			String uri = container.at("/environment/HOLDFAST_MONGODB_URI").asString("");
			if (!name.equals("gateway")) {
				String database = this.services.get(name).database();
				assertThat(uri).startsWith("mongodb://" + database + ":${")
					.contains("_MONGODB_PASSWORD:?")
					.contains("@mongo:27017/" + database + "?");
			}
		});
		List<String> uris = built().values()
			.stream()
			.map((container) -> container.at("/environment/HOLDFAST_MONGODB_URI").asString(""))
			.filter((uri) -> !uri.isEmpty())
			.toList();
		assertThat(uris).doesNotHaveDuplicates().hasSize(this.services.size() - 1);
		List<String> users = this.compose.at("/services/mongo-users/environment")
			.valueStream()
			.map(JsonNode::asString)
			.filter((value) -> value.startsWith("mongodb:"))
			.toList();
		assertThat(users).containsExactlyInAnyOrderElementsOf(uris);
	}

	@Test
	void onlyTheGatewayIsPublished() {
		this.compose.path("services").propertyStream().forEach((service) -> {
			boolean gateway = service.getKey().equals("gateway");
			assertThat(service.getValue().has("ports")).as(service.getKey()).isEqualTo(gateway);
			if (!gateway && !service.getValue().has("network_mode")) {
				assertThat(service.getValue().path("networks").valueStream().map(JsonNode::asString))
					.as(service.getKey())
					.containsExactly("inside");
			}
		});
		assertThat(this.compose.at("/networks/inside/internal").asBoolean()).isTrue();
		assertThat(this.compose.at("/services/gateway/ports/0").asString())
			.endsWith(":" + this.services.get("gateway").port());
	}

	@Test
	void everySecretIsInTheExampleAndNoneHasAValueThere() {
		Map<String, String> example = Checkout.properties(Checkout.ROOT.resolve(".env.example"));
		Set<String> required = REQUIRED.matcher(this.composeText)
			.results()
			.map((it) -> it.group(1))
			.collect(Collectors.toSet());
		assertThat(required).hasSizeGreaterThan(5);
		assertThat(example.keySet()).containsAll(required)
			.allSatisfy((name) -> assertThat(this.composeText).contains("${" + name + ":"));
		example.forEach((name, value) -> {
			if (name.matches(".*_(SECRET|KEY|PASSWORD)")) {
				assertThat(value).as(name).isEmpty();
			}
		});
	}

	@Test
	void filesThatComposeMountsExist() {
		Stream.of("configs", "secrets")
			.flatMap((kind) -> this.compose.path(kind).valueStream())
			.forEach((it) -> assertThat(Checkout.ROOT.resolve(it.path("file").asString())).exists());
	}

	@Test
	void dockerItselfAcceptsTheComposeFile() throws Exception {
		if (!runs("docker", "compose", "version")) {
			System.out
				.println("SKIPPED: docker compose is not on this machine, so it did not check docker-compose.yml");
			abort("no docker compose");
		}
		Path settings = Files.createTempFile("holdfast", ".env");
		Files.writeString(settings, Checkout.text(Checkout.ROOT.resolve(".env.example")).replaceAll("(?m)=$", "=x"));
		Process config = new ProcessBuilder("docker", "compose", "--env-file", settings.toString(), "config", "-q")
			.directory(Checkout.ROOT.toFile())
			.inheritIO()
			.start();
		assertThat(config.waitFor(60, TimeUnit.SECONDS)).isTrue();
		assertThat(config.exitValue()).isZero();
	}

	/** Whether the command is there and ends well. */
	static boolean runs(String... command) throws InterruptedException {
		try {
			return new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD)
				.redirectError(ProcessBuilder.Redirect.DISCARD)
				.start()
				.waitFor() == 0;
		}
		catch (IOException ex) {
			return false;
		}
	}

	private Map<String, JsonNode> built() {
		return this.compose.path("services")
			.propertyStream()
			.filter((it) -> it.getValue().has("build"))
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, TreeMap::new));
	}

	/** What the container tells the service; HEALTH is for the image's own check. */
	private static Map<String, String> settingsOf(JsonNode container) {
		return container.path("environment")
			.propertyStream()
			.filter((it) -> !it.getKey().equals("HEALTH"))
			.collect(Collectors.toMap(Map.Entry::getKey, (it) -> it.getValue().asString()));
	}

}
