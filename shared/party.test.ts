import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { partyIdOf, personDocument } from './party.ts';

const key = 'a-city-key-for-tests-of-64-characters-0123456789abcdefghijklmnop';
const resident = { kind: 'resident-id', number: '11010519491231002X' } as const;

test('a party id is short, opaque and the same each time', () => {
  const id = partyIdOf(key, resident);

  expect(id).toMatch(/^p_[\w-]{27}$/);
  expect(partyIdOf(key, resident)).toBe(id);
  expect(id).not.toContain(resident.number.slice(0, 6));
});

test('a window entry and a claim of the same number give the same id', () => {
  const spacing = fc.array(fc.constantFrom('', ' ', '-', '\u3000', '\u200B'), { minLength: 18, maxLength: 18 });
  fc.assert(
    fc.property(spacing, fc.boolean(), (spaces, lower) => {
      const typed = Array.from(resident.number, (digit, index) => digit + spaces[index]).join('');
      const number = lower ? typed.toLowerCase() : typed;
      const document = personDocument().parse({ kind: 'resident-id', number });
      expect(partyIdOf(key, document)).toBe(partyIdOf(key, resident));
    }),
  );
});

test('another number, kind, country or city key is another party', () => {
  const passport = { kind: 'passport', country: 'CHN', number: 'E12345678' } as const;
  const ids = [
    partyIdOf(key, resident),
    partyIdOf(`${key}.`, resident),
    partyIdOf(key, { ...resident, number: '440524188001010014' }),
    partyIdOf(key, { kind: 'uscc', number: '11010519491231002X' }),
    partyIdOf(key, passport),
    partyIdOf(key, { ...passport, country: 'SGP' }),
    partyIdOf(key, { kind: 'account', number: 'a-b' }),
    partyIdOf(key, { kind: 'account', number: 'ab' }),
  ];

  expect(new Set(ids).size).toBe(ids.length);
});

test('a key too short to be secret is an error', () => {
  expect(() => partyIdOf('short', resident)).toThrow('city key');
});

test('a resident number that fails its check is no document', () => {
  expect(personDocument().safeParse({ kind: 'resident-id', number: '36042619910102009X' }).success).toBe(false);
  expect(personDocument().safeParse({ kind: 'passport', number: 'E12345678' }).success).toBe(false);
});
