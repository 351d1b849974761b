package org.holdfast.standalone.demo;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** The demo people as callers of the suite, many of them at once. */
final class Crowd {

	private static final int AT_ONCE = 24;

	private static final Duration PATIENCE = Duration.ofMinutes(2);

	private final SignIn signIn;

	private final String password;

	private final Progress progress;

	private final Map<String, ApiClient.Person> signedIn = new ConcurrentHashMap<>();

	/**
	 * A crowd.
	 * @param password that each of them chooses
	 */
	Crowd(SignIn signIn, String password, Progress progress) {
		this.signIn = signIn;
		this.password = password;
		this.progress = progress;
	}

	/**
	 * Has everybody choose a password and sign in. Accounts follow the import by way of
	 * events; whoever has neither a code nor a password yet is asked again.
	 */
	void admit(ApiClient.Person administrator, List<DemoPerson> people) {
		long end = System.nanoTime() + PATIENCE.toNanos();
		List<DemoPerson> outside = people;
		while (!outside.isEmpty()) {
			Map<String, String> codes = new HashMap<>();
			administrator
				.post("/identity/enrolments", Map.of("staffIds", outside.stream().map(DemoPerson::staffId).toList()))
				.forEach((code) -> codes.put(code.get("staffId").asString(), code.get("code").asString()));
			each(outside, "choosing passwords and signing in",
					(person) -> this.signIn.person(codes.get(person.staffId()), person.signInName(), this.password)
						.ifPresent((signedIn) -> this.signedIn.put(person.staffId(), signedIn)));
			outside = people.stream().filter((person) -> !this.signedIn.containsKey(person.staffId())).toList();
			if (!outside.isEmpty()) {
				if (System.nanoTime() > end) {
					throw new IllegalStateException(outside.size() + " people cannot sign in after the import");
				}
				ApiClient.pause(Duration.ofSeconds(1));
			}
		}
	}

	/** Somebody, to call the suite as. */
	ApiClient.Person as(DemoPerson person) {
		ApiClient.Person signedIn = this.signedIn.get(person.staffId());
		if (signedIn == null) {
			throw new IllegalStateException(person.signInName() + " has not signed in");
		}
		return signedIn;
	}

	/** Has each of some people do something; returns when all have. */
	void each(List<DemoPerson> people, String what, Consumer<DemoPerson> step) {
		inParallel(people, (person) -> {
			step.accept(person);
			this.progress.step(what);
		});
	}

	/** The same for what is not counted as a step of the loading. */
	void alongside(List<DemoPerson> people, String what, Consumer<DemoPerson> step) {
		this.progress.show(what);
		inParallel(people, step);
	}

	private static void inParallel(List<DemoPerson> people, Consumer<DemoPerson> step) {
		try (ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
			List<Callable<Void>> steps = people.stream().<Callable<Void>>map((person) -> () -> {
				step.accept(person);
				return null;
			}).toList();
			for (Future<Void> finished : workers.invokeAll(steps)) {
				finished.get();
			}
		}
		catch (ExecutionException ex) {
			throw (ex.getCause() instanceof RuntimeException cause) ? cause : new IllegalStateException(ex.getCause());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted", ex);
		}
	}

}
