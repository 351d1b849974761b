package org.holdfast.mentorship.report;

import java.util.EnumSet;
import java.util.Set;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ShareTests {

	private static final Set<Rule> ALL = EnumSet.allOf(Rule.class);

	@Property
	void noneToFourLookTheSameOnEitherSideAlsoToWhomTheOtherSideIsKnown(@ForAll @IntRange(max = 300) int known,
			@ForAll @IntRange(max = 4) int few) {
		assertThat(Share.of(known, few, ALL)).isEqualTo(Share.of(known, 0, ALL));
		assertThat(Share.of(few, known, ALL)).isEqualTo(Share.of(0, known, ALL));
	}

	@Property
	void aShareIsWithinHalfAStepOfTheTrueOneOrALimitThatHolds(@ForAll @IntRange(max = 300) int yes,
			@ForAll @IntRange(max = 300) int no) {
		Share share = Share.of(yes, no, ALL);
		if (share == null) {
			assertThat(Math.max(yes, 4) + Math.max(no, 4)).isLessThan(10);
			return;
		}
		double percent = 100.0 * yes / (yes + no);
		if (share.atLeast() != null) {
			assertThat(percent).isGreaterThanOrEqualTo(share.atLeast());
		}
		else if (share.atMost() != null) {
			assertThat(percent).isLessThanOrEqualTo(share.atMost());
		}
		else {
			assertThat(percent).isBetween(share.about() - 5.0, share.about() + 5.0);
		}
	}

	@Test
	void eightOfTenDoNotGiveTheOtherTwoAway() {
		assertThat(Share.of(8, 2, ALL)).isEqualTo(new Share(null, 60, null, new Band(10, 19)));
		assertThat(Share.of(2, 8, ALL)).isEqualTo(new Share(null, null, 40, new Band(10, 19)));
		assertThat(Share.of(8, 6, ALL)).isEqualTo(new Share(60, null, null, new Band(10, 19)));
	}

	@Test
	void withoutTheRuleTheyDo() {
		Set<Rule> without = EnumSet.complementOf(EnumSet.of(Rule.BOTH_SIDES));
		assertThat(percent(Share.of(8, 2, without))).isEqualTo(80);
		assertThat(percent(Share.of(8, 3, without))).isEqualTo(70);
		assertThat(percent(Share.of(8, 2, ALL))).isNull();
	}

	@Test
	void fewerThanTenHaveNoShare() {
		assertThat(Share.of(4, 5, ALL)).isNull();
		assertThat(Share.of(5, 5, ALL)).isEqualTo(new Share(50, null, null, new Band(10, 19)));
		assertThat(Share.of(0, 5, ALL)).isNull();
	}

	private static @Nullable Integer percent(@Nullable Share share) {
		return (share != null) ? share.about() : null;
	}

}
