/** One file of an archive: its name in ASCII, at most 100 characters. */
export interface Entry {
  name: string;
  bytes: Uint8Array;
}

const block = 512;

/** Files as one tar (POSIX ustar). The same files and moment give the same bytes. Throws on a name that does not fit. */
export function tarOf(entries: readonly Entry[], at: Date): Buffer {
  const parts = entries.flatMap(({ name, bytes }) => [headerOf(name, bytes.length, at), padded(bytes)]);
  return Buffer.concat([...parts, Buffer.alloc(2 * block)]);
}

/** The files of a tar as `tarOf` writes it; throws where a header's check sum is wrong. */
export function filesIn(tar: Buffer): Entry[] {
  const found: Entry[] = [];
  for (let at = 0; at < tar.length && tar[at] !== 0;) {
    const header = tar.subarray(at, at + block);
    const size = Number.parseInt(text(header, 124, 12), 8);
    if (Number.parseInt(text(header, 148, 8), 8) !== checkSum(header)) throw new Error('a header of a tar is broken');
    found.push({ name: text(header, 0, 100), bytes: tar.subarray(at + block, at + block + size) });
    at += block + Math.ceil(size / block) * block;
  }
  return found;
}

function headerOf(name: string, size: number, at: Date): Buffer {
  // A longer name would need an extension of the format, and so would one that is not ASCII.
  if (!/^[\x21-\x7e]{1,100}$/.test(name)) throw new Error('a name does not fit into a tar');
  const header = Buffer.alloc(block);
  header.write(name, 0);
  header.write('0000444\0', 100);
  header.write('0000000\0', 108);
  header.write('0000000\0', 116);
  header.write(`${octal(size, 11)}\0`, 124);
  header.write(`${octal(Math.floor(at.getTime() / 1000), 11)}\0`, 136);
  header.write('0', 156);
  header.write('ustar\0', 257);
  header.write('00', 263);
  header.write(`${octal(checkSum(header), 6)}\0 `, 148);
  return header;
}

const octal = (n: number, places: number) => n.toString(8).padStart(places, '0');

/** The sum of a header's bytes, those of the sum itself taken for blanks. */
const checkSum = (header: Uint8Array): number =>
  header.reduce((sum, byte, n) => sum + (n >= 148 && n < 156 ? 32 : byte), 0);

const text = (header: Buffer, from: number, length: number): string =>
  header.toString('ascii', from, from + length).split(/[\0 ]/, 1)[0] ?? '';

function padded(bytes: Uint8Array): Buffer {
  return Buffer.concat([bytes, Buffer.alloc((block - (bytes.length % block)) % block)]);
}
