/**
 * Where a signature stands in a PDF (ISO 32000-1, 12.8): a dictionary with room for it in hex, and `ByteRange`, which says
 * that everything but that room is signed.
 */

/** Bytes kept free: a signature with a chain of three certificates takes about half. */
export const signatureRoom = 8192;

/** Stands for each number of `ByteRange` until it is known; a PDF name, as wide as the largest number. */
export const unknownNumber = '**********';

const openRange = `/ByteRange [0 /${unknownNumber} /${unknownNumber} /${unknownNumber}]`;

/** A PDF with a signature in the room kept for it. Throws where it has no such room. */
export async function signPdf(pdf: Buffer, sign: (content: Buffer) => Promise<Buffer>): Promise<Buffer> {
  const [rangeAt, room] = [pdf.indexOf(openRange), `<${'00'.repeat(signatureRoom)}>`];
  const from = pdf.indexOf(room);
  if (rangeAt < 0 || from < 0) throw new Error('the PDF has no room for a signature');
  const until = from + room.length;
  const range = `/ByteRange [0 ${from} ${until} ${pdf.length - until}`;
  const signed = Buffer.from(pdf);
  signed.write(`${range.padEnd(openRange.length - 1)}]`, rangeAt, 'latin1');

  const cms = await sign(around(signed, from, until));
  if (cms.length > signatureRoom) throw new Error(`a signature of ${cms.length} bytes does not fit into its room`);
  signed.write(cms.toString('hex'), from + 1, 'latin1');
  return signed;
}

const around = (pdf: Buffer, from: number, until: number): Buffer =>
  Buffer.concat([pdf.subarray(0, from), pdf.subarray(until)]);

/** The signature of a PDF and what it is over; undefined where there is none, or it leaves a byte out. */
export function signatureIn(pdf: Buffer): { content: Buffer; cms: Buffer } | undefined {
  const found = /\/ByteRange \[0 (\d{1,10}) (\d{1,10}) (\d{1,10}) *\]/.exec(pdf.toString('latin1'));
  const [from = 0, until = 0, rest = -1] = found?.slice(1).map(Number) ?? [];
  if (until + rest !== pdf.length || until - from !== 2 * signatureRoom + 2) return undefined;
  const room = /^<([0-9a-f]+)>$/.exec(pdf.toString('latin1', from, until))?.[1];
  return room === undefined ? undefined : { content: around(pdf, from, until), cms: Buffer.from(room, 'hex') };
}
