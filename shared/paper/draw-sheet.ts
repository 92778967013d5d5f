import PDFDocument from 'pdfkit';
import { legible, unshownOf } from './legible.ts';
import { dayInWords, type Block, type Sheet } from './sheet.ts';
import { codeSize, drawCode } from './code.ts';
import { drawSeal, sealRadius } from './seal.ts';
import { drawTable, tableHeight } from './table.ts';
import { addSignatureField } from './signature-field.ts';

const [black, grey, red] = ['#111111', '#666666', '#c8102e'];
const lineGap = 6;
const body = { indent: 26, lineGap };

export interface Drawing {
  /** A whole font; the PDF gets only the characters that it uses. */
  font: Uint8Array;
  at: Date;
}

export interface Drawn {
  pdf: Buffer;
  /** What the font lacks, and is printed by its code. */
  unshown: string[];
}

/** A sheet as an A4 PDF with the office's seal on the date and room for the signature behind it. */
export async function drawSheet(given: Sheet, { font, at }: Drawing): Promise<Drawn> {
  const doc = new PDFDocument({
    size: 'A4',
    margins: { top: 62, bottom: 86, left: 79, right: 74 },
    font: null,
    lang: 'zh-CN',
    pdfVersion: '1.7',
    displayTitle: true,
    bufferPages: true,
    info: infoOf(given, at),
  });
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise((resolve, reject) => doc.on('end', resolve).on('error', reject));

  doc.registerFont('text', font).font('text');
  const has = (code: number) => doc['_font'].font.hasGlyphForCodePoint(code);
  const sheet = legible(given, has);
  drawHead(doc, sheet);
  for (const block of sheet.blocks.slice(0, -1)) drawBlock(doc, block);
  drawLast(doc, sheet, at);
  drawFeet(doc, sheet);
  doc.end();
  await ended;
  return { pdf: Buffer.concat(chunks), unshown: unshownOf(given, has) };
}

/** The verification number stands here and in the signature's dictionary, so that no one altered byte hides both. */
function infoOf({ title, office, verification }: Sheet, at: Date): Record<string, string | Date> {
  return {
    Title: `${title.zh} ${title.en}`,
    Author: office.zh,
    Keywords: `banshi:${verification}`,
    Creator: 'Banshi',
    Producer: 'Banshi',
    CreationDate: at,
  };
}

const widthOf = ({ page }: PDFDocument): number => page.width - page.margins.left - page.margins.right;

function drawHead(doc: PDFDocument, { office, title, number, to }: Sheet): void {
  const { left } = doc.page.margins;
  doc.fillColor(red).fontSize(22).text(office.zh, { align: 'center', characterSpacing: 3 });
  const line = doc.y + 8;
  doc.lineWidth(1.4).strokeColor(red);
  doc
    .moveTo(left, line)
    .lineTo(left + widthOf(doc), line)
    .stroke();
  doc.y = line + 22;
  doc.fillColor(black).fontSize(21).text(title.zh, { align: 'center', characterSpacing: 2 });
  doc.fillColor(grey).fontSize(9.5).text(title.en, { align: 'center' });
  doc.moveDown(0.8).fillColor(black);
  if (number) doc.fontSize(12).text(number, { align: 'right' }).moveDown(0.6);
  if (to) doc.fontSize(13).text(`${to}：`, { lineGap });
}

function drawBlock(doc: PDFDocument, block: Block): void {
  doc.fillColor(black).fontSize(13);
  if (block.kind === 'table') drawTable(doc, block);
  else for (const text of textsOf(block)) doc.text(text, body);
}

function heightOf(doc: PDFDocument, block: Block): number {
  if (block.kind === 'table') return tableHeight(doc, block);
  doc.fontSize(13);
  return textsOf(block).reduce((sum, text) => sum + doc.heightOfString(text, body), 0);
}

const textsOf = (block: Exclude<Block, { kind: 'table' }>): string[] =>
  block.kind === 'list' ? block.items.map((item, n) => `${n + 1}．${item}`) : [block.text];

const sealHeight = 2 * sealRadius + 8;

/** The end of the text goes with office, date and seal: above a seal alone on a page anything could be written. */
function drawLast(doc: PDFDocument, sheet: Sheet, at: Date): void {
  const { english, blocks } = sheet;
  const last = blocks.at(-1);
  const inEnglish = () => doc.fontSize(9).heightOfString(english.join('\n'), { lineGap: 2 }) + 10;
  const needed = (last ? heightOf(doc, last) : 0) + inEnglish() + sealHeight;
  const { height, margins } = doc.page;
  const isTooLong = needed > height - margins.top - margins.bottom;
  if (!isTooLong && doc.y + needed > height - margins.bottom) doc.addPage();
  if (last) drawBlock(doc, last);
  doc.moveDown(0.4).fillColor(grey).fontSize(9).text(english.join('\n'), { lineGap: 2 });
  if (doc.y + sealHeight > height - margins.bottom) doc.addPage();
  drawEnd(doc, sheet, at);
}

function drawEnd(doc: PDFDocument, sheet: Sheet, at: Date): void {
  const { office, day, title, verification, code, purpose } = sheet;
  const centre = { x: doc.page.width - doc.page.margins.right - 86, y: doc.y + sealRadius + 4 };
  doc.fillColor(black).fontSize(13);
  for (const [n, text] of [office.zh, dayInWords(day)].entries()) {
    doc.text(text, centre.x - doc.widthOfString(text) / 2, centre.y - 28 + n * 34, { lineBreak: false });
  }
  if (code) drawCode(doc, code, { x: doc.page.margins.left, y: centre.y - codeSize / 2 - 8 });
  drawSeal(doc, centre, { office: office.zh, purpose });
  addSignatureField(doc, { centre, radius: sealRadius, office: office.zh, reason: title.zh, verification, at });
}

const byUpload =
  '本文书已加盖电子印章；可将本文件上传至“文书核验”页面核验真伪。Sealed electronically; upload this file to the verification page to check it.';

function drawFeet(doc: PDFDocument, { verification, check = byUpload }: Sheet): void {
  const { count } = doc.bufferedPageRange();
  for (let n = 0; n < count; n += 1) {
    doc.switchToPage(n);
    const { margins, height } = doc.page;
    // Below the margin pdfkit would begin a new page.
    margins.bottom = 0;
    const [x, y, width] = [margins.left, height - 66, widthOf(doc)];
    doc
      .lineWidth(0.5)
      .strokeColor(grey)
      .moveTo(x, y - 6)
      .lineTo(x + width, y - 6)
      .stroke();
    doc.fillColor(grey).fontSize(8);
    doc.text(`校验号 Verification number ${verification}`, x, y, { width, lineBreak: false });
    doc.text(`${n + 1} / ${count}`, x, y, { width, align: 'right', lineBreak: false });
    doc.text(check, x, y + 13, { width });
  }
}
