import { inflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { signDetached, signerOf } from '#shared/cms';
import { signatureIn, signPdf } from '#shared/pdf-signature';
import { fc } from '../../test/support/property.ts';
import { font, signerFor } from '../../test/support/seals.ts';
import type { Sheet } from './sheet.ts';
import { drawSheet } from './draw-sheet.ts';

const sheet: Sheet = {
  title: { zh: '受理通知书', en: 'Notice of acceptance' },
  number: '鼓楼区市场监督管理局受字〔2026〕1号',
  to: '示例餐饮有限公司',
  blocks: [
    { kind: 'paragraph', text: '申请材料齐全，决定予以受理。' },
    { kind: 'list', items: ['第一项', '第二项'] },
    { kind: 'table', rows: [{ label: { zh: '办件编号', en: 'Case number' }, value: '1135' }] },
  ],
  english: ['Accepted.'],
  office: { zh: '鼓楼区市场监督管理局', en: 'Gulou Market Regulation' },
  day: '2026-08-03',
  verification: '7KQ2-MZ8N-4RTA',
};
const at = new Date('2026-08-03T01:00:00Z');
const drawn = (rest: Partial<Sheet> = {}) => drawSheet({ ...sheet, ...rest }, { font, at });
const draw = async (rest: Partial<Sheet> = {}) => (await drawn(rest)).pdf;

const pagesOf = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type \/Page\n/g)?.length;

/** Which characters the font in the PDF knows, from its map to Unicode. */
function charactersIn(pdf: Buffer): string {
  const text = pdf.toString('latin1');
  const streams = [...text.matchAll(/stream\n/g)].map(({ index }) => {
    const from = index + 'stream\n'.length;
    return pdf.subarray(from, text.indexOf('\nendstream', from));
  });
  const maps = streams.flatMap((bytes) => {
    try {
      const inflated = inflateSync(bytes).toString('latin1');
      return inflated.includes('beginbfrange') ? [inflated] : [];
    } catch {
      return [];
    }
  });
  return [...maps.join('').matchAll(/[0-9a-f]{4,8}/g)]
    .map(([hex]) => Buffer.from(hex, 'hex').swap16().toString('utf16le'))
    .join('');
}

describe('a document', () => {
  test('is one page, with only the characters that it uses', async () => {
    const pdf = await draw();
    expect(pagesOf(pdf)).toBe(1);
    expect(pdf.length).toBeLessThan(100_000);
    for (const character of '受理通知书示例餐饮有限公司鼓楼区') expect(charactersIn(pdf)).toContain(character);
    expect(charactersIn(pdf)).not.toContain('龘');
  });

  test('names by its code what the font lacks, and never leaves it out', async () => {
    const characters = charactersIn(await draw({ to: '㛃㼆𠮷公司' }));
    for (const character of '〔U+20B7〕公司') expect(characters).toContain(character);
    expect(charactersIn(await draw({ to: '公司' }))).not.toContain('+');
    const { unshown } = await drawn({ to: '㛃㼆𠮷公司𠮷' });
    expect(unshown).toContain('U+20BB7');
    expect((await drawn({ to: '公司' })).unshown).toEqual([]);
  });

  test('shows names with rare characters', async () => {
    expect(charactersIn(await draw({ to: '䶮㭎' }))).toMatch(/䶮[^]*㭎|㭎[^]*䶮/);
  });

  test('is the same each time, so that only the signature tells two apart', async () => {
    expect((await draw()).equals(await draw())).toBe(true);
  });

  test('goes on over pages, and the seal takes the last lines with it', async () => {
    const long = Array.from({ length: 60 }, () => ({ kind: 'paragraph' as const, text: '很长的一段话。'.repeat(12) }));
    expect(pagesOf(await draw({ blocks: long }))).toBeGreaterThan(3);
    const huge = [{ kind: 'paragraph' as const, text: '很长的一段话。'.repeat(900) }];
    expect(pagesOf(await draw({ blocks: huge }))).toBeGreaterThan(3);
    expect(pagesOf(await draw({ blocks: [] }))).toBe(1);
  });
});

const signed = async (pdf: Buffer) => signPdf(pdf, (content) => signDetached(content, signerFor(sheet.office.zh)));
const signerIn = (pdf: Buffer) => {
  const found = signatureIn(pdf);
  return found && signerOf(found.content, found.cms);
};

describe('its signature', () => {
  test('is a PAdES signature of the office', async () => {
    const pdf = await signed(await draw());
    expect(pdf.toString('latin1')).toContain('/SubFilter /ETSI.CAdES.detached');
    expect(signerIn(pdf)?.subject).toContain(`CN=${sheet.office.zh}`);
  });

  test('property: shows any byte altered outside of its own room', async () => {
    const pdf = await signed(await draw());
    const from = pdf.indexOf('/Contents <') + '/Contents '.length;
    const until = pdf.indexOf('>', from) + 1;
    const outside = fc.oneof(fc.nat(from - 1), fc.integer({ min: until, max: pdf.length - 1 }));
    fc.assert(
      fc.property(outside, fc.integer({ min: 1, max: 255 }), (at, by) => {
        const altered = Buffer.from(pdf);
        altered[at]! ^= by;
        expect(signerIn(altered)).toBeUndefined();
      }),
      { numRuns: 60 },
    );
  });

  test('names its document at several places, far from each other', async () => {
    const text = (await draw()).toString('latin1');
    expect(text.match(/banshi:7KQ2-MZ8N-4RTA/g)?.length).toBeGreaterThan(1);
  });
});
