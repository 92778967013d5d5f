import { describe, expect, test } from 'vitest';
import { residentCheckCharacter, usccCheckCharacter } from '#shared/identity-number';
import { fc } from '../../../../test/support/property.ts';
import { formDocumentKinds, identifiersOf, type IdentifierKind } from './identifiers.ts';
import { faultOf, isConfirmable, numbersIn, written } from './numbers.ts';

const today = '2026-08-03';
const field = (kind: IdentifierKind, rest: object = {}) => ({ type: 'string', 'x-identifier': kind, ...rest });
const schemaOf = (properties: object) => ({ type: 'object', properties });
const kinds = { type: 'string', enum: [...formDocumentKinds] };

const resident = '11010519491231002X';
const failing = '36042619910102009X';

const confirmable = (kind: IdentifierKind, text: string) =>
  numbersIn({ a: text }, identifiersOf(schemaOf({ a: field(kind) }))).map(isConfirmable);

describe('a number in a form', () => {
  test.each<[IdentifierKind, string, string | undefined]>([
    ['identity-number', resident.toLowerCase(), undefined],
    ['identity-number', failing, 'check-digit'],
    ['identity-number', 'E12345678', 'shape'],
    ['uscc', '91110000600037341l', undefined],
    ['uscc', '91110000600037341N', 'check-digit'],
    ['document-number', resident, undefined],
    ['document-number', failing, 'check-digit'],
    ['document-number', '360426199113010079', 'birth-date'],
    ['document-number', '36042619910102009', 'shape'],
    ['document-number', 'E12345678', undefined],
    ['document-number', 'H12345678', undefined],
    ['document-number', 'USA350199010101', undefined],
    ['document-number', '91110000600037341L', 'shape'],
    ['document-number', '无', 'shape'],
    ['document-number-or-uscc', '91110000600037341L', undefined],
    ['document-number-or-uscc', '91110000600037341N', 'check-digit'],
    ['document-number-or-uscc', resident, undefined],
    ['document-number-or-uscc', failing, 'check-digit'],
    ['project-code', '2026-350128-92-01-065353', undefined],
    ['project-code', '2608-350128-92-01-065353', undefined],
    ['project-code', '2012-350128-92-01-065353', undefined],
    ['project-code', '2027-350128-92-01-065353', 'shape'],
    ['project-code', '2609-350128-92-01-065353', 'shape'],
    ['project-code', '2613-350128-92-01-065353', 'shape'],
    ['project-code', '2026350128920106535', 'shape'],
  ])('%s %s: %s', (kind, text, fault) => {
    const [number] = numbersIn({ a: text }, identifiersOf(schemaOf({ a: field(kind) })));
    expect(number && faultOf(number, today)).toBe(fault);
  });

  test('is that of the kind of document beside it', () => {
    const schema = schemaOf({
      who: schemaOf({ kind: kinds, number: field('document-number', { 'x-identifier-kind': 'kind' }) }),
    });
    const faultAs = (kind: unknown, number: string) =>
      numbersIn({ who: { kind, number } }, identifiersOf(schema)).map((one) => faultOf(one, today));
    expect(faultAs('passport', 'E12345678')).toEqual([undefined]);
    expect(faultAs('resident-id', 'E12345678')).toEqual(['shape']);
    expect(faultAs('hk-macau-permit', 'E12345678')).toEqual(['shape']);
    expect(faultAs('taiwan-permit', '12345678')).toEqual([undefined]);
    expect(faultAs('foreign-permanent-resident', 'USA350199010101')).toEqual([undefined]);
    // No kind is a fault of its own; the number is then held to any.
    expect(faultAs(undefined, 'E12345678')).toEqual([undefined]);
  });

  test('may be confirmed by who saw it where it is a code, never where it is a person’s', () => {
    expect(confirmable('uscc', '91110000600037341N')).toEqual([true]);
    expect(confirmable('document-number-or-uscc', '91110000600037341N')).toEqual([true]);
    expect(confirmable('document-number-or-uscc', failing)).toEqual([false]);
    expect(confirmable('identity-number', failing)).toEqual([false]);
  });
});

const digits = (n: number) =>
  fc.string({ unit: fc.constantFrom(...Array.from('0123456789')), minLength: n, maxLength: n });
const residents = digits(6)
  .map((some) => `350199199001${some.slice(0, 0)}01${some.slice(3)}`)
  .map((body) => body + residentCheckCharacter(body));
const codes = digits(9)
  .map((some) => `91350199${some}`)
  .map((body) => body + usccCheckCharacter(body));
const typed = (text: string) =>
  fc.constantFrom(
    text,
    text.toLowerCase(),
    ` ${text} `,
    `${text.slice(0, 6)} ${text.slice(6)}`,
    text.replaceAll(/[0-9A-Z]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0)),
  );
const people = fc.array(
  fc.oneof(residents, codes).chain((text) => typed(text).map((as) => ({ as, text }))),
  { maxLength: 4 },
);

test('property: however numbers are typed they are kept in one form, which has no fault; all else stays as it was', () => {
  const entry = schemaOf({ number: field('document-number-or-uscc'), note: { type: 'string' } });
  const identifiers = identifiersOf(schemaOf({ people: { type: 'array', items: entry } }));
  fc.assert(
    fc.property(people, fc.string(), (list, note) => {
      const form = { note, people: list.map(({ as }) => ({ number: as, note: as })), more: null };
      const numbers = numbersIn(form, identifiers);
      expect(numbers.map((one) => faultOf(one, today))).toEqual(list.map(() => undefined));
      const kept = written(form, numbers);
      expect(kept).toEqual({ ...form, people: list.map(({ as, text }) => ({ number: text, note: as })) });
      expect(written(kept, numbersIn(kept, identifiers))).toBe(kept);
    }),
  );
});

test('a form that does not fit its rules yet is left alone', () => {
  const identifiers = identifiersOf(
    schemaOf({ a: field('uscc'), list: { type: 'array', items: schemaOf({ b: field('uscc') }) } }),
  );
  for (const form of [{}, { a: 7, list: 'x' }, { a: '', list: [null, 3, {}] }, { list: { b: 'x' } }]) {
    expect(numbersIn(form, identifiers)).toEqual([]);
  }
});
