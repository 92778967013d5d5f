import type PDFDocument from 'pdfkit';
import { encode } from 'uqr';
import type { Sheet } from './sheet.ts';

/** Three and a half centimetres: a code of an address of ours is read from an arm's length. */
export const codeSize = 100;

/** A QR code (ISO/IEC 18004, level M) with its quiet zone, and below it what it is for. */
export function drawCode(
  doc: PDFDocument,
  { address, label }: NonNullable<Sheet['code']>,
  { x, y }: { x: number; y: number },
): void {
  const { data, size } = encode(address, { ecc: 'M', border: 4 });
  const side = codeSize / size;
  doc.fillColor('#000000');
  data.forEach((row, down) => {
    row.forEach((isDark, right) => {
      if (isDark) doc.rect(x + right * side, y + down * side, side, side);
    });
  });
  // One path of all squares: filled one by one, hairlines would show between them.
  doc.fill();
  doc.fontSize(8).text(`${label.zh} ${label.en}`, x, y + codeSize, { width: codeSize, align: 'center' });
}
