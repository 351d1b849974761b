package org.holdfast.profile.imports;

import java.time.Instant;

import org.holdfast.profile.imports.ImportReport.UnitCounts;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;

/**
 * A report without its reasons, for the list.
 */
record ImportSummary(@Id String importId, @Nullable String fileName, Instant importedAt, String importedBy, int rows,
		int accepted, int changed, int unchanged, int refusedRows, UnitCounts units, int absent) {
}
