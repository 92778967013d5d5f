import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import {
  checkResidentId,
  checkUscc,
  normaliseNumber,
  residentCheckCharacter,
  usccCheckCharacter,
} from './identity-number.ts';

const withCheck = (digits: string) => digits + residentCheckCharacter(digits);

describe('resident identity number', () => {
  test.each(['11010519491231002X', '440524188001010014', '81000019980902013X'])('%s is valid', (number) => {
    expect(checkResidentId(number)).toEqual({ ok: true, number, warnings: [] });
  });

  test.each([
    ['36042619910102009X', 'check-digit'],
    ['360426199113010079', 'birth-date'],
    ['110105194912310', 'shape'],
    ['1101051949123100ZX', 'shape'],
    ['', 'shape'],
  ])('%s is refused for its %s', (number, fault) => {
    expect(checkResidentId(number)).toEqual({ ok: false, fault });
  });

  test('the 29th of February exists in leap years only', () => {
    expect(checkResidentId(withCheck('35010220000229001')).ok).toBe(true);
    expect(checkResidentId(withCheck('35010219000229001'))).toEqual({ ok: false, fault: 'birth-date' });
  });

  test('a region that is not known is a warning', () => {
    expect(checkResidentId(withCheck('19000019900101001'))).toMatchObject({ warnings: ['unknown-region'] });
  });

  test('full width, spaces, dashes and lower case are one number', () => {
    expect(checkResidentId(' 110105 19491231-002x')).toMatchObject({ ok: true, number: '11010519491231002X' });
    expect(checkResidentId('\uFF11\uFF110105\u300019491231002\uFF38')).toMatchObject({ number: '11010519491231002X' });
  });

  test('any one wrong digit is noticed', () => {
    const place = fc.integer({ min: 0, max: 16 });
    fc.assert(
      fc.property(place, fc.integer({ min: 1, max: 9 }), (index, step) => {
        const digits = Array.from('11010519491231002X');
        digits[index] = String((Number(digits[index]) + step) % 10);
        expect(checkResidentId(digits.join('')).ok).toBe(false);
      }),
    );
  });
});

describe('unified social credit code', () => {
  test.each(['91110000600037341L', '12441500196720244T'])('%s is valid', (number) => {
    expect(checkUscc(number)).toEqual({ ok: true, number, warnings: [] });
  });

  test('a failing check is a warning that a clerk confirms', () => {
    expect(checkUscc('91110000600037341N')).toEqual({
      ok: true,
      number: '91110000600037341N',
      warnings: ['check-digit'],
    });
  });

  test('a letter outside the alphabet is a fault', () => {
    expect(checkUscc('9111000060003IOZSV')).toEqual({ ok: false, fault: 'shape' });
  });

  test('every code completed by its check character passes', () => {
    const character = fc.constantFrom(...Array.from('0123456789ABCDEFGHJKLMNPQRTUWXY'));
    fc.assert(
      fc.property(fc.string({ unit: character, minLength: 17, maxLength: 17 }), (characters) => {
        expect(checkUscc(characters + usccCheckCharacter(characters))).toMatchObject({ ok: true, warnings: [] });
      }),
    );
  });
});

test('normalising twice changes nothing more', () => {
  const typed = fc.string({ unit: fc.constantFrom('1', 'x', 'X', ' ', '-', '\u2014', '\uFF13', '\u200B', '\t') });
  fc.assert(
    fc.property(typed, (text) => {
      expect(normaliseNumber(normaliseNumber(text))).toBe(normaliseNumber(text));
    }),
  );
});
