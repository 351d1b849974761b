package org.holdfast.profile.imports;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.holdfast.defaults.problem.ProblemDefaults;
import org.holdfast.defaults.security.SecurityDefaults;
import org.holdfast.profile.Callers;
import org.holdfast.profile.ProfileSettings;
import org.holdfast.profile.imports.ImportReport.UnitCounts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.never;

@WebMvcTest(ImportController.class)
@ImportAutoConfiguration({ SecurityDefaults.class, ProblemDefaults.class })
@EnableConfigurationProperties(ProfileSettings.class)
@TestPropertySource(properties = "holdfast.profile.imports.largest-file=1MB")
class ImportControllerTests {

	private static final MediaType CSV = MediaType.parseMediaType("text/csv");

	private static final ImportReport REPORT = new ImportReport(null, "staff.csv", Instant.EPOCH, "S-1", 2, 1, 1, 0, 1,
			List.of(new Refused(3, "role", "'captain' is not a role.", "Use staff.")), new UnitCounts(1, 1, 0), 4,
			List.of("Shoe size"));

	private static final String FILE = Export.empty().with("S-1").csv();

	@Autowired
	private MockMvcTester http;

	@MockitoBean
	private Imports imports;

	@MockitoBean
	private JwtDecoder decoder;

	@BeforeEach
	void anImportSucceeds() {
		given(this.imports.take(any(), any(), any())).willReturn(REPORT.withId("an-id"));
		given(this.imports.tryOut(any(), any(), any())).willReturn(REPORT);
		given(this.imports.find("an-id")).willReturn(Optional.of(REPORT.withId("an-id")));
	}

	@ParameterizedTest
	@CsvSource({ "POST,/imports,staff,403", "POST,/imports,supervisor,403", "POST,/imports,hr,403",
			"POST,/imports,administrator,201", "POST,/imports,import,201", "POST,/imports,integration,403",
			"POST,/imports,nobody,401", "POST,/imports?dryRun=true,hr,403", "POST,/imports?dryRun=true,import,200",
			"GET,/imports,staff,403", "GET,/imports,supervisor,403", "GET,/imports,hr,403",
			"GET,/imports,administrator,200", "GET,/imports,import,200", "GET,/imports,integration,403",
			"GET,/imports,nobody,401", "GET,/imports/an-id,staff,403", "GET,/imports/an-id,supervisor,403",
			"GET,/imports/an-id,hr,403", "GET,/imports/an-id,administrator,200", "GET,/imports/an-id,import,200",
			"GET,/imports/an-id,integration,403", "GET,/imports/an-id,nobody,401" })
	void eachOperationIsForItsRolesOnly(String method, String path, String role, int status) {
		MvcTestResult result = this.http.method(HttpMethod.valueOf(method))
			.uri(path)
			.contentType(CSV)
			.content(FILE)
			.with(Callers.as(role))
			.exchange();
		assertThat(result).hasStatus(status);
		if (status >= 400) {
			assertThat(result).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
			then(this.imports).shouldHaveNoInteractions();
		}
	}

	@Test
	void anImportAnswersWithItsReport() {
		MvcTestResult result = post("/imports", FILE);
		assertThat(result).hasStatus(201)
			.hasHeader("Location", "imports/an-id")
			.bodyJson()
			.isStrictlyEqualTo(
					"""
							{"importId": "an-id", "fileName": "staff.csv", "importedAt": "1970-01-01T00:00:00Z",
							 "importedBy": "S-1", "rows": 2, "accepted": 1, "changed": 1, "unchanged": 0, "refusedRows": 1,
							 "refused": [{"line": 3, "column": "role", "reason": "'captain' is not a role.", "remedy": "Use staff."}],
							 "units": {"accepted": 1, "changed": 1, "unchanged": 0}, "absent": 4, "ignoredColumns": ["Shoe size"]}""");
	}

	@Test
	void aDryRunTakesNothing() {
		assertThat(post("/imports?dryRun=true", FILE)).hasStatusOk().bodyJson().extractingPath("$.importId").isNull();
		then(this.imports).should(never()).take(any(), any(), any());
	}

	@ParameterizedTest
	@ValueSource(strings = { "staff.csv", "C:\\exports\\staff.csv", "../../staff.csv", "sta\u0007ff.csv" })
	void anUploadKeepsTheNameOfItsFileOnly(String name) {
		MockMultipartFile file = new MockMultipartFile("file", name, "application/vnd.ms-excel",
				FILE.getBytes(StandardCharsets.UTF_8));
		assertThat(this.http.post().uri("/imports").multipart().file(file).with(Callers.as("administrator")))
			.hasStatus(201);
		then(this.imports).should().take(any(), org.mockito.ArgumentMatchers.eq("staff.csv"), any());
	}

	@Test
	void aFileWithoutTheColumnsIsRefusedWithWhatIsMissing() {
		MvcTestResult result = post("/imports", "personnel_number,first_name\nS-1,A\n");
		assertThat(result).hasStatus(400)
			.bodyJson()
			.extractingPath("$.type")
			.isEqualTo("urn:holdfast:problem:missing-columns");
		assertThat(result).bodyText().contains("last_name, sign_in_name, unit_code");
	}

	@Test
	void aFileThatIsTooLargeIsRefused() {
		assertThat(post("/imports", "x".repeat(1024 * 1024 + 1))).hasStatus(400)
			.bodyJson()
			.extractingPath("$.type")
			.isEqualTo("urn:holdfast:problem:file-too-large");
	}

	@Test
	void whatIsNotCsvIsNotTaken() {
		assertThat(this.http.post()
			.uri("/imports")
			.contentType(MediaType.APPLICATION_JSON)
			.content("{}")
			.with(Callers.as("administrator"))).hasStatus(415);
	}

	@Test
	void anUnknownImportIsNotFound() {
		assertThat(this.http.get().uri("/imports/none").with(Callers.as("administrator"))).hasStatus(404);
	}

	private MvcTestResult post(String path, String file) {
		return this.http.post().uri(path).contentType(CSV).content(file).with(Callers.as("administrator")).exchange();
	}

}
