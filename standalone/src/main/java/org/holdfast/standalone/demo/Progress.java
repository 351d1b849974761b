package org.holdfast.standalone.demo;

import org.holdfast.standalone.Console;

/** How much of the loading is done; full only when all of it is. */
final class Progress {

	private final Console console;

	private int all = 1;

	private int done;

	Progress(Console console) {
		this.console = console;
	}

	synchronized void expect(int steps) {
		this.all = steps;
	}

	synchronized void skip(int steps) {
		this.done += steps;
	}

	synchronized void step(String what) {
		this.done++;
		show(what);
	}

	synchronized void show(String what) {
		this.console.progress(what, Math.min(this.done, this.all - 1), this.all);
	}

	void finish() {
		this.console.progress("done", 1, 1);
		this.console.say("");
	}

}
