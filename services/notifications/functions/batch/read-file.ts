import { createHash, type Hash } from 'node:crypto';
import { isStorable } from '#shared/unstorable';
import { mostRows, type Batch, type RowFault } from '../../domain/batch/batch.ts';
import { namesAsked } from '../../domain/template/names.ts';
import { cellsBy, columnsOf, type Columns } from '../../domain/batch/columns.ts';
import type { Template } from '../../domain/template/template.ts';
import { BrokenFile, recordsOf, type CsvRecord } from '../../batch-file/records.ts';
import type { BatchFiles } from '../../batch-files.ts';
import { rowChecker } from './check-rows.ts';
import { pieceWriter } from './pieces.ts';
import { partyInCells } from './row-party.ts';
import { uploadKey } from './file-keys.ts';

/** What was found in a file: how many rows, what is wrong with them, and the pieces of those that are sound. */
interface FileFound {
  rows: number;
  faults: RowFault[];
  pieces: readonly string[];
}

interface Reading {
  template: Template;
  signature: string;
  /** The key that documents become ids of parties by. */
  key: string;
  files: Pick<BatchFiles, 'read' | 'put'>;
}

/** More of one row helps nobody. */
const mostOfRow = 5;

/** Reads a file once from end to end, in the memory of a piece and of the ids that it names; nothing of it is believed where it is another than was declared. */
export async function readFile(found: Batch, reading: Reading): Promise<FileFound> {
  const { file = { sha256: '', charset: 'utf-8' as const } } = found;
  const hash = createHash('sha256');
  const bytes = hashed(reading.files.read(uploadKey(found.id)), hash);
  const writer = pieceWriter(found.id, reading.files);
  const [faults, read] = [Array<RowFault>(), rowReader(reading)];
  let rows = 0;
  try {
    for await (const record of recordsOf(bytes, file.charset)) {
      const one = read(record);
      if (one === 'header') continue;
      rows += 1;
      if (rows > mostRows) throw new BrokenFile({ line: record.line, code: 'too-many-rows' });
      if ('row' in one) await writer.add(one.row);
      else faults.push(...one.faults.slice(0, mostOfRow));
    }
  } catch (error) {
    if (!(error instanceof BrokenFile)) throw error;
    return { rows, faults: [...faults, ...error.faults], pieces: [] };
  }
  if (hash.digest('hex') !== file.sha256) return { rows, faults: [{ line: 1, code: 'another-file' }], pieces: [] };
  if (rows === 0) return { rows, faults: [{ line: 1, code: 'empty-file' }], pieces: [] };
  return { rows, faults, pieces: await writer.end() };
}

async function* hashed(bytes: AsyncIterable<Uint8Array>, hash: Hash): AsyncGenerator<Uint8Array> {
  for await (const piece of bytes) {
    hash.update(piece);
    yield piece;
  }
}

/** Reads records one after another: the first is the header. */
function rowReader({ template, signature, key }: Reading) {
  const { names } = namesAsked(template);
  const check = rowChecker({ template, signature });
  let columns: Columns | undefined;
  return ({ line, read }: CsvRecord): 'header' | ReturnType<typeof check> => {
    if (!columns) {
      columns = headerIn({ line, read }, names);
      return 'header';
    }
    if ('fault' in read) return { faults: [{ line, code: read.fault }] };
    if (read.cells.length !== columns.width) return { faults: [{ line, code: 'wrong-cells' }] };
    const cells = cellsBy(columns, read.cells);
    const values = Object.fromEntries(names.map((name) => [name, cells[name] ?? '']));
    return honest(check({ line, party: partyInCells(cells, key), values }));
  };
}

/** What a request cannot hold, what is invisible or turns the direction of a text, a file cannot either. */
function honest(found: ReturnType<ReturnType<typeof rowChecker>>): typeof found {
  if ('faults' in found) return found;
  const { line, values } = found.row;
  const faults = Object.entries(values).flatMap(([column, value]) =>
    isStorable(value) ? [] : [{ line, code: 'unstorable', column } as const],
  );
  return faults.length > 0 ? { faults } : found;
}

/** Without a header that can be read no row can. */
function headerIn({ line, read }: CsvRecord, names: readonly string[]): Columns {
  if ('fault' in read) throw new BrokenFile({ line, code: read.fault });
  const found = columnsOf(read.cells, { names, line });
  if ('faults' in found) throw new BrokenFile(...found.faults);
  return found.columns;
}
