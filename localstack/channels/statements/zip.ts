import { zipSync } from 'fflate';

/** A zip whose names are these very bytes, without saying in which charset, as Chinese houses write them. The same content is the same zip. */
export function zipOf(entries: readonly (readonly [name: Buffer, content: Uint8Array])[]): Uint8Array {
  const places = entries.map(([name], n) => String.fromCodePoint(0x41 + n).repeat(name.length));
  const files = Object.fromEntries(entries.map(([, content], n) => [places[n] ?? '', content]));
  const zip = Buffer.from(zipSync(files, { mtime: new Date(2026, 0, 1) }));
  const named = (at: number, n: number) => entries[n]?.[0].copy(zip, at);
  // Each name stands before its content and in the directory at the end.
  for (const [n, place] of places.entries()) {
    named(zip.indexOf(place), n);
    named(zip.lastIndexOf(place), n);
  }
  return zip;
}
