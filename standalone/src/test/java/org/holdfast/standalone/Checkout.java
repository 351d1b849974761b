package org.holdfast.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.FileSystemResource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The repository on disk, so that tests can hold its files against each other. */
final class Checkout {

	/**
	 * A setting taken from the environment: {@code ${NAME}} or {@code ${NAME:default}},
	 * one in another's default too.
	 */
	private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)(:(?:[^{}]|\\{[^{}]*})*)?}");

	private static final JsonMapper JSON = new JsonMapper();

	static final Path ROOT = root();

	private Checkout() {
	}

	/**
	 * A module that becomes a process of its own, with what its settings say about it.
	 */
	record Service(String name, Path folder, int port, String contextPath, String database, String settings) {

		/**
		 * The names of the environment variables that its settings read, with their
		 * defaults ("" where there is none).
		 */
		SortedMap<String, String> variables() {
			SortedMap<String, String> variables = new TreeMap<>();
			var found = PLACEHOLDER.matcher(this.settings);
			for (int from = 0; found.find(from); from = found.start() + 2) {
				String fallback = (found.group(2) != null) ? found.group(2).substring(1) : "";
				variables.merge(found.group(1), fallback, (one, other) -> one.isEmpty() ? other : one);
			}
			return variables;
		}

		@Override
		public String toString() {
			return this.name;
		}

	}

	/**
	 * The services, by name: the modules that Spring Boot packages to run by themselves.
	 */
	static Map<String, Service> services() {
		try (var modules = Stream.concat(Files.list(ROOT), Files.list(ROOT.resolve("services")))) {
			return modules.filter((folder) -> Files.exists(folder.resolve("pom.xml")))
				.filter((folder) -> !folder.endsWith("standalone"))
				.filter((folder) -> text(folder.resolve("pom.xml")).contains("<artifactId>spring-boot-maven-plugin<"))
				.map(Checkout::service)
				.collect(Collectors.toMap(Service::name, (service) -> service, (one, other) -> one, TreeMap::new));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Service service(Path folder) {
		Path file = folder.resolve("src/main/resources/application.yml");
		YamlPropertiesFactoryBean yaml = new YamlPropertiesFactoryBean();
		yaml.setResources(new FileSystemResource(file));
		Properties settings = Objects.requireNonNull(yaml.getObject());
		String name = settings.getProperty("spring.application.name");
		String port = settings.getProperty("server.port").replaceAll("\\$\\{[A-Z_]+:(.*)}", "$1");
		boolean sharesDefaults = text(folder.resolve("pom.xml")).contains("<artifactId>service-defaults<");
		String defaults = sharesDefaults
				? text(ROOT.resolve("service-defaults/src/main/resources/service-defaults.yml")) : "";
		return new Service(name, folder, Integer.parseInt(port),
				settings.getProperty("server.servlet.context-path", ""),
				settings.getProperty("spring.mongodb.database", name), text(file) + "\n" + defaults);
	}

	/** The documents of a YAML file. */
	static List<JsonNode> yaml(Path file) {
		List<JsonNode> documents = new ArrayList<>();
		new Yaml(new SafeConstructor(new LoaderOptions())).loadAll(text(file))
			.forEach((document) -> documents.add(JSON.valueToTree(document)));
		return documents;
	}

	static String text(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** What is set in a file of lines {@code name=value}. */
	static SortedMap<String, String> properties(Path file) {
		return text(file).lines()
			.filter((line) -> line.contains("=") && !line.startsWith("#"))
			.map((line) -> line.split("=", 2))
			.collect(Collectors.toMap((pair) -> pair[0], (pair) -> pair[1], (one, other) -> one, TreeMap::new));
	}

	private static Path root() {
		Path folder = Path.of("").toAbsolutePath();
		while (!Files.exists(folder.resolve("docker-compose.yml"))) {
			folder = folder.getParent();
		}
		return folder;
	}

}
