package org.holdfast.profile.imports;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

import io.micrometer.context.ContextExecutorService;
import io.micrometer.context.ContextSnapshotFactory;
import org.bson.types.ObjectId;
import org.holdfast.defaults.problem.Unavailable;
import org.holdfast.profile.ProfileSettings;
import org.holdfast.profile.staff.Staff;
import org.holdfast.profile.staff.Units;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/**
 * Takes files over, one at a time, and keeps the reports.
 */
@Component
class Imports {

	private static final String COLLECTION = "imports";

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private static final int LISTED = 100;

	private final Staff staff;

	private final Units units;

	private final MongoOperations mongo;

	private final ProfileSettings settings;

	private final Clock clock;

	private final ReentrantLock one = new ReentrantLock();

	Imports(Staff staff, Units units, MongoOperations mongo, ProfileSettings settings, Clock clock) {
		this.staff = staff;
		this.units = units;
		this.mongo = mongo;
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * Says what taking a file over would do.
	 * @return the report, which is not kept
	 */
	ImportReport tryOut(CsvFile file, @Nullable String fileName, String by) {
		return report(file, plan(file), fileName, by);
	}

	/**
	 * Takes a file over; everything accepted is durable on return.
	 * @return the report, which is kept
	 * @throws Unavailable when another import does not end, or when too many events wait
	 * for the broker; in the second case a part has been taken over
	 */
	ImportReport take(CsvFile file, @Nullable String fileName, String by) {
		if (!begun()) {
			throw new Unavailable("Another import is running. Nothing was changed; repeat the request.", PATIENCE);
		}
		try {
			ImportPlan plan = plan(file);
			write(plan);
			ImportReport report = report(file, plan, fileName, by).withId(new ObjectId().toHexString());
			return this.mongo.insert(report, COLLECTION);
		}
		finally {
			this.one.unlock();
		}
	}

	List<ImportSummary> all() {
		// ids grow with real time, whatever the clock says
		Query newestFirst = new Query().with(Sort.by(Sort.Direction.DESC, "_id")).limit(LISTED);
		newestFirst.fields().exclude("refused");
		return this.mongo.find(newestFirst, ImportSummary.class, COLLECTION);
	}

	Optional<ImportReport> find(String id) {
		return Optional.ofNullable(this.mongo.findById(id, ImportReport.class, COLLECTION));
	}

	private boolean begun() {
		try {
			return this.one.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	private ImportPlan plan(CsvFile file) {
		return ImportPlan.of(file, Known.of(this.staff.all(), this.units.all()), this.settings.today(this.clock));
	}

	private ImportReport report(CsvFile file, ImportPlan plan, @Nullable String fileName, String by) {
		return ImportReport.of(plan, file.ignoredColumns(), fileName, this.clock.instant(), by);
	}

	private void write(ImportPlan plan) {
		LocalDate today = plan.draft().today();
		together(plan.units(), this.units::keep);
		together(plan.staff(), (member) -> this.staff.change(member.id(),
				(present) -> present.map((person) -> person.with(member.file(), today)).orElse(member)));
	}

	/**
	 * Several at a time, because each waits for the disk; none begins after one has
	 * failed.
	 */
	private <T> void together(List<T> all, Consumer<T> write) {
		try (ExecutorService writers = ContextExecutorService.wrap(
				Executors.newFixedThreadPool(this.settings.imports().writers(), Thread.ofVirtual().factory()),
				ContextSnapshotFactory.builder().build()::captureAll)) {
			List<? extends Future<?>> writing = all.stream()
				.map((each) -> writers.submit(() -> write.accept(each)))
				.toList();
			try {
				for (Future<?> each : writing) {
					each.get();
				}
			}
			catch (ExecutionException ex) {
				throw (ex.getCause() instanceof RuntimeException cause) ? cause : new IllegalStateException(ex);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				throw new IllegalStateException(ex);
			}
			finally {
				writing.forEach((each) -> each.cancel(false));
			}
		}
	}

}
