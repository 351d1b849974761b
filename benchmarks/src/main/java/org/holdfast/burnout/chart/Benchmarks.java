package org.holdfast.burnout.chart;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;

/**
 * Prints how well the charts watch and what an answer costs them, into the file that is
 * named as argument: what is started on the way prints a lot, too.
 */
final class Benchmarks {

	private static PrintStream out = System.out;

	private Benchmarks() {
	}

	static void main(String[] args) throws IOException {
		try (PrintStream file = new PrintStream(Path.of(args[0]).toFile())) {
			out = file;
			RunLengths.print();
			FalseAlarms.print();
			Detection.print();
			AnswerCost.print();
		}
		System.exit(0);
	}

	static void title(String text) {
		out.println();
		out.println(text);
		out.println();
	}

	static void row(String format, Object... values) {
		out.println(format.formatted(values).stripTrailing());
	}

}
