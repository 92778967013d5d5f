import { Refusal } from './refusal.ts';

const incomplete = (): Refusal =>
  new Refusal(400, 'IncompleteBody', 'The request body terminated unexpectedly or is not in aws-chunked encoding.');
const longestLine = 4096;

/**
 * Takes the SDK's aws-chunked envelope off a body: chunks with their length in front, then trailing headers, which go
 * into `trailers`. Holds one piece of the source at a time.
 */
export async function* decodeChunks(
  source: AsyncIterable<Buffer>,
  trailers: Map<string, string>,
): AsyncGenerator<Buffer> {
  const reader = createReader(source);
  for (;;) {
    const size = Number.parseInt(await reader.line(), 16);
    if (Number.isNaN(size)) throw incomplete();
    if (size === 0) break;
    yield* reader.take(size);
    if ((await reader.line()) !== '') throw incomplete();
  }
  for (let line = await reader.line(); line !== ''; line = await reader.line()) {
    const [name = '', value = ''] = line.split(/:(.*)/s);
    trailers.set(name.trim().toLowerCase(), value.trim());
  }
}

function createReader(source: AsyncIterable<Buffer>) {
  const pieces = source[Symbol.asyncIterator]();
  let held: Buffer = Buffer.alloc(0);

  const more = async (): Promise<void> => {
    const next = await pieces.next();
    if (next.done) throw incomplete();
    held = held.length === 0 ? next.value : Buffer.concat([held, next.value]);
  };
  return {
    async line(): Promise<string> {
      for (;;) {
        const end = held.indexOf('\r\n');
        if (end >= 0) {
          const text = held.subarray(0, end).toString('latin1');
          held = held.subarray(end + 2);
          return text;
        }
        if (held.length > longestLine) throw incomplete();
        await more();
      }
    },
    async *take(size: number): AsyncGenerator<Buffer> {
      for (let left = size; left > 0;) {
        if (held.length === 0) await more();
        const piece = held.subarray(0, left);
        held = held.subarray(piece.length);
        left -= piece.length;
        yield piece;
      }
    },
  };
}
