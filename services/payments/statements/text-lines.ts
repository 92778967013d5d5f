import { UnreadableFile } from './unreadable-file.ts';

export interface Line {
  /** Its place in the file, from 1. */
  n: number;
  /** Without its end; undefined where it is not in the charset of the file. */
  text: string | undefined;
}

const newline = 0x0a;
/** No line of any format comes near it: a file without ends of lines must not fill the memory. */
const longestLine = 1_000_000;

/** The encoding of a file, or how it is told from the first line. GB18030 never uses the byte of a line's end for anything else. */
export type Charset = 'utf-8' | 'gb18030' | 'latin1' | ((first: Uint8Array) => 'utf-8' | 'gb18030');

/** The lines of a text, some at a time. A line that cannot be decoded spoils no other. */
export async function* linesOf(bytes: AsyncIterable<Uint8Array>, charset: Charset): AsyncGenerator<Line[]> {
  let held: Buffer = Buffer.alloc(0);
  let n = 1;
  let decode: Decode | undefined;
  for await (const piece of bytes) {
    const all = held.length === 0 ? Buffer.from(piece.buffer, piece.byteOffset, piece.length) : joined(held, piece);
    const end = all.lastIndexOf(newline);
    held = all.subarray(end + 1);
    if (held.length > longestLine) throw new UnreadableFile('line-too-long');
    if (end < 0) continue;
    decode ??= decoderOf(charset, all.subarray(0, all.indexOf(newline)));
    const lines = decode(all.subarray(0, end), n);
    n += lines.length;
    yield lines;
  }
  if (held.length > 0) yield (decode ?? decoderOf(charset, held))(held, n);
}

const joined = (one: Buffer, other: Uint8Array): Buffer => Buffer.concat([one, other]);

type Decode = (block: Buffer, first: number) => Line[];

function decoderOf(charset: Charset, first: Uint8Array): Decode {
  const name = typeof charset === 'function' ? charset(first) : charset;
  const decoder = new TextDecoder(name, { fatal: name !== 'latin1' });
  const decoded = (bytes: Uint8Array): string | undefined => {
    try {
      return decoder.decode(bytes);
    } catch {
      return undefined;
    }
  };
  return (block, from) => {
    const text = decoded(block);
    const texts = text === undefined ? apart(block).map(decoded) : text.split('\n');
    return texts.map((one, n) => ({ n: from + n, text: one?.endsWith('\r') ? one.slice(0, -1) : one }));
  };
}

function apart(block: Buffer): Buffer[] {
  const lines: Buffer[] = [];
  let from = 0;
  for (let at = block.indexOf(newline); at >= 0; at = block.indexOf(newline, from)) {
    lines.push(block.subarray(from, at));
    from = at + 1;
  }
  return [...lines, block.subarray(from)];
}
