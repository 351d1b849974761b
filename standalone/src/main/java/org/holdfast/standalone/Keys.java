package org.holdfast.standalone;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/**
 * Secrets of this installation, made up once and kept in the data folder, readable by its
 * owner alone.
 */
final class Keys {

	private static final String FILE = "keys.properties";

	/** Without letters and digits that are read as one another. */
	private static final String LEGIBLE = "abcdefghijkmnpqrstuvwxyz23456789";

	private final SecureRandom random = new SecureRandom();

	private final Path file;

	private final Properties kept = new Properties();

	private Keys(Path file) {
		this.file = file;
	}

	static Keys in(Path data) {
		Keys keys = new Keys(data.resolve(FILE));
		if (Files.exists(keys.file)) {
			try (Reader reader = Files.newBufferedReader(keys.file)) {
				keys.kept.load(reader);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
		return keys;
	}

	/**
	 * A key of 256 bits, as Base64.
	 */
	String key(String name) {
		byte[] bytes = new byte[32];
		this.random.nextBytes(bytes);
		return kept(name, Base64.getEncoder().encodeToString(bytes));
	}

	/**
	 * A password that can be read out and typed: 16 of 32 characters, 80 bits.
	 */
	String password(String name) {
		StringBuilder password = new StringBuilder();
		for (int place = 0; place < 16; place++) {
			password.append((place > 0 && place % 4 == 0) ? "-" : "")
				.append(LEGIBLE.charAt(this.random.nextInt(LEGIBLE.length())));
		}
		return kept(name, password.toString());
	}

	/**
	 * What was given is kept in place of what would be made up.
	 */
	String given(String name, String value) {
		if (!value.equals(this.kept.getProperty(name))) {
			this.kept.setProperty(name, value);
			store();
		}
		return value;
	}

	boolean has(String name) {
		return this.kept.containsKey(name);
	}

	private String kept(String name, String fresh) {
		if (!has(name)) {
			this.kept.setProperty(name, fresh);
			store();
		}
		return this.kept.getProperty(name);
	}

	private void store() {
		Path fresh = this.file.resolveSibling(FILE + ".new");
		try {
			Files.createDirectories(this.file.getParent());
			Files.deleteIfExists(fresh);
			if (this.file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
				Files.createFile(fresh,
						PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
			}
			try (Writer writer = Files.newBufferedWriter(fresh)) {
				this.kept.store(writer, "Secrets of this installation. Without them its data cannot be used.");
			}
			Files.move(fresh, this.file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
