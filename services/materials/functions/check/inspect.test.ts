import { createHash } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import PDFDocument from 'pdfkit';
import { eicar } from '../../../../test/support/eicar.ts';
import { fakeFiles, fakeScan } from '../../../../test/support/files.ts';
import { pdfOf } from '../../../../test/support/pdf.ts';
import { fc } from '../../../../test/support/property.ts';
import { zipOf, type Packed } from '../../../../test/support/zip.ts';
import type { MediaType } from '../../domain/material/media.ts';
import { inspect } from './inspect.ts';

const office = 'application/vnd.openxmlformats-officedocument';
const docx = `${office}.wordprocessingml.document` as const;
const xlsx = `${office}.spreadsheetml.sheet` as const;
const some = Buffer.from('something that is written here, and again: something that is written here');
const file = (name: string, said: Packed['said'] = {}, bytes: Uint8Array = some): Packed => ({ name, bytes, said });
const docxFiles = [file('[Content_Types].xml'), file('word/document.xml')];
const png = Buffer.from('\x89PNG\r\n\x1a\n....IHDR....\x00\x00\x00\x00IEND\xaeB`\x82', 'latin1');
const jpeg = Buffer.from('\xff\xd8\xff\xe0....\xff\xd9', 'latin1');
const heic = Buffer.from('\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic', 'latin1');
const dwg = Buffer.from('AC1032\x00\x00\x00\x00drawing', 'latin1');

async function look(bytes: Uint8Array, mediaType: MediaType) {
  const files = fakeFiles();
  const { etag } = files.send('quarantine/x/1', bytes);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const declared = { name: 'x', mediaType, size: bytes.length, sha256 };
  return inspect({ key: 'quarantine/x/1', etag, size: bytes.length }, declared, { files, scan: fakeScan });
}

type Options = ConstructorParameters<typeof PDFDocument>[0];

/** A linearised PDF (ISO 32000-1, annex F): its newest table and the trailer of that stand in front, and the end has another. */
function linearised(more: string): Buffer {
  const front = '%PDF-1.4\n1 0 obj\n<< /Linearized 1 >>\nendobj\n';
  const table = `xref\n0 500\n${'0000000000 65535 f \n'.repeat(500)}trailer\n<< /Size 9 /Root 2 0 R ${more}>>\nstartxref\n0\n%%EOF\n`;
  const rest = `2 0 obj\n<< /Type /Catalog >>\nendobj\n${'% page\n'.repeat(1000)}`;
  const end = 'xref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 5 >>\n';
  return Buffer.from(`${front}${table}${rest}${end}startxref\n${front.length}\n%%EOF\n`);
}

/** A PDF as a common library writes it. */
async function pdfkit(options: Pick<Options, 'pdfVersion' | 'userPassword'>): Promise<Buffer> {
  const margins = { top: 50, bottom: 50, left: 50, right: 50 };
  const rest = { lang: 'en', displayTitle: false, bufferPages: false, info: {} } as const;
  const document = new PDFDocument({ size: 'A4', margins, font: null, ...rest, ...options });
  document.end();
  return Buffer.from(await text(document.setEncoding('latin1')), 'latin1');
}

describe('what is what its owner says, and whole', () => {
  test.each<[string, Uint8Array, MediaType]>([
    ['a PDF', pdfOf('x'), 'application/pdf'],
    ['a linearised PDF', linearised(''), 'application/pdf'],
    ['a PNG', png, 'image/png'],
    ['a JPEG', jpeg, 'image/jpeg'],
    ['a HEIC', heic, 'image/heic'],
    ['a drawing', dwg, 'image/vnd.dwg'],
    ['an archive', zipOf([file('plans/ground floor.dwg'), file('readme.txt')]), 'application/zip'],
    ['an archive with a comment behind it', zipOf([file('a')]), 'application/zip'],
    ['a DOCX', zipOf(docxFiles), docx],
    ['an XLSX', zipOf([file('[Content_Types].xml'), file('xl/workbook.xml')]), xlsx],
    ['an OFD', zipOf([file('OFD.xml'), file('Doc_0/Document.xml')]), 'application/ofd'],
  ])('%s is taken', async (_, bytes, mediaType) => {
    expect(await look(bytes, mediaType)).toBeUndefined();
  });

  test('a PDF by a common library is taken, with a table or a stream of references', async () => {
    expect(await look(await pdfkit({ pdfVersion: '1.3' }), 'application/pdf')).toBeUndefined();
    expect(await look(await pdfkit({ pdfVersion: '1.7' }), 'application/pdf')).toBeUndefined();
  });
});

const cut = (bytes: Uint8Array) => bytes.subarray(0, bytes.length - 12);

type Sent = readonly [Uint8Array, MediaType];
const pdf = (bytes: Uint8Array): Sent => [bytes, 'application/pdf'];
const zip = (...files: Packed[]): Sent => [zipOf(files), 'application/zip'];

describe('what is not', () => {
  const program = Buffer.from('MZ\x90\x00');

  const fullDirectory = zip(...Array.from({ length: 300 }, (_, n) => file(`${n}`, { comment: 65_535 })));
  const moved = Buffer.from(
    pdfOf('x')
      .toString()
      .replace(/startxref\n\d+/, 'startxref\n7'),
  );

  test.each<[string, Sent, string]>([
    ['a program under the name of a PDF', pdf(program), 'not-allowed'],
    ['a picture under the name of a PDF', pdf(png), 'wrong-type'],
    ['an archive under the name of a DOCX', [zipOf([file('a.txt')]), docx], 'wrong-type'],
    ['a DOCX under the name of an XLSX', [zipOf(docxFiles), xlsx], 'wrong-type'],
    ['a linearised PDF under a password', pdf(linearised('/Encrypt 8 0 R ')), 'encrypted'],
    ['a PDF that is cut off', pdf(cut(pdfOf('x'))), 'broken'],
    ['a PDF whose references stand elsewhere', pdf(moved), 'broken'],
    ['a PDF that is a header alone', pdf(Buffer.from('%PDF-1.7\n')), 'broken'],
    ['a PNG that is cut off', [cut(png), 'image/png'], 'broken'],
    ['a JPEG that is cut off', [jpeg.subarray(0, 6), 'image/jpeg'], 'broken'],
    ['an archive that is cut off', [cut(zipOf([file('a')])), 'application/zip'], 'broken'],
    ['an archive of nothing', zip(), 'not-allowed'],
    ['an archive with a file under a password', zip(file('a', { encrypted: true })), 'encrypted'],
    ['an archive that leaves its folder', zip(file('../../etc/passwd')), 'archive-path'],
    ['an archive with a path of Windows', zip(file('C:\\x')), 'archive-path'],
    ['an archive with a path from the root', zip(file('/etc/x')), 'archive-path'],
    [
      'an archive whose file leaves its folder by its own header',
      zip(file('a', { localName: '../a' })),
      'archive-path',
    ],
    ['an archive with a link', zip(file('a', { link: true })), 'archive-path'],
    ['an archive whose directory would fill the memory', fullDirectory, 'archive-bomb'],
    ['a bomb that says so', zip(file('a', {}, Buffer.alloc(2e7))), 'archive-bomb'],
    ['a bomb that says less', zip(file('a', { uncompressed: 10 }, Buffer.alloc(1e6))), 'archive-bomb'],
    ['a bomb of files over one another', zip(file('a'), file('b', { at: 0 })), 'archive-bomb'],
    ['an archive whose file is shorter than said', zip(file('a', { uncompressed: 999 })), 'broken'],
  ])('%s is refused', async (_, [bytes, mediaType], why) => {
    expect(await look(bytes, mediaType)).toBe(why);
  });

  test('a PDF under a password is refused', async () => {
    for (const pdfVersion of ['1.3', '1.7ext3'] as const) {
      expect(await look(await pdfkit({ pdfVersion, userPassword: 'x' }), 'application/pdf')).toBe('encrypted');
    }
  });

  test('the text that every scanner finds is refused wherever it stands, also across two pieces', async () => {
    for (const before of [0, 990, 2500]) {
      expect(await look(pdfOf('x'.repeat(before) + eicar), 'application/pdf')).toBe('infected');
    }
  });
});

test('whatever an archive holds, it is taken; with any byte of its directory changed, the checker answers and does not fail', async () => {
  const named = fc.array(
    fc.tuple(fc.stringMatching(/^[a-z]{1,8}(\/[a-z]{1,8})?$/), fc.uint8Array({ maxLength: 300 })),
    {
      minLength: 1,
      maxLength: 5,
    },
  );
  await fc.assert(
    fc.asyncProperty(named, fc.nat(), fc.nat(255), async (files, place, byte) => {
      const bytes = zipOf(files.map(([name, content]) => ({ name, bytes: content })));
      expect(await look(bytes, 'application/zip')).toBeUndefined();
      const changed = Buffer.from(bytes);
      changed[place % changed.length] = byte;
      await look(changed, 'application/zip');
    }),
  );
});
