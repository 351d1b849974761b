package org.holdfast.embedded;

import java.nio.file.Path;
import java.util.function.Supplier;

import de.bwaldvogel.mongo.MongoBackend;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/**
 * The database's file from its opening to its end: its closing, or the first commit that
 * fails, after which it serves nothing more and must be opened anew.
 */
final class DurableStore implements AutoCloseable {

	private static final int CACHE_MEGABYTES = 16;

	private static final int WORTH_COMPACTING_BYTES = 4 * 1024 * 1024;

	private static final int COMPACT_BELOW_PERCENT = 50;

	private static final int COMPACT_STEP_BYTES = 1024 * 1024;

	private final MVStore file;

	private final MongoBackend backend;

	private final GroupCommit commits;

	private DurableStore(MVStore file, boolean forceToDisk) {
		this.file = file;
		this.backend = new DocumentBackend(file);
		this.commits = new GroupCommit(() -> commit(forceToDisk));
	}

	/**
	 * Opens the file, which is created when missing.
	 * @param path the file
	 * @param forceToDisk whether a change also survives a power failure
	 * @return the open store
	 * @throws EmbeddedStartException with cause and remedy
	 */
	static DurableStore open(Path path, boolean forceToDisk) {
		try {
			// Commits are ours alone: one by H2 could come between a document and its
			// index.
			MVStore file = new MVStore.Builder().fileName(path.toString())
				.cacheSize(CACHE_MEGABYTES)
				.autoCommitDisabled()
				.open();
			file.setRetentionTime(0);
			file.setVersionsToKeep(0);
			return new DurableStore(file, forceToDisk);
		}
		catch (MVStoreException ex) {
			throw new EmbeddedStartException(remedy(path, ex), ex);
		}
	}

	private static String remedy(Path path, MVStoreException ex) {
		return switch (ex.getErrorCode()) {
			case DataUtils.ERROR_FILE_CORRUPT, DataUtils.ERROR_UNSUPPORTED_FORMAT, DataUtils.ERROR_CHUNK_NOT_FOUND ->
				"The file " + path
						+ " is damaged, so the embedded database cannot open it. Keep a copy of it and restore the data folder from a backup.";
			default -> "The embedded database cannot open the file " + path + " (" + ex.getMessage()
					+ "). Check that this user may read and write it and that the disk works.";
		};
	}

	MongoBackend backend() {
		return this.backend;
	}

	MVStore file() {
		return this.file;
	}

	<T> T read(Supplier<T> read) {
		return this.commits.look(() -> pinned(read));
	}

	<T> T write(Supplier<T> write) {
		return this.commits.change(() -> pinned(write));
	}

	/** A commit frees the space of pages that an unpinned scan is still going to read. */
	private <T> T pinned(Supplier<T> action) {
		MVStore.TxCounter version = this.file.registerVersionUsage();
		try {
			return action.get();
		}
		finally {
			this.file.deregisterVersionUsage(version);
		}
	}

	private void commit(boolean forceToDisk) {
		try {
			boolean changed = this.file.commit() >= 0;
			if (this.file.isClosed()) {
				throw new IllegalStateException("The file of the embedded database is closed");
			}
			if (changed && forceToDisk) {
				this.file.sync();
			}
		}
		catch (Throwable ex) {
			this.file.closeImmediately();
			throw ex;
		}
	}

	/**
	 * Rewrites some of the file's emptiest parts, so that it does not outgrow its
	 * content.
	 * @return whether there may be more to rewrite
	 */
	boolean compact() {
		if (this.file.getFileStore().size() < WORTH_COMPACTING_BYTES
				|| this.file.getFileStore().getChunksFillRate() >= COMPACT_BELOW_PERCENT) {
			return false;
		}
		boolean[] more = new boolean[1];
		this.commits.alone(() -> {
			more[0] = this.file.compact(COMPACT_BELOW_PERCENT, COMPACT_STEP_BYTES);
			this.file.commit();
		});
		return more[0];
	}

	boolean isIntact() {
		return !this.commits.hasFailed() && !this.file.isClosed();
	}

	@Override
	public void close() {
		if (isIntact()) {
			this.commits.alone(() -> {
				// a scan that ended during a compaction left its version to whoever comes
				// next
				pinned(() -> true);
				this.backend.close();
			});
		}
	}

}
