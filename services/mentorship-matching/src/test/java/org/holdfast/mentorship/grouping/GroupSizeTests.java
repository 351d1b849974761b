package org.holdfast.mentorship.grouping;

import java.util.Arrays;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class GroupSizeTests {

	@Property
	void whoeverFitsIsDividedEvenly(@ForAll @IntRange(min = 2, max = 6) int min, @ForAll @IntRange(max = 4) int range,
			@ForAll @IntRange(max = 60) int people) {
		GroupSize size = new GroupSize(min, min + range);
		int fitting = size.fitting(people);
		assertThat(fitting == people).isEqualTo(people == 0 || size.fits(people));
		if (fitting > 0) {
			int[] sizes = GroupSize.balanced(fitting, size.best(fitting, size.most(fitting)));
			assertThat(Arrays.stream(sizes).sum()).isEqualTo(fitting);
			assertThat(Arrays.stream(sizes).boxed()).allMatch((of) -> of >= size.min() && of <= size.max());
			assertThat(sizes[0] - sizes[sizes.length - 1]).isBetween(0, 1);
		}
	}

	@Example
	void someNumbersCannotBeDivided() {
		GroupSize circle = new GroupSize(5, 8);
		assertThat(circle.fits(4)).isFalse();
		assertThat(circle.fits(9)).isFalse();
		assertThat(circle.fits(10)).isTrue();
		assertThat(circle.fitting(9)).isEqualTo(8);
		assertThat(circle.fitting(4)).isZero();
	}

	@Example
	void asManyGroupsAsBringTheMeanNearestToTheMiddle() {
		GroupSize circle = new GroupSize(5, 8);
		assertThat(circle.best(13, 2)).isEqualTo(2);
		assertThat(circle.best(24, 4)).isEqualTo(4);
		assertThat(circle.best(24, 3)).isEqualTo(3);
		assertThat(circle.best(240, 48)).isEqualTo(37);
	}

	@Example
	void whatIsNoSizeIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> new GroupSize(1, 3));
		assertThatIllegalArgumentException().isThrownBy(() -> new GroupSize(5, 4));
	}

}
