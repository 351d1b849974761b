package org.holdfast.profile.imports;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import org.holdfast.defaults.problem.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file as HR systems write them, taken apart: whichever delimiter and encoding, and
 * without letting one broken line spoil the others.
 *
 * @param lines the lines that could be read
 * @param unreadable the lines that could not
 * @param ignoredColumns headers that mean nothing here
 */
record CsvFile(List<Line> lines, List<Refused> unreadable, List<String> ignoredColumns) {

	private static final List<Character> DELIMITERS = List.of(',', ';', '\t');

	private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

	private static final Pattern WHITE_SPACE = Pattern.compile("[\\s\\u00A0]+");

	private static final char BYTE_ORDER_MARK = '\uFEFF';

	private static final int MOST_COLUMNS = 200;

	/** More broken quotes than this is not a CSV file with mistakes. */
	private static final int MOST_BROKEN_QUOTES = 1_000;

	/**
	 * Takes a file apart.
	 * @param bytes the file
	 * @param mostRows how many rows it may have
	 * @return its lines
	 * @throws Refusal when the file as a whole makes no sense
	 */
	static CsvFile of(byte[] bytes, int mostRows) {
		String text = decoded(bytes);
		Header header = DELIMITERS.stream()
			.map((delimiter) -> Header.of(text, delimiter))
			.flatMap(Optional::stream)
			.max(Comparator.comparingInt(Header::known))
			.orElseThrow(() -> Refusal.invalid("no-header",
					"The file has no header line that can be read. Nothing was imported."));
		header.check();
		return new Body(text, header, mostRows).read();
	}

	private static String decoded(byte[] bytes) {
		String text;
		try {
			text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
		}
		catch (CharacterCodingException ex) {
			text = new String(bytes, WINDOWS_1252);
		}
		return (!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) ? text.substring(1) : text;
	}

	private static CsvReader.CsvReaderBuilder reader(char delimiter) {
		return CsvReader.builder()
			.fieldSeparator(delimiter)
			.extraFieldStrategy(FieldMismatchStrategy.IGNORE)
			.missingFieldStrategy(FieldMismatchStrategy.IGNORE)
			.allowUnclosedQuote(false);
	}

	/** What the first line says, read with one delimiter. */
	private record Header(char delimiter, int line, List<String> names) {

		static Optional<Header> of(String text, char delimiter) {
			try (CloseableIterator<Fields> all = reader(delimiter).build(new FieldsHandler(), text).iterator()) {
				while (all.hasNext()) {
					Fields fields = all.next();
					if (!fields.blank()) {
						return Optional.of(new Header(delimiter, fields.line(), fields.values()));
					}
				}
				return Optional.empty();
			}
			catch (CsvParseException ex) {
				return Optional.empty();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

		int known() {
			return (int) this.names.stream().map(Column::of).flatMap(Optional::stream).distinct().count();
		}

		void check() {
			if (this.names.size() > MOST_COLUMNS) {
				throw Refusal.invalid("too-many-columns",
						"The header line has more than " + MOST_COLUMNS + " columns.");
			}
			List<Column> columns = this.names.stream().map(Column::of).flatMap(Optional::stream).toList();
			String missing = Arrays.stream(Column.values())
				.filter((column) -> column.required() && !columns.contains(column))
				.map(Column::header)
				.collect(Collectors.joining(", "));
			if (!missing.isEmpty()) {
				throw Refusal.invalid("missing-columns", "The header line lacks these columns: " + missing
						+ ". Nothing was imported. Export them as well, an unused one may be empty.");
			}
			String twice = columns.stream()
				.filter((column) -> columns.indexOf(column) != columns.lastIndexOf(column))
				.distinct()
				.map(Column::header)
				.collect(Collectors.joining(", "));
			if (!twice.isEmpty()) {
				throw Refusal.invalid("repeated-columns",
						"The header line has these columns more than once: " + twice + ". Nothing was imported.");
			}
		}

		List<String> ignored() {
			return this.names.stream().filter((name) -> Column.of(name).isEmpty()).map(Refused::shortened).toList();
		}

	}

	/** The lines below the header; reading goes on after a line with broken quotes. */
	private static final class Body {

		private final String text;

		private final Header header;

		private final int mostRows;

		private final List<Optional<Column>> columns;

		private final List<Line> lines = new ArrayList<>();

		private final List<Refused> unreadable = new ArrayList<>();

		Body(String text, Header header, int mostRows) {
			this.text = text;
			this.header = header;
			this.mostRows = mostRows;
			this.columns = header.names().stream().map(Column::of).toList();
		}

		CsvFile read() {
			int position = 0;
			int line = 1;
			int brokenQuotes = 0;
			while (position < this.text.length()) {
				int broken = readFrom(position, line);
				if (broken == 0) {
					break;
				}
				if (++brokenQuotes > MOST_BROKEN_QUOTES) {
					throw Refusal.invalid("broken-quotes", "More than " + MOST_BROKEN_QUOTES
							+ " lines have quotes that do not match. Nothing was imported. Export the file again as CSV.");
				}
				position = after(position, broken - line + 1);
				line = broken + 1;
			}
			return new CsvFile(List.copyOf(this.lines), List.copyOf(this.unreadable), this.header.ignored());
		}

		/**
		 * Reads until the end or a line with broken quotes.
		 * @return that line, or 0
		 */
		private int readFrom(int position, int firstLine) {
			FieldsHandler handler = new FieldsHandler();
			try (StringReader rest = new StringReader(this.text)) {
				rest.skip(position);
				CsvReader<Fields> records = reader(this.header.delimiter()).build(handler, rest);
				for (Fields fields : records) {
					take(fields, firstLine - 1 + fields.line());
				}
				return 0;
			}
			catch (CsvParseException ex) {
				int line = firstLine - 1 + handler.line;
				this.unreadable.add(new Refused(line, columnName(handler.values.size()),
						"A quote is opened and not closed before the next field.",
						"Close the quote, and write a quote inside a value twice."));
				checkRows();
				return line;
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

		private void take(Fields fields, int line) {
			if (line <= this.header.line() || fields.blank()) {
				return;
			}
			int found = fields.values().size();
			int wanted = this.columns.size();
			if (found != wanted) {
				this.unreadable.add(Refused.line(line,
						"The line has too " + ((found > wanted) ? "many" : "few") + " fields: " + found + " instead of "
								+ wanted + ".",
						"Put a value that contains the delimiter in quotes, and write empty fields as well."));
			}
			else {
				Map<Column, String> cells = new EnumMap<>(Column.class);
				for (int i = 0; i < wanted; i++) {
					String value = fields.values().get(i);
					this.columns.get(i).ifPresent((column) -> cells.put(column, tidy(value)));
				}
				this.lines.add(new Line(line, cells));
			}
			checkRows();
		}

		private void checkRows() {
			if (this.lines.size() + this.unreadable.size() > this.mostRows) {
				throw Refusal.invalid("too-many-rows", "The file has more than " + this.mostRows
						+ " rows. Nothing was imported. Split the file by unit and import the parts.");
			}
		}

		/** The position behind so many line ends; \r\n, \n and \r each end a line. */
		private int after(int position, int lineEnds) {
			int at = position;
			for (int i = 0; i < lineEnds; i++) {
				while (at < this.text.length() && this.text.charAt(at) != '\n' && this.text.charAt(at) != '\r') {
					at++;
				}
				at += this.text.startsWith("\r\n", at) ? 2 : 1;
			}
			return Math.min(at, this.text.length());
		}

		private @Nullable String columnName(int field) {
			if (field >= this.columns.size()) {
				return null;
			}
			return this.columns.get(field)
				.map(Column::header)
				.orElse(Refused.shortened(this.header.names().get(field)));
		}

		private static String tidy(String value) {
			String tidy = WHITE_SPACE.matcher(value).replaceAll(" ").strip();
			return Normalizer.normalize(tidy, Normalizer.Form.NFC);
		}

	}

	/** One record as the parser sees it. */
	private record Fields(int line, List<String> values) {

		boolean blank() {
			return this.values.stream().allMatch(String::isBlank);
		}

	}

	/** Remembers where a record began, also when the parser gives up in the middle. */
	private static final class FieldsHandler extends AbstractBaseCsvCallbackHandler<Fields> {

		private int line;

		private final List<String> values = new ArrayList<>();

		@Override
		protected void handleBegin(long startingLineNumber) {
			this.line = Math.toIntExact(startingLineNumber);
			this.values.clear();
		}

		@Override
		protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
			this.values.add(new String(buffer, offset, length));
		}

		@Override
		protected Fields buildRecord() {
			return new Fields(this.line, List.copyOf(this.values));
		}

	}

}
