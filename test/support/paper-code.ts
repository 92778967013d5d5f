import { inflateSync } from 'node:zlib';
import jsQr from 'jsqr';

/** What the QR code on a page of ours says, as a reader of such codes finds it; undefined where there is none. */
export function codeOn(pdf: Uint8Array): string | undefined {
  const drawn = contentsOf(Buffer.from(pdf)).join('\n');
  const squares = [...drawn.matchAll(/([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) re/g)]
    .map(([, ...numbers]) => numbers.map(Number))
    .filter(([, , width, height]) => width === height)
    .map(([x = 0, y = 0, side = 1]) => ({ x, y, side }));
  const [first] = squares;
  if (!first) return undefined;
  const [left, top] = [Math.min(...squares.map(({ x }) => x)), Math.min(...squares.map(({ y }) => y))];
  const cells = squares.map(({ x, y, side }) => [Math.round((x - left) / side), Math.round((y - top) / side)] as const);
  return jsQr.default(...pictureOf(cells))?.data;
}

/** The code in black on white, four pixels a module, with its quiet zone. */
function pictureOf(cells: readonly (readonly [number, number])[]): [Uint8ClampedArray, number, number] {
  const [scale, quiet] = [4, 4];
  const size = scale * (Math.max(...cells.flat()) + 1 + 2 * quiet);
  const pixels = new Uint8ClampedArray(4 * size * size).fill(255);
  for (const [across, down] of cells) {
    for (let n = 0; n < scale * scale; n += 1) {
      const [x, y] = [scale * (across + quiet) + (n % scale), scale * (down + quiet) + Math.floor(n / scale)];
      pixels.fill(0, 4 * (y * size + x), 4 * (y * size + x) + 3);
    }
  }
  return [pixels, size, size];
}

/** The streams of a PDF that can be unpacked: what is drawn on its pages is among them. */
function contentsOf(pdf: Buffer): string[] {
  const text = pdf.toString('latin1');
  return [...text.matchAll(/stream\n/g)].flatMap(({ index }) => {
    const from = index + 'stream\n'.length;
    try {
      return [inflateSync(pdf.subarray(from, text.indexOf('\nendstream', from))).toString('latin1')];
    } catch {
      return [];
    }
  });
}
