package org.holdfast.burnout.release;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Agencies of every shape: deep and flat, small and large teams, extreme answers. */
final class Agencies {

	private Agencies() {
	}

	static Arbitrary<Agency> any() {
		return shapes().list().ofMinSize(1).ofMaxSize(22).map(Agencies::agency);
	}

	private static Arbitrary<Shape> shapes() {
		Arbitrary<Integer> parent = Arbitraries.integers().between(0, 30);
		Arbitrary<Integer> silent = Arbitraries.integers().between(0, 3);
		Arbitrary<Double> points = Arbitraries.integers().between(0, 20).map((steps) -> steps * 5.0);
		Arbitrary<List<Double>> mixed = points.list().ofMaxSize(12);
		Arbitrary<List<Double>> low = Arbitraries.of(0.0, 0.0, 0.0, 5.0, 12.5).list().ofMaxSize(12);
		Arbitrary<List<Double>> high = Arbitraries.of(100.0, 100.0, 100.0, 95.0, 58.33).list().ofMaxSize(12);
		return Combinators.combine(parent, silent, Arbitraries.oneOf(mixed, mixed, low, high)).as(Shape::new);
	}

	private static Agency agency(List<Shape> shapes) {
		List<Agency.Team> teams = new ArrayList<>();
		IntStream.range(0, shapes.size()).forEach((at) -> {
			Shape shape = shapes.get(at);
			// ids run against the order of the tree, so that ties do not follow it
			String parent = (at == 0 || shape.parent() > 2 * at) ? null : id(shape.parent() % at);
			teams.add(new Agency.Team(id(at), parent, shape.silent() + shape.strains().size(), shape.strains()));
		});
		return new Agency(teams);
	}

	private static String id(int at) {
		return "U-" + (99 - at);
	}

	private record Shape(int parent, int silent, List<Double> strains) {
	}

}
