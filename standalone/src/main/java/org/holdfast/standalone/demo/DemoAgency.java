package org.holdfast.standalone.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;

/**
 * The people of the demo agency and how their half year goes. All of it follows from the
 * HR export and a seed, so that loading can be broken off and gone on with.
 *
 * <p>
 * Chosen figures (no source gives them for this population): strain on the scale 0..100
 * is about N(45, 18) in child protection, N(38, 17) in other practice, N(33, 17) in
 * administration; of that the standard deviation between people is 14, that between weeks
 * 10 with a carry-over of .3; the caseload is negative binomial with mean 16 (the mean of
 * English children's services in 2023, Department for Education), 5 to 35, and each case
 * above 16 adds 0.9 points; of ten people 8.2 answer at first, 3 % fewer with every month
 * in which nothing visible follows; people in trouble answer less.
 */
final class DemoAgency {

	/** Slides into trouble from the middle of the half year on. */
	static final String SLIDING = "Child Protection East";

	/** Recovers after support began. */
	static final String RECOVERING = "Family Support South";

	/** Too small ever to be shown alone. */
	static final String TOO_SMALL = "Night Duty";

	static final int WEEKS = 26;

	/** When HR forms circles. */
	static final int CIRCLES_BEGIN = 3;

	/** When the people of {@link #RECOVERING} found mentors. */
	static final int SUPPORT_BEGINS = 11;

	/** Of so many people one writes a comment in the last week. */
	private static final int ONE_IN = 6;

	private static final int SLIDE_BEGINS = 9;

	private static final long SEED = 2026;

	private static final double BETWEEN_PEOPLE = 14;

	private static final double BETWEEN_WEEKS = 10;

	private static final double CARRY_OVER = .3;

	private static final double MEAN_CASELOAD = 16;

	private static final double POINTS_PER_CASE = .9;

	private static final double FIRST_RESPONSE = .82;

	private static final double MONTHLY_DECLINE = .97;

	private static final double TROUBLE = 65;

	/** Options of the pulse by quarter of the strain they stand for. */
	private static final List<String> STRAINED = List.of("never", "seldom", "sometimes", "often", "always");

	private static final Map<String, Boolean> ITEMS_REVERSED = items();

	private final List<DemoPerson> people;

	/** Invented; nobody's words. */
	private final List<String> comments = new String(file("comments.txt"), StandardCharsets.UTF_8).lines().toList();

	private DemoAgency(List<DemoPerson> people) {
		this.people = people;
	}

	static DemoAgency fromExport() {
		List<DemoPerson> people = new ArrayList<>();
		try (CsvReader<NamedCsvRecord> rows = CsvReader.builder()
			.ofNamedCsvRecord(new String(export(), StandardCharsets.UTF_8))) {
			for (NamedCsvRecord row : rows) {
				people.add(new DemoPerson(row.getField("personnel_number"), row.getField("sign_in_name"),
						row.getField("unit_code"), row.getField("unit_name"), Set.of(row.getField("role").split("\\|")),
						row.getField("job_family"), LocalDate.parse(row.getField("entry_date")),
						row.getField("leads_unit").equals("yes"), !row.getField("exit_date").isEmpty()));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return new DemoAgency(people);
	}

	/**
	 * The file as the HR system exports it.
	 */
	static byte[] export() {
		return file("staff.csv");
	}

	private static byte[] file(String name) {
		try (InputStream file = Objects.requireNonNull(DemoAgency.class.getResourceAsStream("/demo/" + name))) {
			return file.readAllBytes();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Everyone who works there now.
	 */
	List<DemoPerson> people() {
		return this.people.stream().filter((person) -> !person.hasLeft()).toList();
	}

	/**
	 * Units that HR looks at together. {@link #TOO_SMALL} is one of them and left out, as
	 * it is counted together with others outside.
	 */
	List<String> frontline() {
		return this.people.stream()
			.filter((person) -> person.unitName().matches("(Child Protection|Family Support) .*|" + TOO_SMALL))
			.map(DemoPerson::unitId)
			.distinct()
			.toList();
	}

	/**
	 * What somebody answers in a week, by item; empty if they do not.
	 * @param week from 0
	 */
	Optional<Map<String, String>> answers(DemoPerson person, int week) {
		double strain = strain(person, week);
		SplittableRandom chance = new SplittableRandom(Objects.hash(SEED, person.staffId(), week));
		double response = FIRST_RESPONSE * Math.pow(MONTHLY_DECLINE, week / 4.0) - ((strain > TROUBLE) ? .15 : 0);
		if (chance.nextDouble() > response) {
			return Optional.empty();
		}
		Map<String, String> answers = new LinkedHashMap<>();
		ITEMS_REVERSED.forEach((item, reversed) -> {
			int quarter = (int) Math.round(clip(strain + chance.nextGaussian() * 12, 0, 100) / 25);
			answers.put(item, STRAINED.get(reversed ? 4 - quarter : quarter));
		});
		return Optional.of(answers);
	}

	/**
	 * What somebody adds to their answers in their own words: some of them in the last
	 * week, a few in the one before.
	 * @param week from 0
	 */
	Optional<String> comment(DemoPerson person, int week) {
		int place = people().indexOf(person) + ((week == WEEKS - 1) ? 0 : ONE_IN / 2);
		int oneIn = (week == WEEKS - 1) ? ONE_IN : 3 * ONE_IN;
		if (week >= WEEKS || week < WEEKS - 2 || place % oneIn != 0) {
			return Optional.empty();
		}
		// from the front for the last week, from the end for the one before
		int line = place / oneIn;
		return Optional.of(this.comments.get((week == WEEKS - 1) ? line : this.comments.size() - 1 - line));
	}

	/**
	 * When in the week somebody answers: 0 early, 1 in the middle, 2 late.
	 */
	int third(DemoPerson person, int week) {
		return Math.floorMod(Objects.hash(person.staffId(), week, SEED), 3);
	}

	private double strain(DemoPerson person, int week) {
		Random life = new Random(Objects.hash(SEED, person.staffId()));
		double level = level(person.jobFamily()) + life.nextGaussian() * BETWEEN_PEOPLE
				+ (caseload(life) - MEAN_CASELOAD)
						* (person.jobFamily().equals("administration") ? 0 : POINTS_PER_CASE);
		double carried = 0;
		for (int past = 0; past <= week; past++) {
			carried = CARRY_OVER * carried
					+ Math.sqrt(1 - CARRY_OVER * CARRY_OVER) * life.nextGaussian() * BETWEEN_WEEKS;
		}
		return clip(level + carried + story(person.unitName(), week), 0, 100);
	}

	private static double story(String unit, int week) {
		return switch (unit) {
			case SLIDING -> 2.2 * Math.max(0, Math.min(week - SLIDE_BEGINS, 13));
			case RECOVERING -> 24 - 2.4 * Math.max(0, Math.min(week - SUPPORT_BEGINS, 11));
			default -> 0;
		};
	}

	private static double level(String jobFamily) {
		return switch (jobFamily) {
			case "child protection" -> 45;
			case "administration" -> 33;
			default -> 38;
		};
	}

	/**
	 * Negative binomial with mean 16 as a Poisson number whose rate is gamma with shape
	 * 8.
	 */
	private static double caseload(Random random) {
		double rate = 0;
		for (int shape = 0; shape < 8; shape++) {
			rate -= Math.log(1 - random.nextDouble()) * MEAN_CASELOAD / 8;
		}
		int cases = 0;
		for (double left = rate + Math.log(1 - random.nextDouble()); left > 0; cases++) {
			left += Math.log(1 - random.nextDouble());
		}
		return clip(cases, 5, 35);
	}

	private static double clip(double value, double lowest, double highest) {
		return Math.max(lowest, Math.min(highest, value));
	}

	private static Map<String, Boolean> items() {
		Map<String, Boolean> items = new LinkedHashMap<>();
		items.put("energy", true);
		items.put("workload", true);
		items.put("strain", false);
		items.put("support", true);
		items.put("meaning", true);
		return items;
	}

}
