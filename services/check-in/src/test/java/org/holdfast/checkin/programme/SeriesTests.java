package org.holdfast.checkin.programme;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.holdfast.checkin.instrument.Definition;
import org.holdfast.checkin.instrument.Edition;
import org.holdfast.checkin.instrument.Instrument;
import org.holdfast.checkin.pulse.Cycle;
import org.holdfast.defaults.problem.Refusal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SeriesTests {

	private static final Instant FIRST = Instant.parse("2026-01-31T07:00:00Z");

	private static final QuietHours QUIET = new QuietHours(ZoneOffset.UTC, LocalTime.of(18, 0), LocalTime.of(8, 0),
			Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY));

	private final Instrument pulse = Definition.pulse();

	@Test
	void aMonthlySeriesKeepsItsDayAndHourAndShortMonthsDoNotWearItDown() {
		assertThat(series(Period.ofMonths(1), Duration.ofDays(5), null)
			.between(FIRST, Instant.parse("2026-06-01T00:00:00Z"), ZoneOffset.UTC)
			.map((turn) -> turn.opensAt().toString())).containsExactly("2026-01-31T07:00:00Z", "2026-02-28T07:00:00Z",
					"2026-03-31T07:00:00Z", "2026-04-30T07:00:00Z", "2026-05-31T07:00:00Z");
	}

	@Test
	void theHourIsKeptWhereSummerTimeBegins() {
		ZoneId madrid = ZoneId.of("Europe/Madrid");
		Series weekly = new Series("week", Edition.PULSE, Period.ofDays(7), Instant.parse("2026-03-23T07:00:00Z"),
				Duration.ofDays(4), List.of(), null, 2, false, null);
		assertThat(weekly.due(Instant.parse("2026-03-30T06:30:00Z"), madrid).orElseThrow().opensAt())
			.isEqualTo("2026-03-30T06:00:00Z");
	}

	@Test
	void aTurnIsDueFromItsOpeningUntilItsCloseAndNotAfter() {
		Series weekly = series(Period.ofDays(7), Duration.ofDays(2), null);
		assertThat(weekly.due(FIRST.minusMillis(1), ZoneOffset.UTC)).isEmpty();
		assertThat(weekly.due(FIRST, ZoneOffset.UTC).orElseThrow().cycleId()).isEqualTo("pulse.2026-01-31");
		assertThat(weekly.due(FIRST.plus(Duration.ofDays(2)), ZoneOffset.UTC)).isEmpty();
		assertThat(weekly.due(FIRST.plus(Duration.ofDays(700)), ZoneOffset.UTC).orElseThrow().round()).isEqualTo(100);
		assertThat(weekly.with(null, true).due(FIRST, ZoneOffset.UTC)).isEmpty();
	}

	@Test
	void aPlanThatMakesNoSenseIsRefusedWithItsPlace() {
		assertRefused("/window", series(Period.ofDays(7), Duration.ofDays(8), null));
		assertRefused("/window", series(Period.ofMonths(1), Duration.ofDays(29), null));
		assertRefused("/window", series(Period.ofDays(7), Duration.ZERO, null));
		assertRefused("/every", series(Period.ZERO, Duration.ofHours(1), null));
		assertRefused("/every", series(Period.ofMonths(13), Duration.ofHours(1), null));
		assertRefused("/rotation", "the outcome needs 3",
				series(Period.ofDays(7), Duration.ofDays(2), new Rotation(List.of("energy", "strain"), 1)));
		assertRefused("/rotation", "turns",
				series(Period.ofDays(7), Duration.ofDays(2), new Rotation(List.of("energy", "strain", "workload"), 3)));
		assertThat(checked(series(Period.ofDays(7), Duration.ofDays(7), null))).isNotNull();
	}

	@Test
	void anchorsAreAlwaysAskedAndTheOthersTakeTurns() {
		Rotation rotation = new Rotation(List.of("energy", "workload", "strain"), 1);
		rotation.requireFits(this.pulse);
		assertThat(rotation.form(this.pulse, 0).items()).containsExactly("energy", "workload", "strain", "support");
		assertThat(rotation.form(this.pulse, 1).items()).containsExactly("energy", "workload", "strain", "meaning");
		assertThat(rotation.form(this.pulse, 2)).isEqualTo(rotation.form(this.pulse, 0));
		assertThat(rotation.form(this.pulse, 0).anchors()).containsExactly("energy", "workload", "strain");
	}

	@Test
	void nobodyIsRemindedMoreThanTwiceWhateverIsPlanned() {
		Series thrice = new Series("pulse", Edition.PULSE, Period.ofDays(7), FIRST, Duration.ofDays(5), List.of(), null,
				3, false, null);
		assertRefused("/reminders", thrice);
		assertThatIllegalArgumentException().isThrownBy(() -> Cycle.of("c", "s", this.pulse, thrice.form(this.pulse, 0),
				FIRST, FIRST.plusSeconds(9), List.of(), List.of(FIRST, FIRST, FIRST)));
	}

	@Property(tries = 300)
	void remindersAreAtMostTwoWithinTheWindowAndOutsideQuietHours(@ForAll @LongRange(min = 0, max = 40_000_000) long at,
			@ForAll @LongRange(min = 1, max = 2_500_000) long open) {
		Instant opens = FIRST.plusSeconds(at);
		Series series = new Series("pulse", Edition.PULSE, Period.ofMonths(1), opens, Duration.ofSeconds(open),
				List.of(), null, 2, false, null);
		Cycle cycle = series.cycle(series.due(opens, ZoneOffset.UTC).orElseThrow(), this.pulse, QUIET);
		assertThat(cycle.remindAt()).hasSizeLessThanOrEqualTo(2)
			.doesNotHaveDuplicates()
			.allMatch((moment) -> moment.isAfter(opens) && moment.isBefore(cycle.closesAt()) && !QUIET.isQuiet(moment));
	}

	@Test
	void quietHoursEndInTheMorningAfterTheQuietDays() {
		// a Friday evening
		assertThat(QUIET.next(Instant.parse("2026-05-22T18:00:00Z"))).isEqualTo("2026-05-25T08:00:00Z");
		assertThat(QUIET.next(Instant.parse("2026-05-22T17:59:59Z"))).isEqualTo("2026-05-22T17:59:59Z");
		assertThat(QUIET.next(Instant.parse("2026-05-20T03:00:00Z"))).isEqualTo("2026-05-20T08:00:00Z");
	}

	@Test
	void aMonthOverTheBudgetIsRefusedWithTheArithmetic() {
		YearMonth june = YearMonth.of(2026, 6);
		List<Budget.Asked> asked = List.of(new Budget.Asked("week", june, 1), new Budget.Asked("week", june, 1),
				new Budget.Asked("pulse", june, 2), new Budget.Asked("cbi", june, 3),
				new Budget.Asked("week", june.plusMonths(1), 7));
		new Budget(7).require(asked);
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> new Budget(6).require(asked))
			.withMessage(
					"In 2026-06 one person would be asked for 7 minutes, and the budget is 6: cbi 1 x 3 min + pulse "
							+ "1 x 2 min + week 2 x 1 min = 7 min. Ask less often, or less at a time.");
	}

	@Property(tries = 200)
	void aBudgetIsKeptInEveryMonthOrThePlanIsRefused(@ForAll @LongRange(min = 1, max = 31) long days,
			@ForAll @LongRange(min = 1, max = 30) long minutes) {
		Series series = series(Period.ofDays((int) days), Duration.ofHours(20), null);
		List<Budget.Asked> asked = series.between(FIRST, FIRST.plus(Duration.ofDays(400)), ZoneOffset.UTC)
			.map((turn) -> new Budget.Asked("s", YearMonth.from(turn.opensAt().atZone(ZoneOffset.UTC)), 2))
			.toList();
		boolean over = Budget.months(asked).stream().anyMatch((month) -> month.minutes() > minutes);
		assertThat(new TreeSet<>(Budget.months(asked).stream().map(Budget.Month::minutes).toList())).isNotEmpty();
		assertThat(refuses(new Budget((int) minutes), asked)).isEqualTo(over);
	}

	private static boolean refuses(Budget budget, List<Budget.Asked> asked) {
		try {
			budget.require(asked);
			return false;
		}
		catch (Refusal refusal) {
			assertThat(refusal.slug()).isEqualTo("over-budget");
			return true;
		}
	}

	private void assertRefused(String pointer, Series series) {
		assertRefused(pointer, "", series);
	}

	private void assertRefused(String pointer, String detail, Series series) {
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> checked(series))
			.satisfies((refusal) -> assertThat(refusal.slug()).startsWith("invalid-"))
			.satisfies((refusal) -> assertThat(
					refusal.slug().equals("invalid-rotation") ? "/rotation" : String.valueOf(refusal.getMessage()))
				.startsWith(pointer));
	}

	private Series checked(Series series) {
		return series.checked(this.pulse, FIRST, ZoneOffset.UTC);
	}

	private static Series series(Period every, Duration window, @Nullable Rotation rotation) {
		return new Series("pulse", Edition.PULSE, every, FIRST, window, List.of(), rotation, 2, false, null);
	}

}
