package org.holdfast.profile.imports;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.holdfast.defaults.problem.Refusal;
import org.holdfast.defaults.security.Caller;
import org.holdfast.profile.ProfileSettings;
import org.holdfast.defaults.problem.UsualProblems;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/**
 * Where the HR system's export comes in, from an administrator's hands or from an
 * integration.
 */
@RestController
@RequestMapping("/imports")
@PreAuthorize("hasRole('ADMINISTRATOR') or hasAuthority('SCOPE_profile.import')")
@UsualProblems
@Tag(name = "Imports", description = "Staff and units from the HR system's CSV export")
class ImportController {

	private static final String WHAT_IT_DOES = """
			One row for each person, with the columns of their unit; the operator's guide describes them. \
			Comma, semicolon or tab; UTF-8 or Windows-1252; at most 10 MB and 50,000 rows unless set otherwise. \
			Each refused row is reported with line, column, reason and remedy, and refuses no other. \
			Importing the same file again changes nothing, which is also how to mend an import that was cut off. \
			People who are not in the file are left alone. 201 and kept, or 200 for a dry run.""";

	private static final String EXAMPLE = """
			personnel_number,first_name,last_name,sign_in_name,unit_code,unit_name,parent_unit_code,parent_unit_name,manager_personnel_number,role,entry_date,exit_date,leads_unit
			S-0101,First,Person,first.person,U-07,Northern Team,U-01,Agency,,staff|supervisor,2019-03-01,,yes
			S-0142,Second,Person,second.person,U-07,Northern Team,U-01,Agency,S-0101,staff,2023-09-15,,no
			""";

	private static final int LONGEST_NAME = 200;

	private final Imports imports;

	private final ProfileSettings settings;

	ImportController(Imports imports, ProfileSettings settings) {
		this.imports = imports;
		this.settings = settings;
	}

	@PostMapping(consumes = "text/csv")
	@Operation(operationId = "importStaff", summary = "Import staff and units", description = WHAT_IT_DOES,
			requestBody = @RequestBody(required = true,
					content = @Content(mediaType = "text/csv", schema = @Schema(type = "string"),
							examples = @ExampleObject(EXAMPLE))))
	@ApiResponse(responseCode = "201", description = "Taken over as the report says, which is kept")
	@ApiResponse(responseCode = "200", description = "What a dry run would have done")
	@ApiResponse(responseCode = "400",
			description = "Nothing was imported: columns are missing, or the file is no CSV, too large or too long",
			content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
					schema = @Schema(implementation = ProblemDetail.class)))
	ResponseEntity<ImportReport> importBody(
			@Parameter(description = "Report what would happen and write nothing") @RequestParam(
					defaultValue = "false") boolean dryRun,
			@Parameter(description = "What to call the file in the report") @RequestParam(
					required = false) @Nullable String fileName,
			Caller caller, HttpServletRequest request) throws IOException {
		return imported(request.getInputStream(), fileName, dryRun, caller);
	}

	@PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
	@Operation(operationId = "importStaff", summary = "Import staff and units", description = WHAT_IT_DOES)
	@ApiResponse(responseCode = "201", description = "Taken over as the report says, which is kept")
	@ApiResponse(responseCode = "200", description = "What a dry run would have done")
	ResponseEntity<ImportReport> importUpload(@RequestParam(defaultValue = "false") boolean dryRun,
			@RequestParam MultipartFile file, Caller caller) throws IOException {
		return imported(file.getInputStream(), file.getOriginalFilename(), dryRun, caller);
	}

	@GetMapping
	@Operation(summary = "The last 100 imports, the newest first, without the reasons")
	@ApiResponse(responseCode = "200", description = "The imports")
	List<ImportSummary> all() {
		return this.imports.all();
	}

	@GetMapping("/{id}")
	@Operation(summary = "The report of an import")
	@ApiResponse(responseCode = "200", description = "The report")
	@ApiResponse(responseCode = "404", description = "There is no import with this id",
			content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
					schema = @Schema(implementation = ProblemDetail.class)))
	ImportReport one(@PathVariable String id) {
		return this.imports.find(id)
			.orElseThrow(() -> Refusal.notFound("no-such-import", "There is no import with this id."));
	}

	private ResponseEntity<ImportReport> imported(InputStream body, @Nullable String fileName, boolean dryRun,
			Caller caller) throws IOException {
		CsvFile file = CsvFile.of(bounded(body), this.settings.imports().mostRows());
		if (dryRun) {
			return ResponseEntity.ok(this.imports.tryOut(file, shown(fileName), caller.staffId()));
		}
		ImportReport report = this.imports.take(file, shown(fileName), caller.staffId());
		return ResponseEntity.created(URI.create("imports/" + report.importId())).body(report);
	}

	private byte[] bounded(InputStream body) throws IOException {
		int most = Math.toIntExact(this.settings.imports().largestFile().toBytes());
		byte[] bytes = body.readNBytes(most + 1);
		if (bytes.length > most) {
			throw Refusal.invalid("file-too-large",
					"The file is larger than " + this.settings.imports().largestFile().toMegabytes()
							+ " MB. Nothing was imported. Split it by unit and import the parts.");
		}
		return bytes;
	}

	private static @Nullable String shown(@Nullable String fileName) {
		if (fileName == null) {
			return null;
		}
		String name = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1)
			.replaceAll("\\p{Cc}", "")
			.strip();
		return name.substring(0, Math.min(name.length(), LONGEST_NAME));
	}

}
