const MARK = '\uFEFF';

/**
 * A table as a file that spreadsheets open (RFC 4180): with a byte order mark, for without it some read UTF-8 as something else,
 * and an apostrophe before what they would reckon as a formula.
 */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return MARK + rows.map((row) => `${row.map(fieldOf).join(',')}\r\n`).join('');
}

function fieldOf(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${harmless.replaceAll('"', '""')}"`;
}
