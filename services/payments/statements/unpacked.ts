import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { Unzip, UnzipInflate } from 'fflate';
import { UnreadableFile } from './unreadable-file.ts';

export interface Entry {
  name: string;
  bytes: AsyncIterable<Uint8Array>;
}

/** So much of an archive is unpacked at once: it may become a thousand times as long. */
const stepBytes = 16_384;

/** The content of the first entry of an archive that is wanted, as it is unpacked. Names are in GBK, as these houses write them. */
export async function* entryOf(
  bytes: AsyncIterable<Uint8Array>,
  isWanted: (name: string) => boolean,
): AsyncGenerator<Uint8Array, void> {
  const found = { any: false, one: false, ended: false };
  const pieces: Uint8Array[] = [];
  const unzip = new Unzip((file) => {
    found.any = true;
    if (found.one || !isWanted(nameOf(file.name))) return;
    found.one = true;
    file.ondata = (error, piece, final) => {
      if (error) throw error;
      pieces.push(piece);
      found.ended = final;
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  for await (const piece of bytes) {
    for (let at = 0; at < piece.length && !found.ended; at += stepBytes) {
      pushed(() => unzip.push(piece.subarray(at, at + stepBytes)));
      yield* pieces.splice(0);
    }
    if (found.ended) return;
  }
  throw new UnreadableFile(found.one ? 'cut-off' : found.any ? 'no-such-entry' : 'not-a-zip');
}

function pushed(push: () => void): void {
  try {
    push();
  } catch (error) {
    throw new UnreadableFile('not-a-zip', { cause: error });
  }
}

/** A name without the mark of UTF-8 is given as single bytes. */
function nameOf(name: string): string {
  const isBytes = Buffer.from(name, 'latin1').toString('latin1') === name;
  return isBytes ? new TextDecoder('gb18030').decode(Buffer.from(name, 'latin1')) : name;
}

/** A text as it is, or unpacked where it comes as gzip. */
export async function* gunzipped(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const source = bytes[Symbol.asyncIterator]();
  const first = await source.next();
  if (first.done) return;
  const all = from(first.value, source);
  yield* first.value[0] === 0x1f && first.value[1] === 0x8b ? unpacked(all) : all;
}

async function* unpacked(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const lost: { by?: unknown } = {};
  const source = Readable.from(noting(bytes, lost));
  const text = createGunzip();
  // Whoever stops reading ends it before its time: heard by nobody, that would end the process.
  text.on('error', () => undefined);
  source.on('error', (error) => text.destroy(error));
  source.pipe(text);
  try {
    yield* text;
  } catch (error) {
    // A file that could not be fetched to its end is not known to be no archive.
    if (lost.by) throw lost.by;
    throw new UnreadableFile('not-a-gzip', { cause: error });
  } finally {
    source.destroy();
  }
}

async function* noting(bytes: AsyncIterable<Uint8Array>, lost: { by?: unknown }): AsyncGenerator<Uint8Array> {
  try {
    yield* bytes;
  } catch (error) {
    lost.by = error;
    throw error;
  }
}

async function* from(first: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield first;
  for (let one = await rest.next(); !one.done; one = await rest.next()) yield one.value;
}
