import type PDFDocument from 'pdfkit';

const red = '#c8102e';
/** 42 mm across, as the seal of an office of a county or district is (国发〔1999〕25号). */
export const sealRadius = 59.5;

/** 电子印章: the picture of an office's round seal, its name on the arc above a star. */
export function drawSeal(
  doc: PDFDocument,
  { x, y }: { x: number; y: number },
  said: { office: string; purpose: string | undefined },
): void {
  const { office, purpose = '政务服务专用章' } = said;
  doc.save();
  doc.lineWidth(2.6).strokeColor(red, 0.85).circle(x, y, sealRadius).stroke();
  doc.fillColor(red, 0.85);
  doc.polygon(...starAt(x, y, sealRadius * 0.28)).fill();
  drawArc(doc, { x, y }, office);
  doc.fontSize(9);
  doc.text(purpose, x - doc.widthOfString(purpose) / 2, y + sealRadius * 0.46, { lineBreak: false });
  doc.restore();
}

/** The name runs clockwise from the lower left to the lower right; a long one takes more of the circle. */
function drawArc(doc: PDFDocument, { x, y }: { x: number; y: number }, office: string): void {
  const letters = Array.from(office);
  const span = Math.min(250, 24 * letters.length);
  const size = letters.length > 12 ? 11.5 : 15;
  doc.fontSize(size);
  letters.forEach((letter, n) => {
    const angle = letters.length === 1 ? 0 : (n / (letters.length - 1) - 0.5) * span;
    doc.save().rotate(angle, { origin: [x, y] });
    doc.text(letter, x - doc.widthOfString(letter) / 2, y - sealRadius + 4, { lineBreak: false });
    doc.restore();
  });
}

function starAt(x: number, y: number, radius: number): [number, number][] {
  // From the tip to the inner corner of a regular five-pointed star.
  const inner = radius * 0.382;
  return Array.from({ length: 10 }, (_, n) => {
    const [length, angle] = [n % 2 === 0 ? radius : inner, (Math.PI / 5) * n];
    return [x + length * Math.sin(angle), y - length * Math.cos(angle)];
  });
}
