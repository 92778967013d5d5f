// Spreadsheets take a text without it for GBK.
const byteOrderMark = '\uFEFF';

/** A spreadsheet runs what begins so: a quote before it makes a text of it. A number below zero is none. */
const isFormula = (text: string): boolean => /^[=+\-@\t\r]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text);

/** A field of RFC 4180: quoted where it must be, and never a formula. */
export function csvField(text: string): string {
  const safe = isFormula(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Lines of RFC 4180 in UTF-8 with a byte order mark. */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  byteOrderMark + rows.map((row) => `${row.map(csvField).join(',')}\r\n`).join('');
