package org.holdfast.checkin.instrument;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.holdfast.defaults.problem.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DefinitionTests {

	static final List<String> SHIPPED = Definition.SHIPPED;

	private final Instrument pulse = Definition.pulse();

	@ParameterizedTest
	@FieldSource("SHIPPED")
	void whatIsWrittenIsReadBackTheSame(String id) {
		Instrument instrument = Definition.shipped(id);
		byte[] written = Definition.write(instrument).getBytes(StandardCharsets.UTF_8);
		assertThat(Definition.sent(written, Instrument.class)).isEqualTo(instrument);
	}

	@Test
	void noTwoInstrumentsHaveAScaleOfTheSameId() {
		assertThat(SHIPPED.stream()
			.map(Definition::shipped)
			.flatMap((instrument) -> instrument.scales().stream())
			.map(Scale::id)).contains("strain", "week-strain", "cbi-work").doesNotHaveDuplicates();
	}

	@Test
	void publishedInstrumentsComeWithoutTextsAndOursInTwoLanguages() {
		for (String id : SHIPPED) {
			Instrument instrument = Definition.shipped(id);
			assertThat(instrument.wordings().keySet()).as(id)
				.isEqualTo(List.of("pulse", "week").contains(id) ? java.util.Set.of("en", "es") : java.util.Set.of());
			assertThat(instrument.source()).isNotBlank();
			assertThat(instrument.licence()).isNotBlank();
		}
	}

	@Test
	void aBandThatNoPrimarySourceGivesIsNeverANorm() {
		Scale unverified = Definition.shipped("proqol-5").outcome();
		assertThat(unverified.bands()).hasSize(3);
		assertThat(unverified.norms()).isEmpty();
		assertThat(unverified.band(48)).isNull();
		Scale verified = Definition.shipped("stss").outcome();
		assertThat(verified.norms()).hasSize(5);
		assertThat(verified.band(30)).isNotNull();
	}

	@Test
	void theWeeklyItemAsksWhatWeighsMost() {
		Instrument week = Definition.shipped("week");
		assertThat(week.items()).containsExactly("week");
		assertThat(week.checkNeeds(List.of("paperwork", "workload", "paperwork"))).containsExactly("workload",
				"paperwork");
		assertThat(week.checkNeeds(null)).isEmpty();
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> week.checkNeeds(List.of("workload", "rain")))
			.withMessageStartingWith("/needs/1: 'rain' is not a need");
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> this.pulse.checkNeeds(List.of("workload")))
			.withMessageContaining("asks for no needs");
	}

	@Test
	void textsComeInTheFirstPreferredLanguageThatIsThere() {
		Instrument german = this.pulse.with("de", new Wording("Ihre Woche", "ours",
				this.pulse.wording(Locale.ENGLISH).items(), this.pulse.wording(Locale.ENGLISH).options(), Map.of()));
		assertThat(german.wording(List.of(Locale.FRENCH, Locale.forLanguageTag("de-AT"), Locale.ENGLISH)).title())
			.isEqualTo("Ihre Woche");
		assertThat(german.wording(List.of(Locale.FRENCH)).title()).isEqualTo("Your week");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					"direction":"higher is worse"   | "direction":"worse"             | /scales/0/direction | one of
					"minutes":2                     | "minutes":"2"                   | /minutes            | wrong type
					"minutes":2                     | "minutes":null                  | /minutes            | null
					"minutes":2                     | "minutes":2,"colour":"red"      | /colour             | no such member
					"points":75                     | "points":7.5                    | /options/1/points   | wrong type
					"id":"often","points":75        | "id":"often"                    | /options/1/points   | Missing
					"factor":1                      | "factor":0                      | /scales/0           | factor must be
					"source":"Holdfast"             | "source":" "                    | ''                  | source must be
					"kind":"outcome"                | "kind":"driver"                 | ''                  | must be the outcome
					"seldom":"Seldom"               | "rarely":"Seldom"               | ''                  | no text for 'seldom'
					"version":1                     | "version":1,                    | ''                  | No JSON at line 1
					""")
	void whatIsWrongIsRefusedWithItsPlace(String right, String wrong, String pointer, String detail) {
		String json = Definition.write(this.pulse);
		assertThat(json).contains(right);
		byte[] sent = json.replaceFirst(java.util.regex.Pattern.quote(right), wrong).getBytes(StandardCharsets.UTF_8);
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> Definition.sent(sent, Instrument.class))
			.withMessageContaining("Nothing was imported. " + pointer + ":")
			.withMessageContaining(detail);
	}

	@Test
	void aFhirQuestionnaireGivesItsTexts() {
		Instrument who = Definition.shipped("who-5");
		FhirQuestionnaire.Texts texts = FhirQuestionnaire
			.read(Definition.tree(Questionnaires.of(who).getBytes(StandardCharsets.UTF_8)), who);
		assertThat(texts.language()).isEqualTo("en");
		assertThat(texts.wording().licence()).isEqualTo("Licensed to the agency");
		assertThat(texts.wording().item("3")).isEqualTo("Statement 3");
		assertThat(texts.wording().option("5")).isEqualTo("Choice 5");
		assertThat(who.with("en", texts.wording()).wording(Locale.ENGLISH).title()).isEqualTo("Five statements");
	}

	@Test
	void everyMistakeOfAFhirQuestionnaireIsToldWithItsPlaceAtOnce() {
		Instrument who = Definition.shipped("who-5");
		String wrong = Questionnaires.of(who)
			.replace("\"Questionnaire\"", "\"Patient\"")
			.replace("\"linkId\":\"2\"", "\"linkId\":\"20\"")
			.replace("\"text\":\"Statement 4\"", "\"text\":7")
			.replace("\"copyright\":\"Licensed to the agency\",", "")
			.replaceFirst("\"code\":\"3\",\"display\":\"Choice 3\"", "\"code\":\"33\",\"display\":\"Choice 3\"")
			.replaceFirst("Choice 1", "Another word");
		List<String> places = new ArrayList<>();
		assertThatExceptionOfType(Refusal.class)
			.isThrownBy(() -> FhirQuestionnaire.read(Definition.tree(wrong.getBytes(StandardCharsets.UTF_8)), who))
			.satisfies((refusal) -> places.addAll(List.of(String.valueOf(refusal.getMessage()).split(" "))));
		assertThat(places).contains("/resourceType:", "/copyright:", "/item/0/item/1/linkId:", "/item/0/item/3/text:",
				"/item/0/item/0/answerOption/3/valueCoding/code:", "/item/0/item/1/answerOption/1/valueCoding/display:",
				"/item:");
	}

	@Test
	void anOptionIsAlsoKnownByItsOrdinalValue() {
		Instrument who = Definition.shipped("who-5");
		String byValue = Questionnaires.of(who)
			.replace("{\"valueCoding\":{\"code\":\"3\"",
					"{\"extension\":[{\"url\":\"http://hl7.org/fhir/StructureDefinition/ordinalValue\",\"valueDecimal\":3.0}],\"valueCoding\":{\"code\":\"LA-3\"");
		assertThat(byValue).contains("LA-3");
		assertThat(FhirQuestionnaire.read(Definition.tree(byValue.getBytes(StandardCharsets.UTF_8)), who)
			.wording()
			.option("3")).isEqualTo("Choice 3");
	}

}
