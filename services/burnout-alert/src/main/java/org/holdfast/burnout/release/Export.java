package org.holdfast.burnout.release;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import org.holdfast.burnout.unit.Named;
import org.holdfast.burnout.unit.UnitChanged;
import org.jspecify.annotations.Nullable;

/** Published figures as CSV after RFC 4180, safe to open in a spreadsheet. */
final class Export {

	private static final List<String> HEADER = List.of("cycle", "series", "closes_at", "unit_id", "unit", "scale",
			"direction", "state", "level", "at_most", "at_least", "people", "participation", "reason", "together");

	private Export() {
	}

	/**
	 * Returns a row for each unit, cycle and scale.
	 * @param scale the only scale to export; null for all
	 */
	static String of(List<UnitChanged> units, List<Release> releases, @Nullable String scale,
			Map<String, String> names) {
		StringWriter text = new StringWriter();
		try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
			csv.writeRecord(HEADER);
			for (Release release : releases) {
				for (int place = 0; place < release.scales().size(); place++) {
					Scale each = release.scales().get(place);
					if (scale == null || scale.equals(each.id())) {
						for (UnitChanged unit : units) {
							int at = place;
							release.of(unit.unitId())
								.map((shown) -> Trend.Period.of(shown, release, at, names))
								.ifPresent((period) -> csv.writeRecord(row(unit, release, each, period)));
						}
					}
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return text.toString();
	}

	private static List<String> row(UnitChanged unit, Release release, Scale scale, Trend.Period period) {
		Figure figure = (period.figure() != null) ? period.figure() : period.togetherFigure();
		List<String> row = new ArrayList<>();
		row.add(safe(release.id()));
		row.add(safe(release.series()));
		row.add(release.closesAt().toString());
		row.add(safe(unit.unitId()));
		row.add(safe(unit.name()));
		row.add(safe(scale.id()));
		row.add((scale.direction() == Scale.Direction.HIGHER_IS_WORSE) ? "higher is worse" : "higher is better");
		row.add(period.state());
		row.add(number((figure != null) ? figure.level() : null));
		row.add(number((figure != null) ? figure.atMost() : null));
		row.add(number((figure != null) ? figure.atLeast() : null));
		row.add((figure != null) ? figure.people() : "");
		row.add((period.participation() != null) ? period.participation() : "");
		row.add((period.reason() != null) ? period.reason() : "");
		row.add(safe(String.join("; ", period.together().stream().map(Named::name).toList())));
		return row;
	}

	private static String number(@Nullable Integer number) {
		return (number != null) ? number.toString() : "";
	}

	/** A text that a spreadsheet would take for a formula is marked as text. */
	private static String safe(@Nullable String text) {
		if (text == null) {
			return "";
		}
		return (!text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0) ? "'" + text : text;
	}

}
