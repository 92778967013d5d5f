import { describe, expect, test } from 'vitest';
import { fc } from '../../../test/support/property.ts';
import { BrokenFile, recordsOf, type CsvRecord } from './records.ts';

async function* inPieces(bytes: Buffer, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function readAll(
  bytes: Buffer,
  { size = 7, charset = 'utf-8' }: { size?: number; charset?: 'utf-8' | 'gb18030' } = {},
) {
  const found: CsvRecord[] = [];
  for await (const one of recordsOf(inPieces(bytes, size), charset)) found.push(one);
  return found;
}
const brokenBy = (bytes: Buffer) =>
  readAll(bytes, { size: 4096 }).catch((error: unknown) => (error instanceof BrokenFile ? error.faults : error));

/** As a program for tables writes a cell: in quotes where it must, or always. */
const written = (cell: string, always: boolean): string =>
  always || /[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

describe('the rows of a CSV', () => {
  test('property: whatever the cells hold and however the bytes come, they are read as they were written, each by its line', async () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', '五', '一', ',', '"', '\n', '\r\n', ' ', '𠮷', 'é'),
      maxLength: 6,
    });
    const row = fc.array(cell, { minLength: 2, maxLength: 4 });
    const how = fc.record({
      end: fc.constantFrom('\n', '\r\n'),
      bom: fc.boolean(),
      always: fc.boolean(),
      last: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { maxLength: 6 }),
        how,
        fc.integer({ min: 1, max: 40 }),
        async (rows, given, size) => {
          const lines = rows.map((cells) => cells.map((one) => written(one, given.always)).join(','));
          const text = lines.join(given.end) + (given.last ? given.end : '');
          const bytes = Buffer.from((given.bom ? '\uFEFF' : '') + text);
          let line = 1;
          const expected = rows.map((cells, n) => {
            const at = line;
            line += lines[n]?.split('\n').length ?? 1;
            return { line: at, read: { cells } };
          });
          expect(await readAll(bytes, { size })).toEqual(expected);
        },
      ),
    );
  });

  test('that are empty are none', async () => {
    expect((await readAll(Buffer.from('a,b\r\n\r\n\n1,2\n\n'))).map(({ line }) => line)).toEqual([1, 4]);
    expect(await readAll(Buffer.from(''))).toEqual([]);
  });

  test.each([
    ['a quote within a cell', 'x"y,1', 'stray-quote'],
    ['text behind a quotation', '"x"y,1', 'stray-quote'],
  ])('with %s spoil no other', async (_, bad, fault) => {
    const read = await readAll(Buffer.from(`a,b\n1,2\n${bad}\n3,4`));
    expect(read.map((one) => one.read)).toEqual([
      { cells: ['a', 'b'] },
      { cells: ['1', '2'] },
      { fault },
      { cells: ['3', '4'] },
    ]);
  });

  test('in GBK are read where that is said, and named one by one where it is not', async () => {
    const [wu, yi] = [Buffer.from([0xce, 0xe5]), Buffer.from([0xd2, 0xbb])];
    const bytes = Buffer.concat([Buffer.from('a,b\n1,'), wu, yi, Buffer.from('\n2,c\n')]);
    expect((await readAll(bytes, { charset: 'gb18030' }))[1]?.read).toEqual({ cells: ['1', '五一'] });
    expect((await readAll(bytes)).map(({ line, read }) => [line, 'fault' in read && read.fault])).toEqual([
      [1, false],
      [2, 'not-in-charset'],
      [3, false],
    ]);
  });

  test('have an end: zeros, and a quotation that is never closed, fill no memory and are told by their line', async () => {
    expect(await brokenBy(Buffer.alloc(1_000_000))).toEqual([{ line: 1, code: 'line-too-long' }]);
    expect(await brokenBy(Buffer.from('a,b\n1,"2\n3,4\n'))).toEqual([{ line: 2, code: 'unclosed-quote' }]);
    const long = Buffer.from(`a,b\n1,2\n1,"${'x,\n'.repeat(50_000)}`);
    expect(await brokenBy(long)).toEqual([{ line: 3, code: 'unclosed-quote' }]);
  });
});
