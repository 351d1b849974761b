package org.holdfast.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.jspecify.annotations.Nullable;

/**
 * A folder that one of the embedded parts keeps its files in, alone.
 */
final class DataFolder implements AutoCloseable {

	private final FileChannel lock;

	private DataFolder(FileChannel lock) {
		this.lock = lock;
	}

	/**
	 * Creates the folder when missing and takes it for this process until closed. The
	 * operating system gives it back when the process dies.
	 * @param folder the folder
	 * @param neededBy who keeps files there, for the message
	 * @return the taken folder
	 * @throws EmbeddedStartException with cause and remedy
	 */
	static DataFolder take(Path folder, String neededBy) {
		FileChannel channel;
		try {
			Files.createDirectories(folder);
			channel = FileChannel.open(folder.resolve("in-use.lock"), StandardOpenOption.CREATE,
					StandardOpenOption.WRITE);
		}
		catch (IOException ex) {
			throw new EmbeddedStartException(
					"The folder " + folder + " cannot be written, where the " + neededBy
							+ " keeps its files. Give this user the right to write there or choose another folder.",
					ex);
		}
		if (lock(channel) == null) {
			close(channel);
			throw new EmbeddedStartException("The folder " + folder + " is in use, where the " + neededBy
					+ " keeps its files. Stop the other Holdfast that uses it or choose another folder.", null);
		}
		return new DataFolder(channel);
	}

	private static @Nullable FileLock lock(FileChannel channel) {
		try {
			return channel.tryLock();
		}
		catch (IOException | OverlappingFileLockException ex) {
			return null;
		}
	}

	@Override
	public void close() {
		close(this.lock);
	}

	private static void close(FileChannel channel) {
		try {
			channel.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
