import { describe, expect, test } from 'vitest';
import { fc } from '../test/support/property.ts';
import { isStorable, textFaults } from '#shared/unstorable';

const depth = 24;
const nested = (n: number): unknown => JSON.parse('['.repeat(n) + ']'.repeat(n));

describe('a text is let in', () => {
  test.each([
    ['in Chinese with rare characters of plane 2', '𠮷野家，㐂，𪚥，𰻞'],
    ['of many lines with tabs', '第一条\n\t第二条\r\n第三条'],
    ['in Uyghur with a joiner and a direction mark', 'مەن‌لەر \u200F(ئۇيغۇر)'],
    ['in Kazakh that ends on a joiner', 'ھ\u200D ق'],
    ['in Tibetan', 'བོད་ཡིག'],
    ['in Mongolian with its vowel separator', 'ᠮᠣᠩᠭᠣᠯ ᠬᠠᠷ\u180Eᠠ'],
    ['in Yi, Dai and Zhuang', 'ꆈꌠꁱꂷ ᥖᥭᥰ ᦅᧄ Vahcuengh'],
    ['in Devanagari with a joiner after the virama', 'क्\u200Dष'],
    ['with decomposed accents', 'Ame\u0301lie'],
    ['with emoji of several parts', '👨‍👩‍👧 👩🏽‍💻 ❤️‍🔥 🇨🇳'],
    ['that is empty', ''],
  ])('%s', (_, text) => {
    expect(isStorable(text)).toBe(true);
  });
});

describe('a text is refused', () => {
  test.each([
    ['with a null', 'a\u0000b'],
    ['with an escape', 'a\u001Bb'],
    ['with a return that ends no line', 'a\rb'],
    ['with a delete', 'a\u007F'],
    ['with a control of the second set', 'a\u0085b'],
    ['with half a character', `a${'𠮷'.charAt(0)}b`],
    ['with the other half', `a${'𠮷'.charAt(1)}`],
    ['that is turned round', 'a\u202Etxt.exe'],
    ['that is isolated', 'a\u2066b\u2069'],
    ['with a zero-width space', '张\u200B三'],
    ['with a byte order mark', '\uFEFF张三'],
    ['with a word joiner', '张\u2060三'],
    ['with a soft hyphen', 'Ber\u00ADlin'],
    ['with a joiner that joins nothing', '\u200D张三'],
    ['with two joiners', 'ك\u200C\u200Cك'],
    ['with a noncharacter', 'a\uFFFF'],
  ])('%s', (_, text) => {
    expect(isStorable(text)).toBe(false);
  });
});

test('every text is looked at, wherever it stands, and named by its pointer', () => {
  const value = { a: ['ok', { 'b/~': 'x\u0000' }], c: '\uFEFF', d: 1, e: null, 'f\u200B': 'ok' };
  expect(textFaults(value, depth)).toEqual(['', '/a/1/b~1~0', '/c']);
  expect(textFaults('\u0000', depth)).toEqual(['']);
});

test('what is too deep is not walked on, and no depth ends the process', () => {
  expect(textFaults(nested(depth), depth)).toEqual([]);
  expect(textFaults(nested(depth + 1), depth)).toBe('too-deep');
  expect(textFaults(nested(200_000), depth)).toBe('too-deep');
});

// Code point by code point, by Unicode's own names: the model knows neither the expression nor the walk.
const banned = [
  [0x00, 0x08],
  [0x0b, 0x1f],
  [0x7f, 0x9f],
  [0xad, 0xad],
  [0x200b, 0x200b],
  [0x202a, 0x202e],
  [0x2060, 0x206f],
  [0xd800, 0xdfff],
  [0xfdd0, 0xfdef],
  [0xfeff, 0xfeff],
  [0xfff9, 0xfffb],
] as const;
const isBanned = (point: number) =>
  banned.some(([from, to]) => point >= from && point <= to) || (point & 0xfffe) === 0xfffe;

const point = fc.oneof(
  fc.integer({ min: 0, max: 0x10ffff }),
  fc.constantFrom(...banned.flat(), 0x1fffe, 0x4e00, 0x20bb7, 0x0a, 0x09),
);
const plain = fc.array(
  point.filter((one) => one !== 0x200c && one !== 0x200d),
  { maxLength: 4 },
);

test('property: of a tree exactly the leaves with a banned character are named', () => {
  const leaves = fc.array(plain, { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(leaves, fc.integer({ min: 0, max: 20 }), (texts, deep) => {
      // A letter after each keeps two halves from becoming one character.
      const written = texts.map((points) => points.map((one) => `${String.fromCodePoint(one)}a`).join(''));
      const steps = Array.from({ length: deep }, (_, n) => `k${n}`);
      const value = steps.reduceRight<unknown>((inner, step) => ({ [step]: inner }), written);
      const path = steps.map((step) => `/${step}`).join('');
      const expected = texts.flatMap((points, n) => (points.some(isBanned) ? [`${path}/${n}`] : []));
      expect(textFaults(value, depth)).toEqual(expected);
    }),
    { numRuns: 300 },
  );
});
