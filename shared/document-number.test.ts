import { describe, expect, test } from 'vitest';
import { fc } from '../test/support/property.ts';
import { documentKinds, numberFault, type DocumentKind, type NumberFault } from '#shared/document-number';

const today = '2026-11-27';

describe('a number of a kind of document', () => {
  test.each<[DocumentKind, string, NumberFault | undefined]>([
    ['resident-id', '11010519491231002X', undefined],
    ['resident-id', '11010519491231002x', undefined],
    ['resident-id', '１１０１０５１９４９１２３１００２Ｘ', undefined],
    ['resident-id', '81000019980902013X', undefined],
    ['resident-id', '36042619910102009X', 'check-digit'],
    ['resident-id', '360426199113010079', 'birth-date'],
    ['resident-id', 'H12345678', 'shape'],
    ['hk-macau-permit', 'H12345678', undefined],
    ['hk-macau-permit', 'm1234567801', undefined],
    ['hk-macau-permit', 'E12345678', 'shape'],
    ['taiwan-permit', '12345678', undefined],
    ['taiwan-permit', '0012345678B', undefined],
    ['taiwan-permit', 'H12345678', 'shape'],
    ['passport', 'E12345678', undefined],
    ['passport', '12AB34567', undefined],
    ['passport', 'ABCDEFG', 'shape'],
    ['passport', 'E12', 'shape'],
    ['foreign-permanent-resident', 'USA350199010101', undefined],
    ['foreign-permanent-resident', '11010519491231002X', 'shape'],
    ['uscc', '91110000600037341L', undefined],
    ['uscc', '91110000600037341l', undefined],
    ['uscc', '91110000600037341N', 'check-digit'],
    ['uscc', '9111000060003IOZSV', 'shape'],
  ])('%s %s: %s', (kind, text, fault) => {
    expect(numberFault(kind, text, today)).toBe(fault);
  });
});

/** GB 11643 again, by ISO 7064 MOD 11-2 as a recurrence from the left instead of a table of weights. */
function residentCheck(digits: string): string {
  const product = Array.from(digits).reduce((sum, digit) => ((sum + Number(digit)) * 2) % 11, 0);
  return ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'X'][(12 - product) % 11] ?? '';
}

/** GB 32100 again, by trial: the character that makes the weighted sum divisible by 31. */
function codeCheck(characters: string): string {
  const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
  const sum = Array.from(characters).reduceRight((total, one) => total * 3n + BigInt(alphabet.indexOf(one)), 0n);
  return Array.from(alphabet).find((_, n) => (sum + BigInt(n)) % 31n === 0n) ?? '';
}

const digits = (n: number) =>
  fc.string({ unit: fc.constantFrom(...Array.from('0123456789')), minLength: n, maxLength: n });
const birthDates = fc.date({ min: new Date('1880-01-01'), max: new Date('2040-12-31'), noInvalidDate: true });

test('property: an identity number is right with one last character of eleven, and not before its bearer is born', () => {
  fc.assert(
    fc.property(digits(6), birthDates, digits(3), (region, born, sequence) => {
      const day = born.toISOString().slice(0, 10);
      const body = `${region}${day.replaceAll('-', '')}${sequence}`;
      const right = Array.from('0123456789X').filter((last) => !numberFault('resident-id', body + last, day));
      expect(right).toEqual([residentCheck(body)]);
      const before = new Date(born.getTime() - 86_400_000).toISOString().slice(0, 10);
      expect(numberFault('resident-id', body + residentCheck(body), before)).toBe('birth-date');
    }),
    { numRuns: 60 },
  );
});

test('property: a code is right with one last character of thirty-one, and any change of one is noticed', () => {
  const alphabet = Array.from('0123456789ABCDEFGHJKLMNPQRTUWXY');
  const body = fc.array(fc.constantFrom(...alphabet), { minLength: 17, maxLength: 17 });
  fc.assert(
    fc.property(body, fc.integer({ min: 0, max: 16 }), fc.constantFrom(...alphabet), (characters, place, other) => {
      const code = characters.join('') + codeCheck(characters.join(''));
      const right = alphabet.filter((last) => !numberFault('uscc', code.slice(0, 17) + last, today));
      expect(right).toEqual([code.at(-1)]);
      const changed = code.slice(0, place) + other + code.slice(place + 1);
      expect(numberFault('uscc', changed, today)).toBe(changed === code ? undefined : 'check-digit');
    }),
    { numRuns: 60 },
  );
});

test('property: no text whatever ends the check, and how it is typed changes nothing', () => {
  fc.assert(
    fc.property(fc.constantFrom(...documentKinds), fc.string({ unit: 'grapheme', maxLength: 24 }), (kind, text) => {
      const fault = numberFault(kind, text, today);
      expect(numberFault(kind, ` ${text.toLowerCase()}-`, today)).toBe(numberFault(kind, text.toLowerCase(), today));
      expect([undefined, 'shape', 'birth-date', 'check-digit']).toContain(fault);
    }),
  );
});
