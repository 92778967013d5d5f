import PDFDocument from 'pdfkit';
import { markOf, noticeOf } from '../domain/copy/words.ts';
import type { Copy } from '../domain/copy/copy.ts';

const [black, grey] = ['#111111', '#666666'];

function opened(font: Uint8Array) {
  const doc = new PDFDocument({
    size: 'A4',
    margins: { top: 90, bottom: 60, left: 79, right: 74 },
    font: null,
    lang: 'zh-CN',
    pdfVersion: '1.7',
    displayTitle: false,
    bufferPages: false,
    info: { Producer: 'Banshi' },
  });
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise((resolve, reject) => doc.on('end', resolve).on('error', reject));
  doc.registerFont('text', font).font('text');
  const closed = async (): Promise<Buffer> => {
    doc.end();
    await ended;
    return Buffer.concat(chunks);
  };
  return { doc, closed };
}

/** The page that goes in front of a copy: for whom it was made, and what for. */
export async function drawNotice(copy: Copy, font: Uint8Array): Promise<Buffer> {
  const { doc, closed } = opened(font);
  doc.fillColor(black).fontSize(24).text('副本 · 仅供办理使用', { align: 'center' });
  doc.fillColor(grey).fontSize(11).text('Copy for official use only', { align: 'center' }).moveDown(2);
  for (const [label, value] of noticeOf(copy)) {
    doc.fillColor(grey).fontSize(10).text(label);
    doc.fillColor(black).fontSize(13).text(value, { lineGap: 4 }).moveDown(0.5);
  }
  doc.moveDown(1).fillColor(grey).fontSize(10);
  doc.text('本副本由系统为上述用途制作，查阅已记入所有人的用证记录。不得转发、另作他用；原件未作任何改动。', {
    lineGap: 3,
  });
  return closed();
}

/** A page with nothing but the watermark, across it and again: it is laid over each page of the copy. */
export async function drawMark(copy: Copy, font: Uint8Array): Promise<Buffer> {
  const { doc, closed } = opened(font);
  const text = markOf(copy);
  const { width, height } = doc.page;
  doc.fillColor(grey, 0.28).fontSize(13);
  for (const down of [0.2, 0.5, 0.8]) {
    const origin: [number, number] = [width / 2, height * down];
    doc.save().rotate(-30, { origin });
    doc.text(text, origin[0] - doc.widthOfString(text) / 2, origin[1], { lineBreak: false });
    doc.restore();
  }
  return closed();
}
