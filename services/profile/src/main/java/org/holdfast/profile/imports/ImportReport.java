package org.holdfast.profile.imports;

import java.time.Instant;
import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;

/**
 * What an import did, or would do, and why it left rows out.
 */
record ImportReport(@Id @Schema(description = "Null for a dry run, which is not kept") @Nullable String importId,
		@Schema(description = "As the client called the file") @Nullable String fileName, Instant importedAt,
		@Schema(description = "Staff id or client id of who imported it") String importedBy,
		@Schema(description = "Rows below the header, without blank lines") int rows,
		@Schema(description = "Rows taken over") int accepted,
		@Schema(description = "Accepted rows that changed their person (or unit, where the row is about nobody)") int changed,
		@Schema(description = "Accepted rows that said nothing new") int unchanged,
		@Schema(description = "Rows left out") int refusedRows,
		@Schema(description = "Why they were left out, by line; at most 1000 reasons") List<Refused> refused,
		UnitCounts units,
		@Schema(description = "People who work here and are not in the file; they are left alone") int absent,
		@Schema(description = "Headers that mean nothing here") List<String> ignoredColumns) {

	static final int MOST_REASONS = 1000;

	/**
	 * What became of the units that the accepted rows tell about.
	 */
	record UnitCounts(int accepted, int changed, int unchanged) {
	}

	static ImportReport of(ImportPlan plan, List<String> ignoredColumns, @Nullable String fileName, Instant at,
			String by) {
		int accepted = plan.draft().rows().size();
		int changed = plan.changedRows();
		int refusedRows = (int) plan.refused().stream().mapToInt(Refused::line).distinct().count();
		int units = plan.draft().units().size();
		int changedUnits = plan.units().size();
		return new ImportReport(null, fileName, at, by, accepted + refusedRows, accepted, changed, accepted - changed,
				refusedRows, plan.refused().stream().limit(MOST_REASONS).toList(),
				new UnitCounts(units, changedUnits, units - changedUnits), plan.absent(), ignoredColumns);
	}

	ImportReport withId(String id) {
		return new ImportReport(id, this.fileName, this.importedAt, this.importedBy, this.rows, this.accepted,
				this.changed, this.unchanged, this.refusedRows, this.refused, this.units, this.absent,
				this.ignoredColumns);
	}

}
