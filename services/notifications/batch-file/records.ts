import type { RowFault, RowFaultCode } from '../domain/batch/batch.ts';

/** One row of a file: at which line it begins, and its cells, or why it cannot be read. */
export interface CsvRecord {
  line: number;
  read: { cells: string[] } | { fault: RowFaultCode };
}

/** A file of which nothing more can be read, and why. */
export class BrokenFile extends Error {
  override readonly name = 'BrokenFile';
  readonly faults: readonly RowFault[];

  constructor(...faults: readonly RowFault[]) {
    super('a file cannot be read on');
    this.faults = faults;
  }
}

const [quote, comma, newline, carriageReturn] = [0x22, 0x2c, 0x0a, 0x0d];
/** No row comes near it: a file of zeros, or without ends of lines, must not fill the memory. */
const longestRecord = 64 * 1024;
const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf]);

/**
 * The rows of a CSV (RFC 4180), in the memory of one of them. What separates them is found in the bytes: neither UTF-8 nor GB18030 has these
 * within a character. So a row that cannot be decoded, or has a quote where none may stand, spoils no other. Empty lines are none.
 */
export async function* recordsOf(
  bytes: AsyncIterable<Uint8Array>,
  charset: 'utf-8' | 'gb18030',
): AsyncGenerator<CsvRecord> {
  const decoder = new TextDecoder(charset, { fatal: true });
  const decode: Decode = (one) => decoder.decode(one);
  const split = splitter();
  for await (const piece of bytes) {
    for (const byte of piece) {
      const ended = split.take(byte);
      if (ended) yield* recordIn(ended, decode);
    }
  }
  const last = split.end();
  if (last) yield* recordIn(last, decode);
}

interface Raw {
  line: number;
  bytes: Buffer;
}

/** Cuts bytes into records: a line ends one unless it stands within quotes, which begin at the beginning of a cell. */
function splitter() {
  let held = Buffer.alloc(1024);
  let length = 0;
  let [line, begun, quoteLine] = [1, 1, 0];
  let state: 'begin' | 'plain' | 'quoted' | 'closed' = 'begin';

  function keep(byte: number): void {
    if (length === longestRecord) {
      throw new BrokenFile(
        state === 'quoted' ? { line: quoteLine, code: 'unclosed-quote' } : { line: begun, code: 'line-too-long' },
      );
    }
    if (length === held.length) held = Buffer.concat([held, Buffer.alloc(held.length)]);
    held[length] = byte;
    length += 1;
  }
  /** What only says that the file is UTF-8 begins no cell. */
  const isMark = (): boolean => begun === 1 && length <= 3 && held.compare(byteOrderMark, 0, length, 0, length) === 0;
  function turn(byte: number): void {
    if (state === 'begin' && isMark()) return;
    if (state === 'quoted') state = byte === quote ? 'closed' : 'quoted';
    else if (byte === comma) state = 'begin';
    else if (byte !== quote || state === 'plain') state = 'plain';
    else [state, quoteLine] = ['quoted', state === 'begin' ? line : quoteLine];
  }
  function cut(): Raw {
    const raw = { line: begun, bytes: Buffer.from(held.subarray(0, length)) };
    [length, begun, state] = [0, line, 'begin'];
    return raw;
  }
  return {
    take(byte: number): Raw | undefined {
      if (byte === newline) line += 1;
      if (byte === newline && state !== 'quoted') return cut();
      keep(byte);
      turn(byte);
      return undefined;
    },
    end(): Raw | undefined {
      if (state === 'quoted') throw new BrokenFile({ line: quoteLine, code: 'unclosed-quote' });
      return length > 0 ? cut() : undefined;
    },
  };
}

type Decode = (bytes: Uint8Array) => string;

function* recordIn({ line, bytes }: Raw, decode: Decode): Generator<CsvRecord> {
  const whole = line === 1 && bytes.subarray(0, 3).equals(byteOrderMark) ? bytes.subarray(3) : bytes;
  const inner = whole.at(-1) === carriageReturn ? whole.subarray(0, -1) : whole;
  if (inner.length === 0) return;
  const text = decoded(inner, decode);
  yield { line, read: text === undefined ? { fault: 'not-in-charset' } : cellsIn(text) };
}

function decoded(bytes: Buffer, decode: Decode): string | undefined {
  try {
    return decode(bytes);
  } catch {
    return undefined;
  }
}

const cell = /("(?:[^"]|"")*"|[^",]*)(,|$)/y;

function cellsIn(text: string): CsvRecord['read'] {
  const cells: string[] = [];
  cell.lastIndex = 0;
  for (;;) {
    const [, said = '', end] = cell.exec(text) ?? [];
    if (end === undefined) return { fault: 'stray-quote' };
    cells.push(said.startsWith('"') ? said.slice(1, -1).replaceAll('""', '"') : said);
    if (end === '') return { cells };
  }
}
