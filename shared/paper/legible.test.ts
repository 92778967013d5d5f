import { expect, test } from 'vitest';
import { fc } from '../../test/support/property.ts';
import { legible, unshownOf } from './legible.ts';
import type { Sheet } from './sheet.ts';

const sheet = (name: string): Sheet => ({
  title: { zh: '通知书', en: 'Notice' },
  to: name,
  blocks: [
    { kind: 'paragraph', text: name },
    { kind: 'list', items: [name] },
    { kind: 'table', rows: [{ label: { zh: '名称', en: 'Name' }, value: name }] },
  ],
  english: [],
  office: { zh: '局', en: 'Office' },
  day: '2026-08-03',
  verification: 'X',
});
const inBasicPlane = (code: number) => code >= 0x20 && code < 0x10000 && (code < 0xd800 || code > 0xdfff);

test('what the font lacks stands there by its code, in every part of the sheet', () => {
  const name = '吉野家𠮷\u202e\0\ud800\n二';
  const expected = '吉野家〔U+20BB7〕〔U+202E〕〔U+0000〕〔U+D800〕\n二';
  expect(legible(sheet(name), inBasicPlane)).toEqual(sheet(expected));
});

test('no two texts that differ look the same for want of a character', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (one, other) => {
      fc.pre(one !== other && !/[〔〕]/.test(one + other));
      expect(legible(sheet(one), inBasicPlane).to ?? '').not.toBe(legible(sheet(other), inBasicPlane).to ?? '');
    }),
  );
});

test('which characters those are is told, each once, and of no other', () => {
  expect(unshownOf(sheet('吉野家𠮷\u202e\0\ud800\n二'), inBasicPlane)).toEqual([
    'U+0000',
    'U+202E',
    'U+D800',
    'U+20BB7',
  ]);
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      fc.pre(!/[〔〕]/.test(text));
      const printed = [...(legible(sheet(text), inBasicPlane).to ?? '').matchAll(/〔(U\+[0-9A-F]+)〕/g)].map(
        ([, code]) => code,
      );
      expect(new Set(unshownOf(sheet(text), inBasicPlane))).toEqual(new Set(printed));
    }),
  );
});
