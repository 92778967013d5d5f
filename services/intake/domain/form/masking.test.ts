import { describe, expect, test } from 'vitest';
import { demoForm } from '../../cases.fake.ts';
import { fc } from '../../../../test/support/property.ts';
import { masksOf } from './form.ts';
import { masked } from './masking.ts';

const masks = masksOf(demoForm);

test('a form shows what is not personal and masks the rest by its kind', () => {
  const form = {
    operator: '示例公司',
    contact: { name: '段正淳', phone: '18049531999', note: 'open' },
    managers: [{ id: '51343620000320711X', kind: 'officer' }, { id: '350199199001011234' }],
  };
  expect(masked(form, masks)).toEqual({
    operator: '示例公司',
    contact: { name: '段**', phone: '180****1999', note: 'open' },
    managers: [{ id: '5***************1X', kind: 'officer' }, { id: '3***************34' }],
  });
});

test('what is absent or empty stays so', () => {
  expect(masked({ contact: null, managers: [] }, masks)).toEqual({ contact: null, managers: [] });
  expect(masked({}, masks)).toEqual({});
});

describe('a draft that does not fit its form yet', () => {
  test.each<[string, Record<string, unknown>]>([
    ['a list where an object belongs', { contact: [{ name: 'SECRET' }] }],
    ['an object where a list belongs', { managers: { id: 'SECRET' } }],
    ['an object with other names where a list belongs', { managers: { first: { id: 'SECRET' } } }],
    ['a list in a list', { managers: [[{ id: 'SECRET' }]] }],
    ['a text where an object belongs', { contact: 'SECRET' }],
    ['an object where a text belongs', { contact: { name: { family: 'SECRET' } } }],
    ['a list where a text belongs', { contact: { phone: ['SECRET'] } }],
    ['a number where a text belongs', { contact: { phone: 13_800_000_000 } }],
  ])('%s', (_, form) => {
    expect(JSON.stringify(masked(form, masks))).not.toMatch(/SECRET|13800000000/);
  });
});

interface Made {
  schema: Record<string, unknown>;
  value: unknown;
}

const secret = fc.integer({ min: 0, max: 9_999_999 }).map((n) => `SECRET${String(n).padStart(20, '0')}SECRET`);
const kinds = fc.constantFrom('name', 'document-number', 'phone', 'mail', 'address');
const names = fc.constantFrom('a', 'b', 'c', 'length', 'x-mask');
const anything = fc.letrec<{ json: unknown }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 3 },
    secret,
    fc.array(tie('json'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('a', 'b', 'name'), tie('json'), { maxKeys: 3 }),
  ),
})).json;

/** A part of a form all of whose leaves are personal, with a value that fits or anything else in its place. */
const { part } = fc.letrec<{ part: Made; leaf: Made; object: Made; list: Made }>((tie) => ({
  leaf: fc.record({ kind: kinds, value: fc.oneof(secret, anything) }).map(({ kind, value }) => ({
    schema: { type: 'string', 'x-mask': kind },
    value,
  })),
  object: fc
    .record({ parts: fc.dictionary(names, tie('part'), { minKeys: 1, maxKeys: 3 }), wrong: anything, fits: fc.nat(3) })
    .map(({ parts, wrong, fits }) => {
      const entries = Object.entries(parts);
      const properties = Object.fromEntries(entries.map(([key, { schema }]) => [key, schema]));
      const value = Object.fromEntries(entries.map(([key, inner]) => [key, inner.value]));
      // An object with other names is left alone: nothing says that they are personal.
      const misfit = typeof wrong === 'object' && !Array.isArray(wrong) ? [wrong] : wrong;
      return { schema: { type: 'object', properties }, value: fits > 0 ? value : misfit };
    }),
  list: fc.record({ item: tie('part'), wrong: anything, fits: fc.nat(3) }).map(({ item, wrong, fits }) => ({
    schema: { type: 'array', items: item.schema },
    value: fits > 0 ? [item.value, item.value] : Array.isArray(wrong) ? { a: wrong } : wrong,
  })),
  part: fc.oneof({ maxDepth: 4 }, tie('leaf'), tie('object'), tie('list')),
}));

test('property: of a form whose every leaf is personal, fitting or not, nothing leaks', () => {
  fc.assert(
    fc.property(part, ({ schema, value }) => {
      const found = masksOf({ type: 'object', properties: { form: schema } });
      expect(JSON.stringify(masked({ form: value }, found))).not.toMatch(/SECRET00/);
    }),
    { numRuns: 500 },
  );
});
