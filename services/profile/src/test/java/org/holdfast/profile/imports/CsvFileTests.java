package org.holdfast.profile.imports;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.holdfast.defaults.problem.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CsvFileTests {

	private static final String HEADER = "personnel_number,first_name,last_name,sign_in_name,unit_code,unit_name,"
			+ "parent_unit_code,manager_personnel_number,role,entry_date,exit_date,leads_unit";

	private static final String ROW = "S-1,Naïf,Example,naif,U-1,Agency,,,staff,2020-01-31,,no";

	@ParameterizedTest
	@ValueSource(strings = { ",", ";", "\t" })
	void theDelimiterIsFound(String delimiter) {
		CsvFile file = read((HEADER + "\n" + ROW + "\n").replace(",", delimiter));
		assertThat(file.lines()).singleElement()
			.satisfies((line) -> assertThat(line.cell(Column.FIRST_NAME)).isEqualTo("Naïf"));
	}

	@Test
	void theDelimiterIsFoundWhereUnknownHeadersContainOthers() {
		CsvFile file = read(
				HEADER.replace(',', ';') + ";\"a,b,c,d,e,f,g,h,i,j,k,l,m,n,o\"\n" + ROW.replace(',', ';') + ";x\n");
		assertThat(file.lines()).hasSize(1);
		assertThat(file.ignoredColumns()).containsExactly("a,b,c,d,e,f,g,h,i,j,k,l,m,n,o");
	}

	@Test
	void aByteOrderMarkIsNotPartOfTheFirstHeader() {
		assertThat(read("\uFEFF" + HEADER + "\n" + ROW).lines()).singleElement()
			.satisfies((line) -> assertThat(line.cell(Column.PERSONNEL_NUMBER)).isEqualTo("S-1"));
	}

	@Test
	void whatIsNotUtf8IsWindows1252() {
		byte[] bytes = (HEADER + "\n" + ROW.replace("Example", "O’Ñandú")).getBytes(Charset.forName("windows-1252"));
		assertThat(CsvFile.of(bytes, 10).lines()).singleElement().satisfies((line) -> {
			assertThat(line.cell(Column.FIRST_NAME)).isEqualTo("Naïf");
			assertThat(line.cell(Column.LAST_NAME)).isEqualTo("O’Ñandú");
		});
	}

	@Test
	void headersAreFoundInAnyCaseAndOrder() {
		CsvFile file = read("""
				LEADS_UNIT,Exit Date,Entry-Date,role,Manager_Personnel_Number,PARENT_UNIT_CODE,UNIT_NAME,unit_code,\
				sign_in_name,Last Name,First Name, Personnel Number ,Shoe size
				no,,2020-01-31,staff,,,Agency,U-1,naif,Example,Naïf,S-1,38
				""");
		assertThat(file.ignoredColumns()).containsExactly("Shoe size");
		assertThat(file.lines()).singleElement().satisfies((line) -> {
			assertThat(line.cell(Column.PERSONNEL_NUMBER)).isEqualTo("S-1");
			assertThat(line.cell(Column.LEADS_UNIT)).isEqualTo("no");
		});
	}

	@Test
	void aMissingColumnRefusesTheFileAndIsNamed() {
		assertThatExceptionOfType(Refusal.class)
			.isThrownBy(() -> read(HEADER.replace("role,", "").replace(",leads_unit", "") + "\n"))
			.withMessageContaining("lacks these columns: role, leads_unit.");
	}

	@Test
	void aColumnThatOccursTwiceRefusesTheFile() {
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> read(HEADER + ",Role\n"))
			.withMessageContaining("more than once: role.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "\n\n", "  ", "\uFEFF" })
	void aFileWithoutAHeaderIsRefused(String text) {
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> read(text)).withMessageContaining("no header line");
	}

	@Test
	void aFileThatIsNoCsvIsRefused() {
		byte[] bytes = new byte[5000];
		new java.util.Random(7).nextBytes(bytes);
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> CsvFile.of(bytes, 10));
	}

	@Test
	void aFileWithTooManyRowsIsRefused() {
		String rows = Stream.generate(() -> ROW + "\n").limit(11).reduce("", String::concat);
		assertThat(read(HEADER + "\n" + rows.substring(ROW.length() + 1)).lines()).hasSize(10);
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> read(HEADER + "\n" + rows))
			.withMessageContaining("more than 10 rows");
	}

	@ParameterizedTest
	@ValueSource(strings = { "\n", "\r\n", "\r" })
	void aLineIsNumberedAsAnEditorDoes(String end) {
		CsvFile file = read(String.join(end, HEADER, ROW, "", ROW.replace("Naïf", "\"N\na\r\nïf\""), ROW, ",,,", ROW));
		assertThat(file.lines()).extracting(Line::number).containsExactly(2, 4, 7, 9);
		assertThat(file.lines().get(1).cell(Column.FIRST_NAME)).isEqualTo("N a ïf");
	}

	@ParameterizedTest
	@ValueSource(strings = { "\n", "\r\n", "\r" })
	void aQuoteThatIsNotClosedRefusesOnlyItsLine(String end) {
		CsvFile file = read(String.join(end, HEADER, ROW, ROW.replace("Agency", "\"Agency"), ROW,
				ROW.replace("naif", "\"zo\"e"), ROW.replace("staff", "\"sta\"\"ff\""), ROW.replace("S-1", "\"S-1")));
		assertThat(file.lines()).extracting(Line::number).containsExactly(2, 4, 6);
		assertThat(file.unreadable()).extracting(Refused::line).containsExactly(3, 5, 7);
		assertThat(file.unreadable()).extracting(Refused::column)
			.containsExactly("unit_name", "sign_in_name", "personnel_number");
	}

	@Test
	void aFileFullOfBrokenQuotesIsRefusedInReasonableTime() {
		String broken = "\"x\"y\n".repeat(1001);
		assertThatExceptionOfType(Refusal.class)
			.isThrownBy(() -> CsvFile.of((HEADER + "\n" + broken).getBytes(StandardCharsets.UTF_8), 50_000))
			.withMessageContaining("quotes that do not match");
	}

	@Test
	void aLineWithTooFewOrTooManyFieldsIsRefusedAsALine() {
		CsvFile file = read(String.join("\n", HEADER, ROW + ",x", ROW, ROW.substring(0, ROW.lastIndexOf(','))));
		assertThat(file.lines()).extracting(Line::number).containsExactly(3);
		assertThat(file.unreadable()).extracting(Refused::line).containsExactly(2, 4);
		assertThat(file.unreadable()).extracting(Refused::column).containsOnlyNulls();
		assertThat(file.unreadable()).extracting(Refused::reason)
			.containsExactly("The line has too many fields: 13 instead of 12.",
					"The line has too few fields: 11 instead of 12.");
	}

	@Test
	void everyColumnIsInTheGuide() throws IOException {
		List<String> described = Files.readAllLines(Path.of("../../docs/import.md"))
			.stream()
			.dropWhile((line) -> !line.startsWith("| column"))
			.takeWhile((line) -> line.startsWith("|"))
			.flatMap((line) -> Pattern.compile("`([a-z_]+)`").matcher(line.split("\\|")[1]).results())
			.map((match) -> match.group(1))
			.toList();
		assertThat(described)
			.containsExactlyInAnyOrderElementsOf(Stream.of(Column.values()).map(Column::header).toList());
	}

	private static CsvFile read(String text) {
		return CsvFile.of(text.getBytes(StandardCharsets.UTF_8), 10);
	}

}
