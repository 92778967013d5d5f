import type PDFDocument from 'pdfkit';
import type { Block, Row } from './sheet.ts';

type TableBlock = Extract<Block, { kind: 'table' }>;

const [ink, grey, line] = ['#111111', '#666666', '#888888'];
const [padding, share, headingHeight] = [4, 0.34, 30];
const [large, small] = [10.5, 7.5];

interface Columns {
  first: number;
  second: number;
  inFirst: { width: number };
  inSecond: { width: number; lineGap: number };
}

function columnsOf({ page: { width, margins } }: PDFDocument): Columns {
  const all = width - margins.left - margins.right;
  const [first, second] = [all * share, all * (1 - share)];
  return {
    first,
    second,
    inFirst: { width: first - 2 * padding },
    inSecond: { width: second - 2 * padding, lineGap: 2 },
  };
}

/** How high a table will be; the text is not drawn by it. */
export function tableHeight(doc: PDFDocument, { heading, rows }: TableBlock): number {
  return rows.reduce((sum, row) => sum + rowHeight(doc, row).height, heading ? headingHeight : 0);
}

/** A table of two columns: the label in both languages, and what was said. */
export function drawTable(doc: PDFDocument, { heading, rows }: TableBlock): void {
  const { left } = doc.page.margins;
  const [first] = rows;
  if (heading) {
    // A heading stays with its first row.
    if (first && doc.y + headingHeight + rowHeight(doc, first).height > bottomOf(doc)) doc.addPage();
    doc.moveDown(0.3).fontSize(12).fillColor(ink);
    doc.text(`${heading.zh}　${heading.en}`, left, doc.y, { lineGap: 4 });
  }
  for (const row of rows) drawRow(doc, row);
  doc.x = left;
  doc.y += 6;
}

const bottomOf = ({ page }: PDFDocument): number => page.height - page.margins.bottom;

function rowHeight(doc: PDFDocument, { label, value }: Row): { zh: number; height: number } {
  const { inFirst, inSecond } = columnsOf(doc);
  doc.fontSize(large);
  const [zh, said] = [doc.heightOfString(label.zh, inFirst), doc.heightOfString(value || '—', inSecond)];
  const en = label.en ? doc.fontSize(small).heightOfString(label.en, inFirst) : 0;
  return { zh, height: Math.max(zh + en, said) + 2 * padding };
}

function drawRow(doc: PDFDocument, row: Row): void {
  const { left } = doc.page.margins;
  const { first, second, inFirst, inSecond } = columnsOf(doc);
  const { zh, height } = rowHeight(doc, row);
  if (doc.y + height > bottomOf(doc)) doc.addPage();

  const { y } = doc;
  doc.lineWidth(0.6).strokeColor(line);
  doc.rect(left, y, first, height).stroke();
  doc.rect(left + first, y, second, height).stroke();
  doc
    .fillColor(ink)
    .fontSize(large)
    .text(row.label.zh, left + padding, y + padding, inFirst);
  doc
    .fillColor(grey)
    .fontSize(small)
    .text(row.label.en, left + padding, y + padding + zh, inFirst);
  doc
    .fillColor(ink)
    .fontSize(large)
    .text(row.value || '—', left + first + padding, y + padding, inSecond);
  doc.y = y + height;
}
