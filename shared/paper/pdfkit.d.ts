// The types published for it are of an older version and leave out what a signature needs; these are the parts used here.
declare module 'pdfkit' {
  import type { Readable } from 'node:stream';

  export interface Reference {
    data: Record<string, unknown>;
    end(chunk?: string): void;
  }
  interface TextOptions {
    align?: 'left' | 'center' | 'right';
    width?: number;
    lineGap?: number;
    indent?: number;
    characterSpacing?: number;
    lineBreak?: boolean;
    height?: number;
  }
  interface Page {
    width: number;
    height: number;
    margins: { top: number; bottom: number; left: number; right: number };
    dictionary: Reference;
    annotations: Reference[];
  }
  interface Options {
    size: 'A4';
    margins: Page['margins'];
    font: null;
    lang: string;
    pdfVersion: '1.3' | '1.7' | '1.7ext3';
    userPassword?: string;
    displayTitle: boolean;
    bufferPages: boolean;
    info: Record<string, string | Date>;
  }

  export default class PDFDocument extends Readable {
    constructor(options: Options);
    x: number;
    y: number;
    page: Page;
    _root: { data: { AcroForm?: Reference } };
    /** The font in use, as its library reads it. */
    _font: { font: { hasGlyphForCodePoint(code: number): boolean } };
    registerFont(name: string, source: Uint8Array): this;
    font(name: string): this;
    fontSize(size: number): this;
    fillColor(color: string, opacity?: number): this;
    strokeColor(color: string, opacity?: number): this;
    lineWidth(width: number): this;
    text(text: string, ...rest: [options?: TextOptions] | [x: number, y: number, options?: TextOptions]): this;
    moveDown(lines?: number): this;
    widthOfString(text: string, options?: TextOptions): number;
    heightOfString(text: string, options?: TextOptions): number;
    moveTo(x: number, y: number): this;
    lineTo(x: number, y: number): this;
    rect(...box: [x: number, y: number, width: number, height: number]): this;
    circle(x: number, y: number, radius: number): this;
    polygon(...points: [number, number][]): this;
    fill(): this;
    stroke(): this;
    save(): this;
    restore(): this;
    rotate(degrees: number, options: { origin: [number, number] }): this;
    addPage(): this;
    switchToPage(n: number): this;
    bufferedPageRange(): { start: number; count: number };
    initForm(): this;
    ref(data: Record<string, unknown>): Reference;
    end(): void;
  }
}
