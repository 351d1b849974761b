package org.holdfast.standalone;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/**
 * What a person at the terminal sees: a line per step, and a bar where it takes longer.
 */
public final class Console {

	private static final int BAR = 30;

	private final PrintStream out;

	private final boolean terminal;

	private final long began = System.nanoTime();

	private int lastTenth = -1;

	Console(PrintStream out, boolean terminal) {
		this.out = out;
		this.terminal = terminal;
	}

	/**
	 * A console that is no terminal.
	 */
	public static Console to(PrintStream out) {
		return new Console(out, false);
	}

	static Console standard() {
		return new Console(System.out, System.console() != null && System.console().isTerminal());
	}

	public synchronized void say(String line) {
		clear();
		this.out.println(line);
		this.out.flush();
	}

	synchronized void started(String part) {
		say(String.format(Locale.ROOT, "  %6.1f s  %s", seconds(), part));
	}

	/**
	 * Draws how far something is.
	 * @param what what is done now
	 */
	public synchronized void progress(String what, int done, int all) {
		int filled = BAR * done / Math.max(1, all);
		if (this.terminal) {
			this.out.printf("\r\033[K  [%s%s] %3d %%  %s", "#".repeat(filled), ".".repeat(BAR - filled),
					100 * done / Math.max(1, all), what);
		}
		else if (10 * done / Math.max(1, all) != this.lastTenth) {
			this.lastTenth = 10 * done / Math.max(1, all);
			this.out.printf(Locale.ROOT, "  %6.1f s  %3d %%  %s%n", seconds(), 100 * done / Math.max(1, all), what);
		}
		this.out.flush();
	}

	Duration elapsed() {
		return Duration.ofNanos(System.nanoTime() - this.began);
	}

	private double seconds() {
		return elapsed().toMillis() / 1000.0;
	}

	private void clear() {
		if (this.terminal) {
			this.out.print("\r\033[K");
		}
	}

}
