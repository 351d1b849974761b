package org.holdfast.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KubernetesResource;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import org.holdfast.standalone.Checkout.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

/**
 * The manifests name services, ports, settings and secrets: every one of them exists, and
 * none is forgotten.
 */
class KubernetesTests {

	private static final KubernetesSerialization YAML = new KubernetesSerialization();

	private static final Path K8S = Checkout.ROOT.resolve("k8s");

	private final Map<String, Service> services = Checkout.services();

	private final List<HasMetadata> base = resources(K8S.resolve("base"));

	@ParameterizedTest
	@ValueSource(strings = { "base", "overlays/local" })
	void everyFileIsNamedByItsKustomizationAndEveryNamedFileExists(String folder) throws IOException {
		Path kustomized = K8S.resolve(folder);
		JsonNode kustomization = Checkout.yaml(kustomized.resolve("kustomization.yaml")).getFirst();
		Set<String> named = Stream
			.of(kustomization.path("resources").valueStream(),
					kustomization.path("patches").valueStream().map((patch) -> patch.path("path")),
					generated(kustomization, "envs"), generated(kustomization, "files"))
			.flatMap((paths) -> paths)
			.map(JsonNode::asString)
			.collect(Collectors.toCollection(TreeSet::new));
		try (var files = Files.list(kustomized)) {
			Set<String> there = files.map((file) -> file.getFileName().toString())
				.filter((file) -> !file.equals("kustomization.yaml"))
				// written by whoever deploys, after the example
				.filter((file) -> !file.equals("secrets.env"))
				.map((file) -> file.equals("secrets.env.example") ? "secrets.env" : file)
				.collect(Collectors.toCollection(TreeSet::new));
			named.stream()
				.filter((path) -> path.startsWith(".."))
				.forEach((path) -> assertThat(kustomized.resolve(path).resolve("kustomization.yaml")).exists());
			named.removeIf((path) -> path.startsWith(".."));
			assertThat(there).isNotEmpty().isEqualTo(named);
		}
	}

	private static Stream<JsonNode> generated(JsonNode kustomization, String kind) {
		return Stream.of("configMapGenerator", "secretGenerator")
			.flatMap((generator) -> kustomization.path(generator).valueStream())
			.flatMap((generator) -> generator.path(kind).valueStream());
	}

	@ParameterizedTest
	@ValueSource(strings = { "base", "overlays/local" })
	void noFieldIsUnknownToKubernetes(String folder) {
		List<HasMetadata> resources = resources(K8S.resolve(folder));
		assertThat(resources).hasSizeGreaterThan(2);
		resources.forEach((resource) -> assertThat(unknownFields(resource, resource.getKind())).isEmpty());
	}

	@Test
	void everyServiceIsDeployedAndReachableUnderItsNameAndPort() {
		assertThat(deployments().keySet()).isEqualTo(this.services.keySet());
		deployments().forEach((name, deployment) -> {
			Service service = this.services.get(name);
			Container container = container(deployment);
			assertThat(container.getImage()).isEqualTo("holdfast/" + name);
			assertThat(container.getPorts()).singleElement().satisfies((port) -> {
				assertThat(port.getContainerPort()).isEqualTo(service.port());
				assertThat(port.getName()).isEqualTo("http");
			});
			var address = named(io.fabric8.kubernetes.api.model.Service.class, name);
			assertThat(address.getSpec().getPorts()).singleElement()
				.satisfies((port) -> assertThat(port.getPort()).isEqualTo(service.port()));
			assertThat(address.getSpec().getSelector())
				.isEqualTo(deployment.getSpec().getTemplate().getMetadata().getLabels())
				.isEqualTo(deployment.getSpec().getSelector().getMatchLabels());
		});
	}

	@Test
	void probesAskWhereTheServiceAnswers() {
		deployments().forEach((name, deployment) -> {
			String health = this.services.get(name).contextPath() + "/actuator/health/";
			Container container = container(deployment);
			assertThat(path(container.getStartupProbe())).isEqualTo(health + "liveness");
			assertThat(path(container.getLivenessProbe())).isEqualTo(health + "liveness");
			assertThat(path(container.getReadinessProbe())).isEqualTo(health + "readiness");
		});
	}

	@Test
	void everySettingIsReadAndWhatHasNoUsefulDefaultIsGiven() {
		Set<String> shared = Checkout.properties(K8S.resolve("base/settings.properties")).keySet();
		Set<String> read = new TreeSet<>();
		deployments().forEach((name, deployment) -> {
			Service service = this.services.get(name);
			Set<String> own = container(deployment).getEnv()
				.stream()
				.map(EnvVar::getName)
				.collect(Collectors.toCollection(TreeSet::new));
			assertThat(service.variables().keySet()).as(name).containsAll(own);
			own.addAll(shared);
			assertThat(own).as(name).containsAll(DeploymentTests.neededBy(service));
			read.addAll(service.variables().keySet());
		});
		assertThat(read).containsAll(shared);
	}

	@Test
	void everySecretAskedForIsInTheExample() {
		Set<String> example = Checkout.properties(K8S.resolve("overlays/local/secrets.env.example")).keySet();
		Set<String> asked = Stream.concat(this.base.stream(), resources(K8S.resolve("overlays/local")).stream())
			.flatMap(KubernetesTests::containers)
			.flatMap((container) -> container.getEnv().stream())
			.filter((variable) -> variable.getValueFrom() != null)
			.map((variable) -> variable.getValueFrom().getSecretKeyRef().getKey())
			.collect(Collectors.toCollection(TreeSet::new));
		assertThat(asked).hasSizeGreaterThan(5).isEqualTo(new TreeSet<>(example));
	}

	@Test
	void onlyTheGatewayCanBeReachedFromOutside() {
		List<NetworkPolicy> policies = this.base.stream()
			.filter(NetworkPolicy.class::isInstance)
			.map(NetworkPolicy.class::cast)
			.toList();
		assertThat(policies).anySatisfy((policy) -> {
			assertThat(policy.getSpec().getPodSelector().getMatchLabels()).isEmpty();
			assertThat(policy.getSpec().getPodSelector().getMatchExpressions()).isEmpty();
			assertThat(policy.getSpec().getPolicyTypes()).contains("Ingress");
			assertThat(policy.getSpec().getIngress()).isEmpty();
		});
		List<NetworkPolicy> open = policies.stream()
			.filter((policy) -> policy.getSpec().getIngress().stream().anyMatch((rule) -> rule.getFrom().isEmpty()))
			.toList();
		assertThat(open).singleElement()
			.satisfies((policy) -> assertThat(policy.getSpec().getPodSelector().getMatchLabels())
				.containsEntry("app.kubernetes.io/name", "gateway"));
		policies.stream()
			.flatMap((policy) -> policy.getSpec().getPodSelector().getMatchExpressions().stream())
			.forEach((expression) -> assertThat(this.services.keySet()).containsAll(expression.getValues()));
		assertThat(this.base).noneMatch((resource) -> resource.getKind().equals("Ingress"));
		this.base.stream()
			.filter(io.fabric8.kubernetes.api.model.Service.class::isInstance)
			.map(io.fabric8.kubernetes.api.model.Service.class::cast)
			.forEach((service) -> assertThat(service.getSpec().getType()).isNull());
	}

	@Test
	void everyContainerRunsWithoutPrivileges() {
		Deployment every = named(Deployment.class, "every-service");
		assertThat(every.getSpec().getTemplate().getSpec().getSecurityContext().getRunAsNonRoot()).isTrue();
		var security = container(every).getSecurityContext();
		assertThat(security.getReadOnlyRootFilesystem()).isTrue();
		assertThat(security.getAllowPrivilegeEscalation()).isFalse();
		assertThat(security.getCapabilities().getDrop()).containsExactly("ALL");
		// a strategic merge knows containers by their names
		deployments().values()
			.forEach((it) -> assertThat(container(it).getName()).isEqualTo(container(every).getName()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "base", "overlays/local" })
	void kubectlRendersIt(String folder, @TempDir Path copy) throws Exception {
		if (!DeploymentTests.runs("kubectl", "version", "--client")) {
			System.out.println("SKIPPED: kubectl is not on this machine, so it did not render k8s/" + folder);
			abort("no kubectl");
		}
		try (var files = Files.walk(K8S)) {
			for (Path file : files.toList()) {
				Files.copy(file, copy.resolve("k8s").resolve(K8S.relativize(file).toString()));
			}
		}
		Path overlay = copy.resolve("k8s/overlays/local");
		Files.deleteIfExists(overlay.resolve("secrets.env"));
		Files.copy(overlay.resolve("secrets.env.example"), overlay.resolve("secrets.env"));
		Path rendered = copy.resolve("rendered.yaml");
		Process kubectl = new ProcessBuilder("kubectl", "kustomize", copy.resolve("k8s").resolve(folder).toString())
			.redirectOutput(rendered.toFile())
			.redirectError(ProcessBuilder.Redirect.INHERIT)
			.start();
		assertThat(kubectl.waitFor()).isZero();
		List<HasMetadata> resources = load(rendered);
		assertThat(resources).filteredOn(Deployment.class::isInstance).hasSameSizeAs(this.services.keySet());
		resources.forEach((resource) -> assertThat(unknownFields(resource, resource.getKind())).isEmpty());
		resources.stream()
			.filter(Deployment.class::isInstance)
			.map((it) -> container((Deployment) it))
			.forEach((container) -> {
				assertThat(container.getSecurityContext().getReadOnlyRootFilesystem()).isTrue();
				assertThat(container.getEnvFrom()).isNotEmpty();
			});
	}

	private Map<String, Deployment> deployments() {
		return this.base.stream()
			.filter(Deployment.class::isInstance)
			.map(Deployment.class::cast)
			.filter((it) -> !it.getMetadata().getName().equals("every-service"))
			.collect(Collectors.toMap((it) -> it.getMetadata().getName(), (it) -> it, (one, other) -> one,
					TreeMap::new));
	}

	private <T extends HasMetadata> T named(Class<T> kind, String name) {
		return this.base.stream()
			.filter(kind::isInstance)
			.map(kind::cast)
			.filter((it) -> it.getMetadata().getName().equals(name))
			.findFirst()
			.orElseThrow(() -> new AssertionError("no " + kind.getSimpleName() + " named " + name));
	}

	private static Container container(Deployment deployment) {
		return deployment.getSpec().getTemplate().getSpec().getContainers().getFirst();
	}

	private static Stream<Container> containers(HasMetadata resource) {
		return switch (resource) {
			case Deployment it -> it.getSpec().getTemplate().getSpec().getContainers().stream();
			case io.fabric8.kubernetes.api.model.apps.StatefulSet it ->
				it.getSpec().getTemplate().getSpec().getContainers().stream();
			default -> Stream.empty();
		};
	}

	private static String path(Probe probe) {
		assertThat(probe.getHttpGet().getPort().getStrVal()).isEqualTo("http");
		return probe.getHttpGet().getPath();
	}

	private static List<HasMetadata> resources(Path folder) {
		try (var files = Files.list(folder)) {
			return files.filter((file) -> file.toString().endsWith(".yaml"))
				.filter((file) -> !file.endsWith("kustomization.yaml"))
				.flatMap((file) -> load(file).stream())
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static List<HasMetadata> load(Path file) {
		return Stream.of(Checkout.text(file).split("(?m)^---$"))
			.filter((document) -> !document.isBlank())
			.map((document) -> YAML.<HasMetadata>unmarshal(document))
			.toList();
	}

	/**
	 * The paths of fields below the value that no class of the Kubernetes model knows.
	 */
	private static List<String> unknownFields(Object value, String path) {
		List<String> unknown = new ArrayList<>();
		switch (value) {
			case Collection<?> items -> items.forEach((item) -> unknown.addAll(unknownFields(item, path + "[]")));
			case Map<?, ?> entries ->
				entries.forEach((key, entry) -> unknown.addAll(unknownFields(entry, path + "." + key)));
			case KubernetesResource resource -> {
				for (Method getter : resource.getClass().getMethods()) {
					if (getter.getName().startsWith("get") && getter.getParameterCount() == 0) {
						Object field = call(getter, resource);
						String name = getter.getName().substring(3);
						if (name.equals("AdditionalProperties")) {
							((Map<?, ?>) field).keySet().forEach((key) -> unknown.add(path + "." + key));
						}
						else if (field != null) {
							unknown.addAll(unknownFields(field, path + "." + name));
						}
					}
				}
			}
			default -> {
			}
		}
		return unknown;
	}

	private static Object call(Method getter, Object target) {
		try {
			return getter.invoke(target);
		}
		catch (ReflectiveOperationException ex) {
			throw new AssertionError(ex);
		}
	}

}
