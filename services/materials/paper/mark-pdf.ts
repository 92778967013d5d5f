import { PDFDocument } from '@cantoo/pdf-lib';

interface Marks {
  notice: Uint8Array;
  mark: Uint8Array;
}

/**
 * A PDF with a page in front and another laid over each of its own, as wide and high as that is; undefined where the file is none
 * that the library reads, as it comes from outside and was never promised to be. The bytes that are given stay as they are.
 */
export const markPdf = (original: Uint8Array, marks: Marks): Promise<Uint8Array | undefined> =>
  marked(original, marks).catch(() => undefined);

async function marked(original: Uint8Array, { notice, mark }: Marks): Promise<Uint8Array> {
  const copy = await PDFDocument.load(original, { updateMetadata: false });
  const [over] = await copy.embedPdf(mark);
  if (!over) throw new Error('a watermark is a page');
  for (const page of copy.getPages()) {
    const { x, y, width, height } = page.getMediaBox();
    page.drawPage(over, { x, y, width, height });
  }
  const [front] = await copy.copyPages(await PDFDocument.load(notice), [0]);
  if (front) copy.insertPage(0, front);
  return copy.save();
}
