package org.holdfast.mentorship.grouping;

import java.util.List;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class GainTests {

	@Property
	void aPairHasThePointsOfTheLinesThatRunBetweenIt(
			@ForAll @Size(min = 1, max = 9) List<@IntRange(max = 5) Integer> of,
			@ForAll @IntRange(max = 20) int points) {
		int[] values = of.stream().mapToInt(Integer::intValue).toArray();
		for (Gain gain : List.of(new Gain.Different(points, values), new Gain.Distance(points, values))) {
			for (int one = 0; one < values.length; one++) {
				for (int other = 0; other < values.length; other++) {
					assertThat(between(gain, one, other)).isEqualTo(2 * gain.points(one, other));
					assertThat(gain.points(one, other)).isBetween(0, gain.most());
				}
			}
		}
	}

	private static int between(Gain gain, int one, int other) {
		return gain.lines()
			.stream()
			.filter((line) -> line.inside().get(one) != line.inside().get(other))
			.mapToInt(Gain.Line::halfPoints)
			.sum();
	}

	@Example
	void countsWhatPeopleHaveOfEachOther() {
		assertThat(new Gain.Different(7, 1, 2, 1).points(0, 1)).isEqualTo(7);
		assertThat(new Gain.Different(7, 1, 2, 1).points(0, 2)).isZero();
		assertThat(new Gain.Distance(5, 1, 4).points(0, 1)).isEqualTo(15);
		assertThat(new Gain.Shared(10, 2, 0b1110, 0b1111).points(0, 1)).isEqualTo(20);
		assertThat(new Gain.Shared(10, 4, 0b1110, 0b1111).points(0, 1)).isEqualTo(30);
	}

	@Example
	void whatIsNoGainIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> new Gain.Different(-1, 0));
		assertThatIllegalArgumentException().isThrownBy(() -> new Gain.Shared(1, 101));
		Gathering.Builder two = Gathering.of(2, new GroupSize(2, 3)).gain(new Gain.Different(60, 0, 1));
		assertThatIllegalArgumentException().isThrownBy(() -> two.gain(new Gain.Different(41, 0, 1)))
			.withMessageContaining("101");
		assertThatIllegalArgumentException().isThrownBy(() -> two.gain(new Gain.Different(1, 0, 1, 2)))
			.withMessageContaining("there are 2");
		assertThatIllegalArgumentException().isThrownBy(() -> two.inCommon(1));
	}

}
