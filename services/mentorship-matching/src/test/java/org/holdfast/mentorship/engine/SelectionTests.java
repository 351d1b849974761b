package org.holdfast.mentorship.engine;

import java.util.Random;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import static org.assertj.core.api.Assertions.assertThat;

class SelectionTests {

	@Property(tries = 400)
	void searchingAmongFewPairsIsAsGoodAsAmongAll(@ForAll @IntRange(min = 1, max = 120) int mentees,
			@ForAll @IntRange(min = 1, max = 80) int mentors, @ForAll @IntRange(min = 5, max = 10) int density,
			@ForAll @IntRange(min = 1, max = 100) int highest, @ForAll @IntRange(max = 5) int first,
			@ForAll @IntRange(max = Certificate.NO_LIMIT) int enough, @ForAll long seed) {
		Pool pool = Given.random(mentees, mentors, density / 10.0, highest, new Random(seed)).pool();
		BestMatching few = BestMatching.ofSelection(pool, enough, first);
		few.certificate().verify(pool, few, enough);
		assertThat(few.total()).isEqualTo(BestMatching.ofAll(pool, enough).total());
		few = BestMatching.ofSelection(pool, Certificate.NO_LIMIT, first);
		few.certificate().verify(pool, few);
		assertThat(Quality.of(few)).isEqualTo(Quality.of(BestMatching.ofAll(pool, Certificate.NO_LIMIT)));
	}

	@Example
	void itSuitsPoolsInWhichEverybodyCouldGoWithVeryMany() {
		Pool dense = Given.random(300, 300, 1, 100, new Random(1)).pool();
		assertThat(Selection.suits(dense)).isTrue();
		assertThat(Selection.suits(Given.random(200, 200, 1, 100, new Random(1)).pool())).isFalse();
		assertThat(new Selection(dense, Selection.USUAL).part().start(300)).isLessThan(dense.start(300) / 2);
		assertThat(Quality.of(BestMatching.of(dense)))
			.isEqualTo(Quality.of(BestMatching.ofAll(dense, Certificate.NO_LIMIT)));
	}

}
