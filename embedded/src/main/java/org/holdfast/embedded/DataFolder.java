package org.holdfast.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/**
 * A folder that one of the embedded parts keeps its files in.
 */
final class DataFolder {

	private DataFolder() {
	}

	static void prepare(Path folder, String neededBy) {
		try {
			Files.createDirectories(folder);
		}
		catch (IOException ex) {
			throw unwritable(folder, neededBy, ex);
		}
		if (!Files.isWritable(folder)) {
			throw unwritable(folder, neededBy, null);
		}
	}

	private static EmbeddedStartException unwritable(Path folder, String neededBy, @Nullable IOException ex) {
		return new EmbeddedStartException("The folder " + folder + " cannot be written, where the " + neededBy
				+ " keeps its files. Give this user the right to write there or choose another folder.", ex);
	}

}
