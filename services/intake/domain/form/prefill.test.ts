import { describe, expect, test } from 'vitest';
import { readSeed } from '../../../../localstack/seed-files.ts';
import { honestForm, leavesOf } from '../../../../test/support/honest-form.ts';
import { fc } from '../../../../test/support/property.ts';
import { catalogueInput } from '../catalogue/item.ts';
import { prefill, type Known } from './prefill.ts';
import { notAsked, stillPrefilled } from './prefilled.ts';

const schema = {
  type: 'object',
  properties: {
    uscc: { type: 'string', 'x-source': 'party', 'x-same-as': 'company.uscc' },
    person: {
      type: 'object',
      properties: {
        kind: { type: 'string', enum: ['resident-id'], 'x-source': 'party', 'x-same-as': 'person.document-kind' },
        age: { type: 'integer', 'x-source': 'party', 'x-same-as': 'person.age' },
      },
    },
    address: { type: 'string', 'x-source': 'licence:business-licence/address' },
    same: { type: 'string', 'x-same-as': 'company.uscc' },
  },
};
const known =
  (values: Record<string, string>): Known =>
  (source, sameAs = '') => {
    const value = source === 'party' ? values[sameAs] : undefined;
    return value === undefined ? undefined : { value };
  };

describe('what is known', () => {
  test('is filled in where nothing was said, and marked', () => {
    const values = { 'company.uscc': '91350102MA0000000H', 'person.document-kind': 'resident-id' };
    expect(prefill({ address: '示例路1号' }, schema, known(values))).toEqual({
      form: { address: '示例路1号', uscc: '91350102MA0000000H', person: { kind: 'resident-id' } },
      prefilled: [
        { pointer: '/uscc', source: 'party' },
        { pointer: '/person/kind', source: 'party' },
      ],
    });
  });

  test('does not take the place of what was said, nor of a choice that there is not, nor of another kind of value', () => {
    const form = { uscc: '', person: { age: null } };
    const values = { 'company.uscc': 'x', 'person.document-kind': 'passport', 'person.age': '36' };
    expect(prefill(form, schema, known(values))).toEqual({ form, prefilled: [] });
    expect(prefill({}, schema, known({ 'person.age': '36' })).prefilled).toEqual([]);
  });
});

test('a field is marked until its value is changed or taken away, or was asked for', () => {
  const fields = ['/a', '/b/c', '/d'].map((pointer) => ({ pointer, source: 'party' }));
  const pointers = (list: typeof fields) => list.map(({ pointer }) => pointer);
  expect(
    pointers(stillPrefilled(fields, { was: { a: '1', b: { c: '2' }, d: '3' }, is: { a: '1', b: { c: 'x' } } })),
  ).toEqual(['/a']);
  expect(pointers(notAsked(fields, ['/b', '/d/e']))).toEqual(['/a']);
  expect(pointers(notAsked(fields, ['/ab']))).toEqual(['/a', '/b/c', '/d']);
});

const { items } = catalogueInput().parse(readSeed());

test('property: of the demonstration forms nothing that was said is changed, and what is marked is what was added', () => {
  fc.assert(
    fc.property(fc.constantFrom(...items), fc.boolean(), ({ form: rules = {} }, full) => {
      const said = full ? honestForm(rules) : {};
      const { form, prefilled } = prefill(said, rules, (source) =>
        source === 'party' ? { value: 'resident-id' } : undefined,
      );
      const before = new Map(leavesOf(rules, said).map(({ path, value }) => [path.join('/'), value]));
      const added = leavesOf(rules, form).filter(({ path }) => !before.has(path.join('/')));
      expect(prefilled.map(({ pointer }) => pointer).toSorted()).toEqual(
        added.map(({ path }) => `/${path.join('/')}`).toSorted(),
      );
      for (const { rules: field } of added) expect(field['x-source']).toBe('party');
      if (full) expect(form).toEqual(said);
    }),
  );
});
