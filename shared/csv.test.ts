import { expect, test } from 'vitest';
import { fc } from '../test/support/property.ts';
import { csvField, csvOf } from './csv.ts';
import { yuanOf } from './money.ts';

/** RFC 4180 as another reads it, character by character. */
function parsed(text: string): string[][] {
  const rows: string[][] = [];
  let [row, field, quoted] = [[] as string[], '', false];
  const all = Array.from(text.replace(/^\uFEFF/, ''));
  for (let n = 0; n < all.length; n += 1) {
    const [one, next] = [all[n] ?? '', all[n + 1]];
    if (quoted && one === '"' && next === '"') {
      field += '"';
      n += 1;
    } else if (one === '"') quoted = !quoted;
    else if (!quoted && one === ',') [field, row] = ['', [...row, field]];
    else if (!quoted && one === '\r' && next === '\n') {
      rows.push([...row, field]);
      [row, field] = [[], ''];
      n += 1;
    } else field += one;
  }
  return rows;
}

const field = fc.oneof(fc.string(), fc.constantFrom('a,b', 'say "no"', 'two\r\nlines', '=1+1', '+8', '-9.5', '@x', ''));

test('whatever stands in a field is read as it was, but for the quote before what a spreadsheet would run', () => {
  fc.assert(
    fc.property(fc.array(fc.array(field, { minLength: 1, maxLength: 5 }), { maxLength: 5 }), (rows) => {
      const text = csvOf(rows);
      expect(text.codePointAt(0)).toBe(0xfe_ff);
      const read = parsed(text);
      expect(read.map((row) => row.map((one) => one.replace(/^'(?=[=+\-@\t\r])/, '')))).toEqual(
        rows.map((row) => row.map((one) => one.replace(/^'(?=[=+\-@\t\r])/, ''))),
      );
      for (const one of read.flat()) expect(/^[=+@\t\r]/.test(one)).toBe(false);
    }),
  );
});

test('a number below zero stays a number', () => {
  expect(['-12.30', '-5', '-1+2', '--1'].map(csvField)).toEqual(['-12.30', '-5', "'-1+2", "'--1"]);
  expect([0, 5, -5, 123_456, -100].map(yuanOf)).toEqual(['0.00', '0.05', '-0.05', '1234.56', '-1.00']);
});
